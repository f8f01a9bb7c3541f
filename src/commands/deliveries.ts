// `sitrep deliveries`: the digests that came to rest without arriving, and the subscriptions that are paused, for the operator.

import type { Delivery } from '../core/digests/ledger.ts'
import type { Subscription } from '../core/digests/subscriptions.ts'
import type { DeliveriesCommand } from '../platforms/terminal/command.ts'
import { onOneLine } from '../platforms/terminal/printable.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openState } from '../storage/state/openState.ts'
import { systemClock } from '../system/clock.ts'

/** Newest first; older ones are seldom worth a look. */
const SHOWN = 200

export async function runDeliveries(
  { isJson }: DeliveriesCommand,
  settings: Settings,
  { output }: Terminal,
): Promise<number> {
  const state = await openState(settings.state, { clock: systemClock, mustExist: true })
  try {
    const deliveries = await state.ledger.list({ states: ['failed', 'unknown'], limit: SHOWN })
    const paused = (await state.subscriptions.list({})).filter(({ status }) => status === 'paused')
    await write(output, isJson ? renderJson(deliveries, paused) : renderText(deliveries, paused))
    return 0
  } finally {
    await state.close()
  }
}

/** Without the payloads, which nobody reads here. */
function renderJson(deliveries: readonly Delivery[], paused: readonly Subscription[]): string {
  const shown = deliveries.map(({ frozen: _, ...delivery }) => delivery)
  return `${JSON.stringify({ deliveries: shown, paused }, null, 2)}\n`
}

function renderText(deliveries: readonly Delivery[], paused: readonly Subscription[]): string {
  if (deliveries.length + paused.length === 0) return 'Every digest arrived, and no subscription is paused.\n'
  return [...deliveries.map(renderDelivery), ...paused.map(renderPaused)].join('')
}

/** What became of it, in words that say what an operator can rely on. */
const outcomes: Readonly<Partial<Record<Delivery['state'], string>>> = {
  failed: 'did not arrive',
  unknown: 'may have arrived; nobody could look',
}

function renderDelivery({ state, kind, period, briefing, subscription, place, attempts, note }: Delivery): string {
  const what = kind === 'notice' ? 'notice to an admin' : `digest of ${briefing}`
  const tried = attempts === 1 ? 'tried once' : `tried ${attempts} times`
  return `${period.start.replace('T', ' ')}  ${what} ${outcomes[state] ?? state} (${tried}): ${onOneLine(note ?? 'no reason was recorded')}
                  ${placeName(place)}, subscription ${subscription}\n`
}

function renderPaused({ id, briefing, place, note }: Subscription): string {
  return `paused            digest of ${briefing}: ${onOneLine(note ?? 'by command')}
                  ${placeName(place)}, subscription ${id}\n`
}

function placeName({ platform, tenant, channel }: Subscription['place']): string {
  return `${platform} ${tenant}/${channel}`
}
