// The buttons under a digest in a channel, from the courier's message to the desk.

import { expect, test } from 'vitest'
import { readButton } from '../../../src/core/desk/button.ts'
import type { Visit } from '../../../src/core/desk/request.ts'
import { openDigestDesk } from '../../../src/core/digests/digestDesk.ts'
import { renderPosting } from '../../../src/platforms/slack/renderPosting.ts'
import { engineOf } from '../../fakes/asking.ts'
import { openDigestWorld } from '../../fakes/digestWorld.ts'
import { memoryLastLooks } from '../../fakes/memoryLastLooks.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'
import { scriptedCourier } from '../../fakes/scriptedCourier.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const reader: Visit = {
  platform: 'slack',
  tenant: 'T1',
  channel: 'C1',
  user: 'U9',
  thread: undefined,
  mayManage: false,
}

async function openDelivered() {
  const world = openDigestWorld()
  const courier = { ...scriptedCourier(), render: renderPosting }
  await world.subscribe()
  await world.run(courier)
  const clock = { now: () => new Date(world.nowMs()) }
  const engine = engineOf(tramStrike())
  const library = { engines: () => [engine], brokenEdits: () => [] }
  const { ledger, subscriptions, prepare, handles } = world.tools
  const digests = openDigestDesk({
    ...{ ledger, subscriptions, prepare, library, clock },
    lastLooks: memoryLastLooks(),
    newId: () => 'sub2',
  })
  const { desk } = openTestDesk({ digests, handles, clock, library })
  const [, value = ''] = /"value":"(sitrep:[^"]+:sources:0)"/.exec(courier.posted[0]?.payload ?? '') ?? []
  const button = readButton(value)
  if (button === undefined || button.action === 'report') throw new Error(`"${value}" is no button for sources`)
  return { desk, button: { handle: button.handle, action: button.action } }
}

test('"Sources" under a digest shows, to whoever pressed it, what its facts rest on', async () => {
  const { desk, button } = await openDelivered()
  const { card, isPrivate } = await desk.respond(reader, { kind: 'press', ...button })
  expect(isPrivate).toBe(true)
  expect(card).toMatchObject({ kind: 'sources', title: 'Sources' })
  expect(card.sources.map(({ publisher }) => publisher)).toContain('Ostermoor Herald')
})

test('a report under a digest reaches the curator', async () => {
  const { desk, button } = await openDelivered()
  const { card } = await desk.respond(reader, { kind: 'report', handle: button.handle, text: 'The date is wrong.' })
  expect(card.lines[0]?.text).toMatch(/^Thank you/)
})
