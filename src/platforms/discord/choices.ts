// What can be chosen while typing an option: names, topics and questions; briefings; time zones.

import type { Desk } from '../../core/desk/request.ts'
import { plainText } from './escapeText.ts'

/** Discord takes 25 choices, of 100 characters each in name and value (Application Commands, "Autocomplete"). */
const MOST_CHOICES = 25
const MAX_CHOICE = 100

export type Choice = { readonly name: string; readonly value: string }

export function choicesFor(
  desk: Desk,
  asked: { readonly option: string; readonly typed: string; readonly briefing: string | undefined },
): readonly Choice[] {
  return choicesOf(desk, asked)
    .map(({ name, value }) => ({ name: shorten(plainText(name)), value }))
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= MAX_CHOICE)
    .slice(0, MOST_CHOICES)
}

function choicesOf(
  desk: Desk,
  { option, typed, briefing }: { option: string; typed: string; briefing: string | undefined },
): readonly Choice[] {
  const wanted = typed.trim().toLowerCase()
  switch (option) {
    case 'text':
      return desk.complete(typed, briefing).map(({ label, value }) => ({ name: label, value }))
    case 'briefing':
      return desk
        .briefings()
        .filter(({ slug, title }) => `${slug} ${title}`.toLowerCase().includes(wanted))
        .map(({ slug, title }) => ({ name: title, value: slug }))
    case 'zone':
      return ['UTC', ...Intl.supportedValuesOf('timeZone')]
        .filter((zone) => zone.toLowerCase().replaceAll('_', ' ').includes(wanted.replaceAll('_', ' ')))
        .map((zone) => ({ name: zone, value: zone }))
    default:
      return []
  }
}

function shorten(text: string): string {
  return text.length <= MAX_CHOICE ? text : `${text.slice(0, MAX_CHOICE - 1).toWellFormed()}…`
}
