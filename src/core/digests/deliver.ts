// Delivers one claimed delivery as far as it goes now. Each step is recorded before the next, so that whoever claims it after
// a crash goes on from there; what may have been sent is looked for, and never simply sent again.

import type { Courier, Outcome, Posting } from './courier.ts'
import { backoffMs, type Delivering, rest, waitUntil } from './delivering.ts'
import { freeze, referenceOf } from './freeze.ts'
import type { Claimed, Frozen } from './ledger.ts'
import { tellAdmin } from './notice.ts'

/** A delivery whose payload is frozen. */
type Ready = Claimed & { readonly frozen: Frozen }

export async function deliver(claimed: Claimed, courier: Courier, tools: Delivering): Promise<void> {
  const sure = claimed.state === 'sending' ? await resolveDoubt(claimed, courier, tools) : claimed
  if (sure === undefined || (await isOver(sure, tools))) return
  const frozen = sure.frozen ?? (await freeze(sure, courier, tools))
  if (frozen !== undefined) await send({ ...sure, frozen }, courier, tools)
}

/** What was made up for just before the grace time ended is carried through, whatever meets its first attempts. */
const LATE_ONES_GET_MS = 3_600_000

/** True where a delivery that is surely not there shall not be sent any more. */
async function isOver(delivery: Claimed, tools: Delivering): Promise<boolean> {
  if (delivery.state === 'sending') return false
  if (delivery.kind === 'digest' && !(await isWanted(delivery, tools))) {
    await rest(delivery, 'skipped', { note: 'its subscription was paused or removed' }, tools)
    return true
  }
  const graceMs = tools.graceMs + (delivery.isLate ? LATE_ONES_GET_MS : 0)
  if (tools.nowMs() <= delivery.period.startMs + graceMs) return false
  if (delivery.attempts === 0) {
    await rest(delivery, 'skipped', { note: 'older than the grace time when it could be sent' }, tools)
    return true
  }
  const note = `given up after ${delivery.attempts} attempts: ${delivery.note ?? 'no reason known'}`
  await tellAdmin(delivery, `it could not be delivered. ${note}.`, tools)
  await rest(delivery, 'failed', { note }, tools)
  return true
}

async function isWanted({ subscription }: Claimed, { subscriptions }: Delivering): Promise<boolean> {
  const [found] = await subscriptions.list({ id: subscription })
  return found?.status === 'active'
}

/**
 * Finds out whether a message that may be there is. Gives the delivery back where it may be sent: because it surely is
 * not there, or because the platform still knows a repeated call for the same.
 */
async function resolveDoubt(claimed: Claimed, courier: Courier, tools: Delivering): Promise<Claimed | undefined> {
  const { sendingMs, frozen } = claimed
  if (sendingMs === undefined || frozen === undefined)
    throw new Error(`${claimed.key} is sending, but nothing is frozen`)
  const nowMs = tools.nowMs()
  // A clock that was set back must not make an old call young.
  const ageMs = nowMs < sendingMs ? Number.POSITIVE_INFINITY : nowMs - sendingMs
  const { repeatableForMs, settlesAfterMs } = courier.safety
  if (ageMs < repeatableForMs) return claimed
  if (ageMs < settlesAfterMs) {
    await waitUntil(claimed, sendingMs + settlesAfterMs, {}, tools)
    return undefined
  }
  const found = await courier.find(postingOf({ ...claimed, frozen }), Math.min(sendingMs, nowMs))
  switch (found.kind) {
    case 'found':
      await rest(claimed, 'sent', { message: found.message }, tools)
      return undefined
    case 'absent': {
      const change = { state: 'planned', sendingMs: undefined } as const
      return (await tools.ledger.record(claimed, change)) ? { ...claimed, ...change } : undefined
    }
    case 'later':
      if (nowMs - sendingMs <= tools.graceMs)
        await waitUntil(claimed, nowMs + found.retryAfterMs, { note: found.reason }, tools)
      else await leaveUnknown(claimed, found.reason, tools)
      return undefined
    case 'unreadable':
      await leaveUnknown(claimed, found.reason, tools)
      return undefined
  }
}

/** Nobody can tell whether it arrived: the admin looks, and we do not guess. */
async function leaveUnknown(delivery: Claimed, reason: string, tools: Delivering): Promise<void> {
  const note = `it may have arrived or not, and it cannot be looked up: ${reason}`
  await tellAdmin(delivery, `${note}. Please look into the channel.`, tools)
  await rest(delivery, 'unknown', { note }, tools)
}

function postingOf({ key, kind, place, frozen }: Ready): Posting {
  const { payload, card } = frozen
  return { place, isDirect: kind === 'notice', reference: referenceOf(key), payload, picture: card.picture }
}

async function send(ready: Ready, courier: Courier, tools: Delivering): Promise<void> {
  const isRepeat = ready.state === 'sending'
  const calling = {
    state: 'sending',
    attempts: ready.attempts + 1,
    sendingMs: isRepeat ? ready.sendingMs : tools.nowMs(),
    frozen: ready.frozen,
  } as const
  // Only who still holds the claim may call.
  if (!(await tools.ledger.record(ready, calling))) return
  const outcome = await courier.post(postingOf(ready))
  const called = { ...ready, ...calling }
  if (outcome.kind === 'sent') await rest(called, 'sent', { message: outcome.message, note: undefined }, tools)
  else if (outcome.kind === 'unclear' || isRepeat) await waitInDoubt(called, outcome, courier, tools)
  else await waitOrGiveUp(called, outcome, tools)
}

type Unsent = Exclude<Outcome, { kind: 'sent' }>

/** What a repeated call met tells nothing of the first one. */
async function waitInDoubt(delivery: Claimed, outcome: Unsent, { safety }: Courier, tools: Delivering): Promise<void> {
  const waitMs = outcome.kind === 'rate limited' ? outcome.retryAfterMs : backoffMs(delivery.attempts)
  const waited = safety.repeatableForMs > 0 ? waitMs : Math.max(waitMs, safety.settlesAfterMs)
  await waitUntil(delivery, tools.nowMs() + waited, { note: reasonOf(outcome) }, tools)
}

/** After a call that surely delivered nothing. */
async function waitOrGiveUp(
  delivery: Claimed,
  outcome: Exclude<Unsent, { kind: 'unclear' }>,
  tools: Delivering,
): Promise<void> {
  const note = reasonOf(outcome)
  switch (outcome.kind) {
    case 'rate limited':
    case 'unreachable': {
      const waitMs = outcome.kind === 'rate limited' ? outcome.retryAfterMs : backoffMs(delivery.attempts)
      const change = { state: 'planned', sendingMs: undefined, note } as const
      return waitUntil(delivery, tools.nowMs() + waitMs, change, tools)
    }
    case 'refused':
    case 'rejected':
      return giveUp(delivery, outcome.kind, note, tools)
  }
}

/** Recorded as surely not sent first: a crash before the end then finds no doubt to resolve. */
async function giveUp(delivery: Claimed, why: 'refused' | 'rejected', note: string, tools: Delivering): Promise<void> {
  await tools.ledger.record(delivery, { state: 'planned', sendingMs: undefined, note })
  const isPaused = why === 'refused' && delivery.kind === 'digest'
  const paused = `The subscription ${delivery.subscription} is paused; resume it when that is mended.`
  await tellAdmin(delivery, `it could not be delivered: ${note}.${isPaused ? ` ${paused}` : ''}`, tools)
  if (isPaused) await tools.subscriptions.change(delivery.subscription, { status: 'paused', note })
  await rest(delivery, 'failed', { note }, tools)
}

function reasonOf(outcome: Unsent): string {
  return outcome.kind === 'rate limited' ? 'the platform asked to wait' : outcome.reason
}
