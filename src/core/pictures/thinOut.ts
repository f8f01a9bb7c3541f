// Leaves out of a drawn coast what no eye can tell apart: points less than a unit from the one before.

import type { GeoStream, GeoStreamWrapper } from 'd3-geo'

const LEAST_STEP = 1

/** The same projection, whose lines skip the points that would only make the picture heavier. */
export function thinOut(projection: GeoStreamWrapper): GeoStreamWrapper {
  return { stream: (sink) => projection.stream(thinned(sink)) }
}

function thinned(sink: GeoStream): GeoStream {
  let last: readonly [number, number] | undefined
  const isNear = (x: number, y: number) => last !== undefined && Math.hypot(x - last[0], y - last[1]) < LEAST_STEP
  return {
    point(x, y) {
      if (isNear(x, y)) return
      last = [x, y]
      sink.point(x, y)
    },
    lineStart() {
      last = undefined
      sink.lineStart()
    },
    lineEnd: () => sink.lineEnd(),
    polygonStart: () => sink.polygonStart(),
    polygonEnd: () => sink.polygonEnd(),
  }
}
