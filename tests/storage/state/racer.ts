// A process of its own that races others for one state: `racer.ts PLACE TASK`. It says "ready", waits for a line, runs, and
// writes what it got as JSON.

import { once } from 'node:events'
import { openState } from '../../../src/storage/state/openState.ts'
import { aDelivery } from '../../fakes/deliveries.ts'

const [place = '', task = ''] = process.argv.slice(2)
const clock = { now: () => new Date() }

async function start(): Promise<void> {
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
}

async function claimKeys(): Promise<string[]> {
  const { claims, close } = await openState(place, { clock })
  await start()
  const won: string[] = []
  for (let i = 0; i < 150; i++) if (await claims.claim(`event/${i}`, 60_000)) won.push(`event/${i}`)
  await close()
  return won
}

/** Plans what the others plan too, then delivers until nothing is left; what it took is what it would post. */
async function deliver(): Promise<string[]> {
  const { ledger, close } = await openState(place, { clock })
  await start()
  await ledger.plan(
    Array.from({ length: 300 }, (_, i) => aDelivery({ key: `digest/${i}`, subscription: `s${i % 100}` })),
  )
  const taken: string[] = []
  for (;;) {
    const claimed = await ledger.claim({ limit: 4, platform: 'discord' })
    for (const one of claimed) {
      taken.push(one.key)
      await ledger.record(one, { state: 'sending', attempts: 1, sendingMs: Date.now() })
      await ledger.record(one, { state: 'sent', message: String(process.pid) })
    }
    const open = await ledger.list({ states: ['planned', 'sending'], limit: 1 })
    if (open.length === 0) break
  }
  await close()
  return taken
}

/** Opens a state that nobody has opened before. */
async function open(): Promise<string[]> {
  await start()
  const state = await openState(place, { clock })
  const { state: health } = await state.check()
  await state.close()
  return [health]
}

const tasks: Readonly<Record<string, () => Promise<string[]>>> = { claimKeys, deliver, open }
const got = await tasks[task]?.()
process.stdout.write(`${JSON.stringify(got)}\n`)
process.stdin.destroy()
