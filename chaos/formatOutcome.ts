// What a simulation found, for people.

import type { Outcome } from './simulate.ts'

const MOST_FAULTS = 20

export function formatOutcome(title: string, outcome: Outcome): string {
  const { crashes, faults } = outcome
  const rows: readonly (readonly [string, number])[] = [
    ['crashes', countCrashes(outcome)],
    ['platform faults', outcome.faultsMet],
    ['of these as a picture came', outcome.uploadFaultsMet],
    ['hours simulated', Math.round(outcome.simulatedDays * 24)],
    ['periods due', outcome.due],
    ['delivered', outcome.delivered],
    ['of these with a picture', outcome.pictured],
    ['skipped: missed, and recorded', outcome.skipped],
    ['failed: channel gone, and told', outcome.failed],
    ['unknown: not readable, and told', outcome.unknown],
    ['notices to admins', outcome.notices],
    ['doubled', outcome.doubled],
    ['lost', outcome.lost],
  ]
  return [
    title,
    ...rows.map(([name, count]) => `  ${name.padEnd(34)}${String(count).padStart(7)}`),
    `  crashed ${Object.entries(crashes)
      .map(([point, count]) => `${point} ${count}`)
      .join(', ')}`,
    ...faults.slice(0, MOST_FAULTS).map((fault) => `  FAULT ${fault}`),
    '',
    '',
  ].join('\n')
}

const countCrashes = ({ crashes }: Outcome) => Object.values(crashes).reduce((sum, count) => sum + count, 0)

/** One line on all simulations of a ledger. */
export function formatTotal(ledger: string, outcomes: readonly Outcome[]): string {
  const sum = (countOf: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + countOf(outcome), 0)
  const counts = [
    `${sum(countCrashes)} crashes`,
    `${sum(({ due }) => due)} periods due`,
    `${sum(({ delivered }) => delivered)} delivered (${sum(({ pictured }) => pictured)} with a picture)`,
    `${sum(({ skipped }) => skipped)} skipped`,
    `${sum(({ unknown }) => unknown)} unknown`,
    `${sum(({ doubled }) => doubled)} doubled`,
    `${sum(({ lost }) => lost)} lost`,
  ]
  return `${ledger} together: ${counts.join(', ')}\n\n`
}
