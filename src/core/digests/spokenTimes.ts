// Moments as people in a channel's own time zone write them.

import { zoneFormat } from './zoneFormat.ts'

const formatOf = zoneFormat('en-GB', {
  hourCycle: 'h23',
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** "Mon 3 May 2031 09:00". */
export function spokenMoment(ms: number, zone: string): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year} ${parts.hour}:${parts.minute}`
}
