// The channels of the invented world, and what they are subscribed to. One on each platform does not let us read back, one
// takes no pictures, and one goes away in the middle.

import { nextPeriods } from '../src/core/digests/schedule.ts'
import type { DigestPlatform, Subscription } from '../src/core/digests/subscriptions.ts'
import type { ChannelState } from './platformServer.ts'

export type Channel = {
  readonly subscription: Subscription
  readonly isUnreadable: boolean
  readonly isWithoutFiles: boolean
  readonly isDoomed: boolean
}

/** Every hour and every day, in zones that change their clocks in different weeks and by different steps. */
const plans = [
  ['0 * * * *', 'UTC'],
  ['30 * * * *', 'Europe/Berlin'],
  ['30 2 * * *', 'Europe/Berlin'],
  ['30 1 * * *', 'America/New_York'],
  ['15 2 * * *', 'Australia/Lord_Howe'],
  ['0 9 * * 1-5', 'Asia/Kathmandu'],
  ['0 */3 * * *', 'America/Sao_Paulo'],
] as const

const usual = { isUnreadable: false, isWithoutFiles: false, isDoomed: false }

export function inventChannels(startMs: number, briefing: string): readonly Channel[] {
  return (['discord', 'slack'] as const).flatMap((platform) => {
    const subscribed = (number: number, schedule: string, zone = 'UTC') => ({
      ...usual,
      subscription: subscriptionOf(platform, number, schedule, zone, startMs, briefing),
    })
    return [
      ...plans.map(([schedule, zone], i) => subscribed(i, schedule, zone)),
      { ...subscribed(90, '20 */2 * * *'), isUnreadable: true },
      { ...subscribed(91, '40 */4 * * *'), isDoomed: true },
      { ...subscribed(92, '50 */3 * * *'), isWithoutFiles: true },
    ]
  })
}

function subscriptionOf(
  platform: DigestPlatform,
  number: number,
  schedule: string,
  zone: string,
  startMs: number,
  briefing: string,
): Subscription {
  const isDiscord = platform === 'discord'
  return {
    id: `${platform}-${number}`,
    place: {
      platform,
      tenant: isDiscord ? '700' : 'T700',
      channel: isDiscord ? String(8000 + number) : `C${8000 + number}`,
    },
    briefing,
    schedule,
    zone,
    mode: 'changes',
    isQuiet: false,
    status: 'active',
    note: undefined,
    admin: isDiscord ? String(6000 + number) : `U${6000 + number}`,
    origin: 'command',
    createdMs: startMs,
    dueMs: nextPeriods({ cron: schedule, zone }, startMs, 1)[0]?.startMs ?? startMs,
  }
}

/** How a channel stands by its id; those of direct messages are open. */
export function stateOfChannel(channels: readonly Channel[], isDoomsday: () => boolean) {
  const byId = new Map(channels.map((one) => [one.subscription.place.channel, one]))
  return (id: string): ChannelState => {
    const channel = byId.get(id)
    if (channel?.isDoomed && isDoomsday()) return 'gone'
    if (channel?.isWithoutFiles) return 'without files'
    return channel?.isUnreadable ? 'unreadable' : 'open'
  }
}
