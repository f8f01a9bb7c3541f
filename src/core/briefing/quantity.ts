// Quantities with their unit and bound: "at least 14 people", "15 of 69 stores", "about 10 days".

import { numberAtStart, type ReadNumber } from './numbers.ts'

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

const currencies: Readonly<Record<string, string>> = { $: 'dollars', '€': 'euros', '£': 'pounds', '¥': 'yen' }

/** Reads the shorthand "[bound] figure [of total] unit"; undefined where no figure stands where it should. */
export function parseQuantity(text: string): Quantity | undefined {
  const trimmed = text.trim().replace(/[.,]+$/, '')
  const [pattern, bound] = boundWords.find(([one]) => one.test(trimmed)) ?? [/^/, 'exactly']
  let rest = trimmed.replace(pattern, '')
  const currency = currencies[rest[0] ?? '']
  if (currency !== undefined)
    rest = rest
      .slice(1)
      .replace(/^\s*([\d.,]+)m\b/i, '$1 million')
      .trimStart()

  const first = numberAtStart(rest)
  if (first === undefined) return undefined
  const upper = numberAfter(/^(?:\s*[-–]\s*|\s+to\s+)/, rest.slice(first.length))
  const total = numberAfter(/^\s+(?:out\s+)?of\s+(?:the\s+)?/, upper?.rest ?? rest.slice(first.length))
  const unit = total?.rest ?? upper?.rest ?? rest.slice(first.length)
  if (/^[^\s\p{L}\p{Nd}%‰°(-]/u.test(unit)) return undefined
  return {
    value: upper === undefined ? first.value : sharingScale(first, upper),
    to: upper?.value,
    bound,
    unit: [currency, unit.replace(/^[\s-]+/, '')].filter((part) => part !== undefined && part !== '').join(' '),
    of: total?.value,
  }
}

type Following = ReadNumber & { readonly rest: string }

function numberAfter(link: RegExp, text: string): Following | undefined {
  const start = link.exec(text)?.[0].length
  const found = start === undefined ? undefined : numberAtStart(text.slice(start))
  return start === undefined || found === undefined ? undefined : { ...found, rest: text.slice(start + found.length) }
}

/** In "5 to 7 million" both are millions. */
function sharingScale(first: ReadNumber, upper: ReadNumber): number {
  const value = first.value * upper.scale
  return first.scale === 1 && value <= upper.value ? value : first.value
}

const figures = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 15 })

/** "2,500", "22 million", "1.2 billion": large round figures in words, as they are read. */
function formatFigure(value: number): string {
  for (const [size, word] of [
    [1e9, 'billion'],
    [1e6, 'million'],
  ] as const)
    if (value >= size && Number.isInteger((value / size) * 1000)) return `${figures.format(value / size)} ${word}`
  return figures.format(value)
}

/** "at least 164 people", "15 of 69 stores", "5 to 7 days". */
export function formatQuantity(quantity: Quantity): string {
  if (quantity.text !== undefined) return quantity.text
  const isYear =
    quantity.unit === '' && Number.isInteger(quantity.value) && quantity.value > 1000 && quantity.value < 2200
  const figure = isYear ? String(quantity.value) : formatFigure(quantity.value)
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
const moneyWords =
  /\b(dollars?|euros?|pounds?|usd|eur|gbp|cents?|roubles?|rubles?|yuan|yen|francs?|crowns?|krone[rn]?|pesos?|rupees?|lira)\b|[$€£¥]/i

export type UnitClass = 'duration' | 'age' | 'length' | 'percent' | 'money' | 'count'

/** What kind of quantity a unit makes; whatever is no time, share or money is a count or measure. */
export function unitClass(unit: string): UnitClass {
  if (/%|\bper ?cent\b|\bpercentage\b/i.test(unit)) return 'percent'
  if (/\b(old|of age)\b/i.test(unit)) return 'age'
  if (durationIn(unit) !== undefined) return 'duration'
  if (/\b(kilo|centi|milli)?met(re|er)s?\b|\b(km|cm|mm|m|miles?|feet|foot|yards?|inch(es)?)\b/i.test(unit))
    return 'length'
  return moneyWords.test(unit) ? 'money' : 'count'
}

function durationIn(unit: string): number | undefined {
  const word = /^[a-z]+/i.exec(unit)?.[0].toLowerCase() ?? ''
  return daysIn.get(word) ?? daysIn.get(word.replace(/s$/, ''))
}

/** The ends of a quantity, in days where it is a time. */
export function ends(quantity: Quantity): { low: number; high: number } {
  const days = durationIn(quantity.unit) ?? 1
  return { low: quantity.value * days, high: (quantity.to ?? quantity.value) * days }
}

/** How far two figures may lie apart and still say the same, as a share of the larger: a rounded one may hide a tenth. */
const SLACK = {
  exactly: 0,
  about: 0.1,
  nearly: 0.1,
  'at least': 0.05,
  'more than': 0.05,
  'at most': 0.05,
  'less than': 0.05,
}

/** True where two reports of one quantity can both be true, or are not of one kind (days and people). */
export function areCompatibleQuantities(a: Quantity, b: Quantity): boolean {
  if (unitClass(a.unit) !== unitClass(b.unit)) return true
  const [x, y] = [ends(a), ends(b)]
  const gap = Math.max(x.low, y.low) - Math.min(x.high, y.high)
  const largest = Math.max(...[x.low, x.high, y.low, y.high].map(Math.abs))
  return gap <= Math.max(SLACK[a.bound], SLACK[b.bound]) * largest
}

/** True where both can hold by their bounds alone, as one author may mean them: "at least 14" leaves room for 16. */
export function leaveRoom(a: Quantity, b: Quantity): boolean {
  if (unitClass(a.unit) !== unitClass(b.unit)) return true
  const [x, y] = [reach(a), reach(b)]
  return x.low <= y.high && y.low <= x.high
}

function reach(quantity: Quantity): { low: number; high: number } {
  const { low, high } = ends(quantity)
  if (quantity.bound === 'at least' || quantity.bound === 'more than') return { low, high: Number.POSITIVE_INFINITY }
  if (quantity.bound === 'at most' || quantity.bound === 'less than') return { low: Number.NEGATIVE_INFINITY, high }
  return { low, high }
}

/** True where `a` is the larger of two figures of one kind. */
export function isLarger(a: Quantity, b: Quantity): boolean {
  return unitClass(a.unit) === unitClass(b.unit) && ends(a).low + ends(a).high > ends(b).low + ends(b).high
}
