// Subscriptions that stand in the configuration file: their shape, and how they get among the others.

import { z } from 'zod'
import { digestModes } from '../desk/digestOrder.ts'
import { SettingsError } from '../errors.ts'
import { contentHash } from './contentHash.ts'
import { nextPeriods, readSchedule } from './schedule.ts'
import { digestPlatforms, type Place, type Subscription, type Subscriptions } from './subscriptions.ts'

// YAML reads an id of digits as a number, which is too large to be exact.
const platformId = z.string('must be an id in quotes, as a number would lose its last digits').min(1).max(60)

const declaredSubscription = z
  .strictObject({
    /** Unique in the file: the digest goes on under it when the rest is changed. */
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
    platform: z.enum(digestPlatforms),
    /** The server's or workspace's id. */
    tenant: platformId,
    channel: platformId,
    briefing: z.string().min(1),
    schedule: z.string(),
    zone: z.string().default('UTC'),
    mode: z.enum(digestModes).default('changes'),
    quiet: z.boolean().default(false),
    /** The user who is told of what goes wrong. */
    admin: platformId.optional(),
  })
  .transform(({ id, schedule, zone, quiet, platform, tenant, channel, ...rest }, context) => {
    const read = readSchedule(schedule, zone)
    if (read.problem !== undefined) {
      context.addIssue({ code: 'custom', message: read.problem, path: ['schedule'] })
      return z.NEVER
    }
    const place: Place = { platform, tenant, channel }
    // Under another channel it is another one, which has been told nothing yet.
    const ownId = `${id}-${contentHash(JSON.stringify(place)).slice(0, 6)}`
    return { ...rest, id: ownId, place, isQuiet: quiet, schedule: read.schedule.cron, zone: read.schedule.zone }
  })

export const declaredSubscriptions = z
  .array(declaredSubscription)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'two subscriptions have the same id')

export type DeclaredSubscription = z.output<typeof declaredSubscription>

/**
 * Makes the declared subscriptions be what the file says: new ones are added, changed ones changed, and those that are not
 * there any more removed. One that was paused by command stays so.
 */
export async function declareSubscriptions(
  declared: readonly DeclaredSubscription[],
  briefings: readonly string[],
  subscriptions: Subscriptions,
  nowMs: number,
): Promise<void> {
  for (const { id, briefing } of declared)
    if (!briefings.includes(briefing))
      throw new SettingsError(
        `digests.subscriptions: "${id}" names the briefing "${briefing}"; there is: ${briefings.join(', ')}`,
      )
  const kept = new Map((await subscriptions.list({ origin: 'declared' })).map((one) => [one.id, one]))
  const wanted = new Set(declared.map((one) => one.id))
  for (const id of kept.keys()) if (!wanted.has(id)) await subscriptions.remove(id)
  for (const one of declared) await declare(one, kept.get(one.id), subscriptions, nowMs)
}

async function declare(
  { place, schedule, zone, admin, ...rest }: DeclaredSubscription,
  before: Subscription | undefined,
  subscriptions: Subscriptions,
  nowMs: number,
): Promise<void> {
  const [next] = nextPeriods({ cron: schedule, zone }, nowMs, 1)
  const dueMs = next?.startMs ?? nowMs
  if (before !== undefined) {
    const isSameTime = before.schedule === schedule && before.zone === zone
    await subscriptions.change(before.id, { ...rest, schedule, zone, admin, ...(isSameTime ? {} : { dueMs }) })
    return
  }
  const made = { ...rest, place, schedule, zone, admin, dueMs, createdMs: nowMs }
  await subscriptions.add({ ...made, status: 'active', note: undefined, origin: 'declared' })
}
