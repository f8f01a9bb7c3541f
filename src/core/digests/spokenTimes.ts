// Moments as people in a channel's own time zone write them.

const formatters = new Map<string, Intl.DateTimeFormat>()

/** "Mon 3 May 2031 09:00". */
export function spokenMoment(ms: number, zone: string): string {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year} ${parts.hour}:${parts.minute}`
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone)
  if (kept !== undefined) return kept
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatters.set(zone, made)
  return made
}
