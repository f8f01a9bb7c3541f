// From what was typed behind a command or a mention to a request: "who weir", "sources", "digest list", "how many were hurt
// as of 2030-05-03". The grammar is the same wherever it is typed.

import { readCommand } from '../answering/ask.ts'
import { type Verb, verbs } from '../briefing/schema.ts'
import { parseSpan } from '../briefing/span.ts'
import { type DigestMode, type DigestOrder, digestModes } from './digestOrder.ts'
import type { OpenRequest, Scope } from './request.ts'

const wholeWords = ['overview', 'sources', 'conflicts', 'catch-up', 'help'] as const
const aliases: Readonly<Record<string, (typeof wholeWords)[number]>> = { catchup: 'catch-up', 'catch up': 'catch-up' }
const optionPattern = /\s--(briefing|as-of)[= ]\s*(\S+)/g
const asOfPattern = /[\s,]+as of\s+(\d{4}(?:-\d{2}){0,2})\s*[.?!]?$/i

/** Reads a text; whatever it does not know as a command is a question. */
export function readRequest(typed: string): OpenRequest {
  const { text, scope } = takeScope(typed)
  const word = text.replace(/^\//, '').trim().toLowerCase()
  const whole = wholeWords.find((one) => one === word) ?? aliases[word]
  if (word === '' || whole !== undefined) return { kind: whole ?? 'overview', ...scope }
  const digest = /^\/?digests?\b\s*(.*)$/is.exec(text)
  if (digest !== null) {
    const order = readDigestOrder(digest[1] ?? '', scope.briefing)
    if (order !== undefined) return { kind: 'digest', order, ...scope }
  }
  const verb = verbs.find((one) => text.toLowerCase().startsWith(`${one} `) && isCommandLike(one, text))
  const command = verb === undefined ? readCommand(text) : { verb, text: text.slice(verb.length).trim() }
  return { kind: 'ask', ...command, ...scope }
}

const auxiliary = /^(?:is|are|was|were|did|does?|has|have|had|will|would|can|could|should|may|might)$/i

/** "timeline weir" and "howmany hurt" are commands, and so is "who weir"; "who is weir" and longer texts are plain questions. */
function isCommandLike(verb: Verb, text: string): boolean {
  if (verb === 'timeline' || verb === 'howmany') return true
  const words = text.trim().split(/\s+/)
  return words.length <= 3 && !auxiliary.test(words[1] ?? '')
}

/** Takes `--briefing SLUG`, `--as-of DATE` and a closing "as of 2030-05-03" out of a text. */
function takeScope(typed: string): { text: string; scope: Scope } {
  let scope: Scope = {}
  const text = ` ${typed}`
    .replace(optionPattern, (_, name: string, value: string) => {
      scope = name === 'briefing' ? { ...scope, briefing: value } : { ...scope, asOf: value }
      return ''
    })
    .replace(asOfPattern, (all, date: string) => {
      if (parseSpan(date) === undefined) return all
      scope = { ...scope, asOf: date }
      return ''
    })
  return { text: text.trim(), scope }
}

const zonePattern = /\b(?:in\s+)?([a-z]{2,}(?:\/[a-z][\w+-]+){1,2}|UTC|GMT)\b/i
const slugPattern = /^[a-z0-9][a-z0-9-]*-[a-z0-9-]*$/

/**
 * Reads what stands behind "digest"; undefined for what is no order. `subscribe harbour-fire daily 09:00 Europe/Lisbon
 * replay quiet`: the words that are no slug, zone, mode or "quiet" make the schedule.
 */
function readDigestOrder(typed: string, briefing: string | undefined): DigestOrder | undefined {
  const [verb = '', ...words] = typed.trim().split(/\s+/)
  switch (verb.toLowerCase()) {
    case '':
    case 'list':
      return { kind: 'list' }
    case 'pause':
    case 'resume':
    case 'remove':
      return { kind: verb.toLowerCase() as 'pause' | 'resume' | 'remove', subscription: words[0] ?? '' }
    case 'preview': {
      const [since, until] = words.filter((word) => parseSpan(word) !== undefined)
      return { kind: 'preview', briefing: slugIn(words) ?? briefing, since, until, mode: modeIn(words) }
    }
    case 'subscribe': {
      const rest = words.join(' ')
      const zone = zonePattern.exec(rest)
      const slug = slugIn(words)
      const schedule = (zone === null ? rest : rest.replace(zone[0], ' '))
        .split(/\s+/)
        .filter((word) => word !== slug && word !== 'quiet' && !digestModes.some((mode) => mode === word))
        .join(' ')
      return {
        kind: 'subscribe',
        briefing: slug ?? briefing,
        schedule: schedule.trim(),
        zone: zone?.[1],
        mode: modeIn(words),
        isQuiet: words.includes('quiet'),
      }
    }
    default:
      return undefined
  }
}

const modeIn = (words: readonly string[]): DigestMode => digestModes.find((mode) => words.includes(mode)) ?? 'changes'
const slugIn = (words: readonly string[]) =>
  words.find((word) => slugPattern.test(word) && parseSpan(word) === undefined && !/^\d/.test(word))
