// The table of the generated bases: a line for each contestant and size, and how Sitrep compares with MiniSearch.

import { countTrue, type Results } from './bars.ts'
import { contestantNames } from './contestants.ts'
import type { Result } from './runContestant.ts'

const columns = [
  'facts',
  '',
  'load ms',
  'RSS MiB',
  'peak MiB',
  'p50 ms',
  'p99 ms',
  'right first',
  'answered',
  'of these wrong',
] as const

export function formatTable(results: Results): string {
  const rows: string[][] = [[...columns]]
  for (const [size, row] of results) {
    for (const name of contestantNames) rows.push([String(size), name, ...cells(row[name])])
    const [own, rival] = [row.sitrep, row.minisearch]
    const ratio = (of: (one: Result) => number) => `${(of(own) / of(rival)).toFixed(2)}×`
    rows.push([
      String(size),
      'sitrep/minisearch',
      ratio((one) => one.loadMs),
      ratio((one) => one.rssAfterLoad),
      ratio((one) => one.rssPeak),
      ratio((one) => one.p50),
      ratio((one) => one.p99),
      ratio((one) => countTrue(one.isRight) / one.isRight.length),
      '',
      '',
    ])
  }
  return alignColumns(rows)
}

function cells({ loadMs, rssAfterLoad, rssPeak, p50, p99, isRight, isAnswered }: Result): string[] {
  const answered = countTrue(isAnswered)
  const wrong = isAnswered.filter((one, i) => one && !isRight[i]).length
  const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(0)
  const share = (count: number) => `${((100 * count) / isRight.length).toFixed(1)} %`
  return [
    loadMs.toFixed(0),
    mib(rssAfterLoad),
    mib(rssPeak),
    p50.toFixed(2),
    p99.toFixed(2),
    `${share(countTrue(isRight))} of ${isRight.length}`,
    share(answered),
    share(wrong),
  ]
}

/** Pads the cells of each column to its widest; the first two columns to the left, figures to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}
