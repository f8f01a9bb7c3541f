// Quantities with their unit and bound: "at least 14 people", "15 of 69 stores", "about 10 days".

import { numberWord } from './numbers.ts'

export const bounds = ['exactly', 'about', 'nearly', 'at least', 'more than', 'at most', 'less than'] as const
export type Bound = (typeof bounds)[number]

export type Quantity = {
  readonly value: number
  /** The upper end, where the quantity is a range. */
  readonly to?: number | undefined
  readonly bound: Bound
  readonly unit: string
  /** The total that `value` is a part of. */
  readonly of?: number | undefined
  /** What is counted, where that is wider or narrower than for others ("killed and injured"). */
  readonly scope?: string | undefined
  /** How the curator added the figure up, where no source prints it. */
  readonly derived?: string | undefined
  /** How it is printed, where figure and unit do not say it well. */
  readonly text?: string | undefined
}

const boundWords: readonly [RegExp, Bound][] = [
  [/^(at least|no fewer than|no less than|minimum of)\s+/i, 'at least'],
  [/^(more than|over|above)\s+/i, 'more than'],
  [/^(at most|no more than|not more than|up to|within|maximum of)\s+/i, 'at most'],
  [/^(less than|fewer than|under|below)\s+/i, 'less than'],
  [/^(nearly|almost|just under)\s+/i, 'nearly'],
  [/^(about|around|approximately|roughly|some|circa)\s+/i, 'about'],
  [/^(exactly|precisely)\s+/i, 'exactly'],
]

/** Reads the shorthand "[bound] figure [of total] unit"; undefined where there is no figure in it. */
export function parseQuantity(text: string): Quantity | undefined {
  let rest = text.trim()
  let bound: Bound = 'exactly'
  for (const [pattern, meaning] of boundWords) {
    if (!pattern.test(rest)) continue
    rest = rest.replace(pattern, '')
    bound = meaning
    break
  }
  const match =
    /^([\d][\d,.]*|[a-z]+(?:-[a-z]+)?)(?:\s*(?:-|–|to)\s*([\d][\d,.]*))?(?:\s+(thousand|million|billion))?(?:\s+of\s+(?:the\s+)?([\d][\d,.]*))?\s*(.*)$/i.exec(
      rest,
    )
  if (match === null) return undefined
  const [, figure = '', to, scale, of, unit = ''] = match
  const factor = { thousand: 1e3, million: 1e6, billion: 1e9 }[scale?.toLowerCase() ?? ''] ?? 1
  const value = readFigure(figure)
  if (value === undefined) return undefined
  return {
    value: value * factor,
    to: to === undefined ? undefined : (readFigure(to) ?? 0) * factor,
    bound,
    unit: unit.trim(),
    of: of === undefined ? undefined : readFigure(of),
  }
}

function readFigure(text: string): number | undefined {
  const value = /^\d/.test(text) ? Number(text.replaceAll(',', '')) : numberWord(text.toLowerCase())
  return value === undefined || Number.isNaN(value) ? undefined : value
}

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 })

/** "at least 164 people", "15 of 69 stores", "5 to 7 days". */
export function formatQuantity(quantity: Quantity): string {
  if (quantity.text !== undefined) return quantity.text
  const isYear = quantity.unit === '' && Number.isInteger(quantity.value) && quantity.value > 1000 && quantity.value < 2200
  const figure = isYear ? String(quantity.value) : figures.format(quantity.value)
  const unit = quantity.unit.startsWith('%') ? quantity.unit : quantity.unit === '' ? '' : ` ${quantity.unit}`
  return [
    quantity.bound === 'exactly' ? '' : `${quantity.bound} `,
    figure,
    quantity.to === undefined ? '' : ` to ${figures.format(quantity.to)}`,
    quantity.of === undefined ? '' : ` of ${figures.format(quantity.of)}`,
    unit,
  ].join('')
}

const daysIn = new Map([
  ['second', 1 / 86_400],
  ['minute', 1 / 1440],
  ['hour', 1 / 24],
  ['day', 1],
  ['night', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
  ['decade', 3650],
])
const moneyWords = /\b(dollars?|euros?|pounds?|usd|eur|gbp|cents?|roubles?|rubles?|yuan|yen|francs?|crowns?|krone[rn]?|pesos?|rupees?|lira)\b|[$€£¥]/i

export type UnitClass = 'duration' | 'age' | 'percent' | 'money' | 'count'

/** What kind of quantity a unit makes; whatever is no time, share or money is a count or measure. */
export function unitClass(unit: string): UnitClass {
  if (/%|\bper ?cent\b|\bpercentage\b/i.test(unit)) return 'percent'
  if (/\b(old|of age)\b/i.test(unit)) return 'age'
  if (durationIn(unit) !== undefined) return 'duration'
  return moneyWords.test(unit) ? 'money' : 'count'
}

function durationIn(unit: string): number | undefined {
  const word = /^[a-z]+/i.exec(unit)?.[0].toLowerCase() ?? ''
  return daysIn.get(word) ?? daysIn.get(word.replace(/s$/, ''))
}

function comparable(quantity: Quantity): number {
  const middle = quantity.to === undefined ? quantity.value : (quantity.value + quantity.to) / 2
  return middle * (durationIn(quantity.unit) ?? 1)
}

/** How far two figures may lie apart and still say the same, as a share of the larger: a rounded one may hide a tenth. */
const SLACK = { exactly: 0, about: 0.1, nearly: 0.1, 'at least': 0.05, 'more than': 0.05, 'at most': 0.05, 'less than': 0.05 }

/** True where two reports of one quantity can both be true, or are not of one kind (days and people). */
export function areCompatibleQuantities(a: Quantity, b: Quantity): boolean {
  if (unitClass(a.unit) !== unitClass(b.unit)) return true
  const [x, y] = [comparable(a), comparable(b)]
  if (x === y) return true
  if (a.to !== undefined && y >= comparable({ ...a, to: undefined }) && b.to === undefined && b.value <= a.to) return true
  if (b.to !== undefined && x >= comparable({ ...b, to: undefined }) && a.to === undefined && a.value <= b.to) return true
  return Math.abs(x - y) <= Math.max(SLACK[a.bound], SLACK[b.bound]) * Math.max(x, y)
}

/** True where `a` is the larger of two figures of one kind. */
export function isLarger(a: Quantity, b: Quantity): boolean {
  return unitClass(a.unit) === unitClass(b.unit) && comparable(a) > comparable(b)
}
