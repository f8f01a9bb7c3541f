// What design.md 9 demands of a base of 100,000 facts, held against what was measured.

import type { ContestantName } from './contestants.ts'
import type { Result } from './runContestant.ts'

export type Results = ReadonlyMap<number, Readonly<Record<ContestantName, Result>>>
export type Bar = { readonly text: string; readonly holds: boolean }

const LARGE = 100_000
const MIDDLE = 10_000
/** Ten times the base may cost ten times as much, and a third more for noise. */
const MOST_GROWTH = 10 * 1.3

/** The bars that can be judged from the sizes that were run. */
export function judgeBars(results: Results): Bar[] {
  const large = results.get(LARGE)
  const middle = results.get(MIDDLE)
  const bars: Bar[] = []
  const bar = (what: string, value: number, limit: number, unit: string) =>
    bars.push({ text: `${what}: ${value.toFixed(1)}${unit}, bar ${limit}${unit}`, holds: value < limit })
  if (large !== undefined) {
    const { sitrep } = large
    bar(`load of ${LARGE} facts`, sitrep.loadMs / 1000, 5, ' s')
    bar(`p99 of an answer from ${LARGE} facts`, sitrep.p99, 10, ' ms')
    bar(`memory at its peak with ${LARGE} facts`, sitrep.rssPeak / 2 ** 30, 1, ' GiB')
  }
  for (const [size, row] of results)
    for (const rival of ['minisearch', 'orama'] as const) {
      // A rival that was too slow was asked fewer questions; Sitrep is judged on the same ones.
      const asked = row[rival].isRight.length
      const [own, theirs] = [row.sitrep.isRight.slice(0, asked), row[rival].isRight].map(countTrue) as [number, number]
      bars.push({
        text: `right first hits of ${asked} from ${size} facts: ${own}, ${rival} ${theirs}`,
        holds: own >= theirs,
      })
    }
  if (large !== undefined && middle !== undefined) {
    bar(`load of ${LARGE} facts over that of ${MIDDLE}`, large.sitrep.loadMs / middle.sitrep.loadMs, MOST_GROWTH, '×')
    bar(`p99 with ${LARGE} facts over that with ${MIDDLE}`, large.sitrep.p99 / middle.sitrep.p99, MOST_GROWTH, '×')
  }
  return bars
}

export function countTrue(list: readonly boolean[]): number {
  return list.filter(Boolean).length
}
