// A schedule as people write it: the way back from the cron expression that `readSchedule` made of their words.

import { days, readSchedule } from './schedule.ts'

/** "daily 09:00", "every Monday and Thursday 17:05"; the expression itself where no such words say it. */
export function spokenSchedule(cron: string): string {
  const words = cron === '0 * * * *' ? 'hourly' : spokenDays(cron)
  return words !== undefined && readSchedule(words, 'UTC').schedule?.cron === cron ? words : cron
}

function spokenDays(cron: string): string | undefined {
  const [, minute = '', hour = '', on = ''] = /^(\d\d?) (\d\d?) \* \* (\*|1-5|[0-6](?:,[0-6])*)$/.exec(cron) ?? []
  if (on === '') return undefined
  return `${known[on] ?? `every ${listed(on.split(',').map(dayName))}`} ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

const known: Readonly<Record<string, string>> = { '*': 'daily', '1-5': 'weekdays', '0,6': 'weekends' }

function dayName(number: string): string {
  const [first = '', ...rest] = days[Number(number)] ?? ''
  return first.toUpperCase() + rest.join('')
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
