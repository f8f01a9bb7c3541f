// Makes what a delivery sends, once: the digest of its subscription, or the notice to an admin.

import { engineOf } from '../enginesOf.ts'
import { contentHash } from './contentHash.ts'
import type { Courier } from './courier.ts'
import { type Delivering, rest } from './delivering.ts'
import { ON_TIME_MS } from './dueDeliveries.ts'
import type { Claimed, Frozen } from './ledger.ts'
import { noticeOf, spoken, tellAdmin } from './notice.ts'
import { withRemark } from './prepareDigest.ts'
import type { Subscription } from './subscriptions.ts'

/** By what a message is known again, on the platform and by its buttons. */
export const referenceOf = (key: string) => contentHash(key)

/** What to send; undefined where the delivery has come to rest instead. */
export async function freeze(delivery: Claimed, courier: Courier, tools: Delivering): Promise<Frozen | undefined> {
  const reference = referenceOf(delivery.key)
  if (delivery.kind === 'notice') {
    const card = noticeOf(delivery, reference)
    return { payload: courier.render(card, reference), card, facts: [], told: undefined }
  }
  const [subscription] = await tools.subscriptions.list({ id: delivery.subscription })
  return subscription === undefined ? undefined : freezeDigest(delivery, subscription, courier, tools)
}

async function freezeDigest(delivery: Claimed, subscription: Subscription, courier: Courier, tools: Delivering) {
  const { library } = tools
  const engine = engineOf(library, delivery.briefing)
  if (engine === undefined) {
    await tellAdmin(
      delivery,
      `there is no briefing "${delivery.briefing}" any more. The subscription is paused.`,
      tools,
    )
    await tools.subscriptions.change(subscription.id, { status: 'paused', note: 'its briefing is gone' })
    await rest(delivery, 'failed', { note: `there is no briefing "${delivery.briefing}"` }, tools)
    return undefined
  }
  const told = await lastTold(subscription, tools)
  const prepared = await tools.prepare(engine, subscription.mode, told, tools.nowMs())
  if (prepared === undefined) {
    await tools.subscriptions.change(subscription.id, { status: 'paused', note: 'the replay is over' })
    await rest(delivery, 'skipped', { note: 'the replay is over' }, tools)
    return undefined
  }
  const { facts, isNothingNew } = prepared.digest
  const due = `Late: this digest was due ${spoken(delivery.period.start)} (${subscription.zone}).`
  const isLate = delivery.isLate || tools.nowMs() - delivery.period.startMs > ON_TIME_MS
  const { card } = isLate ? withRemark(prepared.digest, due) : prepared.digest
  if (isNothingNew && subscription.isQuiet) {
    const frozen = { payload: '', card, facts, told: prepared.told }
    await rest(delivery, 'silent', { frozen, note: 'nothing new' }, tools)
    return undefined
  }
  const reference = referenceOf(delivery.key)
  await tools.handles.keep(reference, {
    request: { kind: 'digest', briefing: delivery.briefing, order: { kind: 'sent', delivery: delivery.key } },
    context: [],
    nearby: [],
  })
  return { payload: courier.render(card, reference), card, facts, told: prepared.told }
}

/** What the channel was told with the newest digest that it surely got. */
export async function lastTold(
  { id }: Pick<Subscription, 'id'>,
  { ledger }: Pick<Delivering, 'ledger'>,
): Promise<string | undefined> {
  const [last] = await ledger.list({ subscription: id, kind: 'digest', states: ['sent', 'silent'], limit: 1 })
  return last?.frozen?.told
}
