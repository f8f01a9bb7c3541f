// Everything around deliveries in memory, with a clock that a test moves.

import type { Courier } from '../../src/core/digests/courier.ts'
import { deliver } from '../../src/core/digests/deliver.ts'
import type { Delivering } from '../../src/core/digests/delivering.ts'
import type { Delivery } from '../../src/core/digests/ledger.ts'
import { planDue } from '../../src/core/digests/planDue.ts'
import { openPreparing } from '../../src/core/digests/prepareDigest.ts'
import type { Subscription } from '../../src/core/digests/subscriptions.ts'
import { engineOf } from './asking.ts'
import { memoryHandles } from './memoryHandles.ts'
import { memoryLedger, memorySnapshots } from './memoryLedger.ts'
import { memorySubscriptions } from './memorySubscriptions.ts'
import { recordingLog } from './recordingLog.ts'
import { aSubscription } from './subscriptions.ts'
import { tramStrike } from './tramStrike.ts'

const HOUR_MS = 3_600_000

export function openDigestWorld(startIso = '2031-05-02T09:00:30Z') {
  let nowMs = Date.parse(startIso)
  const log = recordingLog()
  const counted: string[] = []
  const tools: Delivering = {
    ledger: memoryLedger({ now: () => new Date(nowMs) }),
    subscriptions: memorySubscriptions(),
    handles: memoryHandles({ now: () => new Date(nowMs) }),
    library: { engines: () => [engine] },
    prepare: openPreparing(memorySnapshots()),
    nowMs: () => nowMs,
    graceMs: 6 * HOUR_MS,
    log,
    count: (platform, outcome) => void counted.push(`${platform} ${outcome}`),
  }
  const engine = { ...engineOf(tramStrike()) }
  return {
    tools,
    log,
    counted,
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms
    },
    /** Daily at nine (UTC), due today, on Slack. */
    subscribe: async (given: Partial<Subscription> = {}) => {
      const subscription = aSubscription({
        place: { platform: 'slack', tenant: 'T1', channel: 'C1' },
        briefing: engine.briefing.slug,
        admin: 'U1',
        dueMs: Date.parse('2031-05-02T09:00Z'),
        ...given,
      })
      await tools.subscriptions.add(subscription)
      return subscription
    },
    /** Plans what is due, and takes each claimed delivery one step of the way. */
    run: async (courier: Courier) => {
      await planDue(tools, async () => {})
      const claimed = await tools.ledger.claim({ limit: 100, platform: 'slack' })
      for (const one of claimed) await deliver(one, courier, tools)
      return claimed.length
    },
    digests: (): Promise<readonly Delivery[]> => tools.ledger.list({ kind: 'digest' }),
    notices: (): Promise<readonly Delivery[]> => tools.ledger.list({ kind: 'notice' }),
  }
}
