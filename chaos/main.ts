// `npm run chaos [-- --crashes 1000 --ledger sqlite|postgres --seed 1 --verbose]`: kills schedulers at every step around the
// send, on each ledger, and counts what arrived. Ends with 1 where anything was doubled or lost.

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seededRandom } from '../bench/seededRandom.ts'
import { formatOutcome, formatTotal } from './formatOutcome.ts'
import { openLedgerPlace } from './ledgerPlaces.ts'
import { type Outcome, simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    crashes: { type: 'string', default: '1000' },
    ledger: { type: 'string', default: 'sqlite,postgres' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})

/** Hours before the clocks of Europe go forward, and back; Australia's or America's follow within days. */
const starts = [Date.parse('2031-03-29T22:00Z'), Date.parse('2031-10-25T22:00Z')]
const briefings = fileURLToPath(new URL('../tests/fixtures/briefings', import.meta.url))

for (const ledger of values.ledger.split(',')) {
  const outcomes: Outcome[] = []
  for (const [i, startMs] of starts.entries()) {
    const place = await openLedgerPlace(ledger)
    try {
      const outcome = await simulate({
        place,
        briefings,
        briefing: 'ferry-2031',
        startMs,
        crashes: Math.ceil(Number(values.crashes) / starts.length),
        random: seededRandom(Number(values.seed) + i).next,
        isVerbose: values.verbose,
        onCrash: (count) => {
          if (count % 50 === 0) process.stderr.write(`${ledger}: ${count} crashes\n`)
        },
      })
      outcomes.push(outcome)
      process.stdout.write(formatOutcome(`${ledger}, from ${new Date(startMs).toISOString().slice(0, 10)}`, outcome))
      if (outcome.faults.length > 0) process.exitCode = 1
    } finally {
      await place.remove()
    }
  }
  process.stdout.write(formatTotal(ledger, outcomes))
}
