// What a fact says, as the sources that count tell it; a claim never stands without its speaker.

import type { Briefing } from '../briefing/briefing.ts'
import { areCompatibleQuantities, formatQuantity } from '../briefing/quantity.ts'
import type { Citation, Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan } from '../briefing/span.ts'
import type { Findings } from './findings.ts'

/** A statement, with who claims it where the statement itself does not say. */
export function attributed(fact: Fact, findings: Findings): string {
  return asReported(fact, findings) ?? asStated(fact, findings.engine.briefing)
}

/**
 * What the sources that count report, where none of them bears out the statement: as of a day, or by the one source
 * that the question names, the value of another must not be told.
 */
export function asReported(fact: Fact, { engine, known, inquiry }: Findings): string | undefined {
  const counting = known(fact).filter(({ source }) => inquiry.sources.size === 0 || inquiry.sources.has(source))
  return otherwiseReported(fact, engine.briefing, counting)
}

/** What a fact says as these citations of it bear it out, with who claims it: what any card may print of it. */
export function statementOf(fact: Fact, briefing: Briefing, counting: readonly Citation[]): string {
  return otherwiseReported(fact, briefing, counting) ?? asStated(fact, briefing)
}

function otherwiseReported(fact: Fact, briefing: Briefing, counting: readonly Citation[]): string | undefined {
  if (counting.length === 0 || !counting.every(({ reports }) => reports !== undefined && differs(reports, fact)))
    return undefined
  return counting
    .map((citation) => {
      const publisher = briefing.sources.get(citation.source)?.publisher ?? citation.source
      const { statement, when, howMany, value } = citation.reports ?? {}
      if (statement !== undefined) return statement
      const told = [
        howMany && formatQuantity(howMany),
        when && formatSpan(parseSpan(when) ?? unread(when)),
        value,
      ].filter((one) => one !== undefined)
      return `${capital(fact.frame.what ?? 'reported')}: ${told.join(', ')} (${publisher}).`
    })
    .join(' ')
}

function unread(date: string): never {
  throw new Error(`the schema let ${date} pass`)
}

type Reports = NonNullable<Fact['citations'][number]['reports']>

/** True where a citation gives another value than the fact's own frame, so that it does not bear out the statement. */
function differs({ statement, when, howMany, value }: Reports, { frame }: Fact): boolean {
  const isOtherFigure =
    howMany !== undefined && frame.howMany !== undefined && !areCompatibleQuantities(howMany, frame.howMany)
  const isOtherDate = when !== undefined && frame.when !== undefined && when !== frame.when
  const isOtherValue = value !== undefined && frame.value !== undefined && value !== frame.value
  return statement !== undefined || isOtherFigure || isOtherDate || isOtherValue
}

function asStated(fact: Fact, briefing: Briefing): string {
  if (fact.standing !== 'claimed' && fact.standing !== 'denied') return fact.statement
  const speakers = fact.frame.saidBy.flatMap((id) => briefing.entities.get(id) ?? [])
  const isNamed =
    /\b(said|says|claim|according|accus|den(y|ie)|alleg|suggest|argu|believ|report|told|call|warn|insist|reject|view|opinion|word)/i.test(
      fact.statement,
    )
  if (
    speakers.length === 0 ||
    isNamed ||
    speakers.some((one) => fact.statement.includes(one.name.split(' ').at(-1) ?? one.name))
  )
    return fact.statement
  return `According to ${speakers.map((one) => one.name).join(' and ')}: ${fact.statement}`
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
