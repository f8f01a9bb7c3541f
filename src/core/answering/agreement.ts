// Whether a fact agrees with the day and the figure that a yes/no question names.

import { areCompatibleQuantities, type Quantity } from '../briefing/quantity.ts'
import { overlaps, parseSpan } from '../briefing/span.ts'
import type { Findings } from './findings.ts'
import type { Inquiry } from './inquiry.ts'
import type { Match } from './match.ts'
import { relevantConflicts } from './sides.ts'

/** `disputed` where one source says as the question does, and another says otherwise. */
export type Agreement = 'agrees' | 'differs' | 'disputed'

/** Undefined where the question names no day, or the fact has none. */
export function agreementInTime({ view: { fact } }: Match, findings: Findings): Agreement | undefined {
  const { date } = findings.inquiry
  const when = fact.frame.when === undefined ? undefined : parseSpan(fact.frame.when)
  if (date === undefined || when === undefined) return undefined
  if (overlaps(when, date)) return 'agrees'
  const reports = reportsOf(findings, fact)
  return reports.some((report) => report.when !== undefined && overlaps(report.when, date)) ? 'disputed' : 'differs'
}

/** Undefined where the question names no figure, or the fact counts something else or leaves it open. */
export function agreementInFigure({ view }: Match, findings: Findings): Agreement | undefined {
  const asked = figureIn(findings.inquiry)
  const { howMany } = view.fact.frame
  if (asked === undefined || howMany === undefined) return undefined
  const isCounted =
    view.quantityUnits.length === 0 || view.quantityUnits.some((unit) => findings.inquiry.speaksOf(unit) > 0.5)
  if (!isCounted) return undefined
  const reported = reportsOf(findings, view.fact).flatMap((report) => report.howMany ?? [])
  const found = new Set([howMany, ...reported].map((one) => compare(asked, one)))
  return found.has('agrees') && found.has('differs') ? 'disputed' : compare(asked, howMany)
}

const reportsOf = (findings: Findings, fact: Match['view']['fact']) =>
  relevantConflicts(findings, fact).flatMap(({ sides }) => sides.flatMap((side) => side.reports))

type Figure = { readonly value: number; readonly bound: 'exactly' | 'more than' | 'less than' }

/** The one figure of a question, which is no date. */
function figureIn({ tokens, units }: Inquiry): Figure | undefined {
  const figures = units.filter(({ unit, weight }) => unit.kind === 'number' && weight > 0)
  const word = figures.length === 1 ? (figures[0]?.unit.words[0] ?? '') : ''
  const value = Number(word)
  if (word === '' || !Number.isFinite(value)) return undefined
  const before = tokens
    .slice(
      0,
      tokens.findIndex((token) => token.word === word),
    )
    .slice(-2)
    .map((token) => token.word)
    .join(' ')
  if (/\b(more than|over|above|at least|exceed(ed)?)$/.test(before)) return { value, bound: 'more than' }
  if (/\b(less than|fewer than|under|below|at most)$/.test(before)) return { value, bound: 'less than' }
  return { value, bound: 'exactly' }
}

function compare({ value, bound }: Figure, reported: Quantity): Agreement | undefined {
  if (bound === 'exactly')
    return areCompatibleQuantities({ value, bound, unit: reported.unit }, reported) ? 'agrees' : 'differs'
  const isMore = reported.value >= value
  if (isMore === (bound === 'more than')) return 'agrees'
  // "At least 164" may be more than 200.
  const isOpen = ['at least', 'more than', 'at most', 'less than'].includes(reported.bound)
  return isOpen ? undefined : 'differs'
}
