// The value that is asked for, a day, a figure, a name or a yes, and the statement behind it.

import { formatQuantity, unitClass } from '../briefing/quantity.ts'
import type { Lead } from '../briefing/schema.ts'
import { formatSpan, parseSpan } from '../briefing/span.ts'
import { MAX_TEXT } from './answer.ts'
import type { Findings } from './findings.ts'
import { leadOf } from './lead.ts'
import type { Match } from './match.ts'
import { asReported, attributed, capital } from './statement.ts'

/** The statement with the value that is asked for in front of it, where it does not open with that anyhow. */
export function withLead(match: Match, findings: Findings): string {
  const { fact } = match.view
  const statement = attributed(fact, findings)
  const lead = asReported(fact, findings) === undefined ? leadFor(match, findings) : undefined
  // A long quotation before a long statement would leave no room for either.
  const isTooLong = lead !== undefined && lead.length + statement.length + 2 > MAX_TEXT
  if (lead === undefined || isTooLong || opensWith(statement, lead)) return statement
  return `${capital(lead)}${/[.!?”"]$/.test(lead) ? '' : '.'} ${statement}`
}

const opensWith = (statement: string, lead: string) => statement.toLowerCase().startsWith(lead.toLowerCase())

function leadFor(match: Match, findings: Findings): string | undefined {
  const { fact } = match.view
  const { inquiry, engine } = findings
  const { frame } = fact
  const isAsserted = fact.standing !== 'claimed' && fact.standing !== 'denied'
  const nameOf = (id: string) => engine.briefing.entities.get(id)?.name
  switch (inquiry.asked.slot) {
    case 'when': {
      const span = frame.when === undefined ? undefined : parseSpan(frame.when)
      if (span === undefined)
        return frame.howMany === undefined || unitClass(frame.howMany.unit) !== 'duration'
          ? undefined
          : formatQuantity(frame.howMany)
      return fact.standing === 'forecast' ? `Expected: ${formatSpan(span)}` : formatSpan(span)
    }
    case 'howMany':
      return frame.howMany === undefined ? undefined : formatQuantity(frame.howMany)
    case 'yesNo': {
      const lead = leadOf(match, findings)
      return lead === undefined ? undefined : leadWords[lead]
    }
    case 'where': {
      const places = frame.where.filter((id) => !inquiry.named.has(id)).flatMap((id) => nameOf(id) ?? [])
      return places.length === 1 && isAsserted ? places[0] : undefined
    }
    case 'who': {
      const people = [
        ...(isAsserted ? frame.who : []),
        ...(inquiry.asked.isAboutSpeech ? frame.saidBy : []),
        ...(isAsserted ? frame.whom : []),
      ].filter(
        (id) =>
          !inquiry.named.has(id) && !['place', 'event', 'thing'].includes(engine.briefing.entities.get(id)?.kind ?? ''),
      )
      const [one] = [...new Set(people)]
      if (one === undefined || new Set(people).size !== 1) return undefined
      return engine.briefing.entities.get(one)?.unnamed ? `${nameOf(one)}, whom the sources leave unnamed` : nameOf(one)
    }
    case 'quote': {
      const quote =
        frame.quote ?? findings.known(fact).find((citation) => citation.reports?.quote !== undefined)?.reports?.quote
      const said = fact.statement.replace(/[“”]/g, '"')
      return quote === undefined || said.includes(quote) ? undefined : `“${quote}”`
    }
    default:
      return undefined
  }
}

const leadWords: Record<Lead, string> = {
  yes: 'Yes',
  no: 'No',
  'not yet': 'Not yet',
  disputed: 'Disputed',
  claimed: 'Claimed, not established',
}
