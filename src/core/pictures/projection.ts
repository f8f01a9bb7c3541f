// The window of a locator map: which part of the world it shows, and how the globe becomes flat there.

import {
  type ExtendedFeatureCollection,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoNaturalEarth1,
} from 'd3-geo'
import type { Country, Point } from './atlas.ts'

const EARTH_RADIUS_KM = 6371
/** A closer look would leave nothing around the place to know it by. */
const LEAST_WIDTH_KM = 1500
/** Beyond this distance from the middle, in radians, the map shows the whole world. */
const FAR = 1.3

export type Window = { readonly width: number; readonly top: number; readonly height: number }

export type View = {
  readonly projection: GeoProjection
  readonly centre: Point
  /** How far from the centre the window can reach, in radians. */
  readonly reach: number
  /** Of the middle of the map; undefined where the scale changes too much to be printed. */
  readonly kmPerUnit: number | undefined
}

/** A view that holds these points and countries, with room around them. */
export function viewOf(points: readonly Point[], countries: readonly Country[], window: Window): View {
  const frame: ExtendedFeatureCollection = {
    type: 'FeatureCollection',
    features: [
      ...countries.map(({ mainland }) => mainland),
      { type: 'Feature', properties: {}, geometry: { type: 'MultiPoint', coordinates: [...points] } },
    ],
  }
  const centre = geoCentroid(frame)
  const farthest = Math.max(
    0,
    ...points.map((point) => geoDistance(centre, point)),
    ...countries.map((country) => geoDistance(centre, country.centre)),
  )
  const { width, top, height } = window
  const inset = [
    [44, top + 34],
    [width - 44, top + height - 34],
  ] as [[number, number], [number, number]]
  const isWorld = farthest > FAR
  const projection = (isWorld ? geoNaturalEarth1() : geoAzimuthalEqualArea())
    .rotate(isWorld ? [-centre[0], 0] : [-centre[0], -centre[1]])
    .fitExtent(inset, frame)
  const closest = (EARTH_RADIUS_KM * width) / LEAST_WIDTH_KM
  // A single point fits at any scale.
  if (!Number.isFinite(projection.scale()) || projection.scale() > closest) {
    projection.scale(closest).translate([width / 2, top + height / 2])
    projection.rotate(isWorld ? [-centre[0], 0] : [-centre[0], -centre[1]])
  }
  projection.clipExtent([
    [0, top],
    [width, top + height],
  ])
  return {
    projection,
    centre,
    reach: isWorld ? Math.PI : Math.min(Math.PI, Math.hypot(width, height) / projection.scale()),
    kmPerUnit: isWorld ? undefined : EARTH_RADIUS_KM / projection.scale(),
  }
}
