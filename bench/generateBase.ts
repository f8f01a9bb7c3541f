// A base of any size, drawn from a seed: who and what there is, what happened to them, and where it is said.
// Facts come in stories (several about one person, works, firm or town), so that a name alone never finds the right one.

import { inventNames } from './inventNames.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import { type EntitySlot, ofFirms, ofPeople, ofTowns, ofWorks, type Template } from './storyTemplates.ts'
import * as lists from './wordLists.ts'

/** `short` is the surname, or a firm's name without its branch, where nobody else bears it. */
export type Named = { readonly id: string; readonly kind: 'person' | 'organisation' | 'place'; readonly name: string; readonly short: string | undefined }
export type GeneratedSource = { readonly id: string; readonly publisher: string; readonly published: string }

/** What the braces of a template are filled with. */
export type Filling = Readonly<Record<string, string>>
export type GeneratedFact = {
  readonly id: string
  readonly template: Template
  readonly filling: Filling
  readonly named: Readonly<Partial<Record<EntitySlot, Named>>>
  readonly statement: string
  readonly date: string
  readonly source: string
  readonly paragraph: number
}

export type GeneratedBase = {
  readonly entities: readonly Named[]
  readonly sources: readonly GeneratedSource[]
  readonly facts: readonly GeneratedFact[]
  /** Every invented word, in lower case. */
  readonly inventedWords: ReadonlySet<string>
}

type Cast = { readonly people: readonly Named[]; readonly firms: readonly Named[]; readonly towns: readonly Named[]; readonly brands: readonly string[] }
/** What all facts of a story have in common. */
type Story = { readonly templates: readonly Template[]; readonly thing?: string; readonly person?: Named; readonly firm?: Named; readonly town?: Named }

export function generateBase(size: number, seed: number): GeneratedBase {
  const random = seededRandom(seed)
  const inventedWords = new Set<string>()
  const invent = inventNames(random)
  const name = () => {
    const word = invent()
    inventedWords.add(word.toLowerCase())
    return word
  }
  const cast = inventCast(size, name, random)
  const sources = times(Math.ceil(size / 200), (i) => ({ id: `s${i}`, publisher: `${name()} ${random.pick(['Gazette', 'Courier', 'Herald', 'Tribune'])}`, published: `2035-0${random.between(1, 9)}-${random.between(10, 28)}` }))
  return { entities: [...cast.people, ...cast.firms, ...cast.towns], sources, facts: tellFacts(size, cast, sources, random), inventedWords }
}

function inventCast(size: number, name: () => string, random: Random): Cast {
  const count = (share: number) => Math.ceil(size * share)
  const givenNames = times(Math.ceil(size ** 0.6), name)
  const surnames = times(count(0.05), name)
  const taken = new Map<string, number>()
  const people = times(count(0.05), (i) => {
    const surname = random.pick(surnames)
    taken.set(surname, (taken.get(surname) ?? 0) + 1)
    return { id: `p${i}`, kind: 'person' as const, name: `${random.pick(givenNames)} ${surname}`, short: surname }
  }).map((one) => (taken.get(one.short) === 1 ? one : { ...one, short: undefined }))
  const firms = times(count(0.02), (i) => {
    const short = name()
    return { id: `o${i}`, kind: 'organisation' as const, name: `${short} ${random.pick(lists.branches)}`, short }
  })
  const towns = times(count(0.0167), (i) => ({ id: `t${i}`, kind: 'place' as const, name: name(), short: undefined }))
  const fullNames = new Set<string>()
  const distinct = people.filter((one) => !fullNames.has(one.name) && fullNames.add(one.name))
  return { people: distinct, firms, towns, brands: times(count(0.08), name) }
}

function tellFacts(size: number, cast: Cast, sources: readonly GeneratedSource[], random: Random): GeneratedFact[] {
  const works = times(Math.ceil(size / 12), () => ({ templates: ofWorks, thing: `${random.pick(cast.brands)} ${random.pick(lists.works)}`, town: random.pick(cast.towns) }))
  const told = new Set<string>()
  const facts: GeneratedFact[] = []
  while (facts.length < size) {
    const story = pickStory(works, cast, random)
    const template = random.pick(story.templates)
    const fact = tell(facts.length, template, story, cast, sources, random)
    const keys = template.keys.map((key) => `${template.name}|${fill(key, fact.filling)}`)
    if (keys.some((key) => told.has(key))) continue
    for (const key of keys) told.add(key)
    facts.push(fact)
  }
  return facts
}

function pickStory(works: readonly Story[], cast: Cast, random: Random): Story {
  const at = random.next()
  if (at < 0.4) return random.pick(works)
  if (at < 0.68) return { templates: ofPeople, person: random.pick(cast.people) }
  if (at < 0.86) return { templates: ofFirms, firm: random.pick(cast.firms) }
  return { templates: ofTowns, town: random.pick(cast.towns) }
}

function tell(position: number, template: Template, story: Story, cast: Cast, sources: readonly GeneratedSource[], random: Random): GeneratedFact {
  const named = {
    person: story.person ?? random.pick(cast.people),
    person2: random.pick(cast.people),
    firm: story.firm ?? random.pick(cast.firms),
    firm2: random.pick(cast.firms),
    town: story.town ?? random.pick(cast.towns),
  }
  const [year, month, day] = [random.between(2030, 2034), random.between(1, 12), random.between(1, 28)]
  const words = {
    thing: story.thing ?? '',
    brand: random.pick(cast.brands),
    part: random.pick(lists.parts),
    part2: random.pick(lists.parts),
    goods: random.pick(lists.goods),
    goods2: random.pick(lists.goods),
    trades: random.pick(lists.trades),
    trades2: random.pick(lists.trades),
    trades3: random.pick(lists.trades),
    illness: random.pick(lists.illnesses),
    illness2: random.pick(lists.illnesses),
    device: random.pick(lists.devices),
    crime: random.pick(lists.crimes),
    role: random.pick(lists.roles),
    field: random.pick(lists.fields),
    product: random.pick(lists.products),
    n: quantity(template, random),
    year: String(year),
    date: `${day} ${lists.months[month - 1]} ${year}`,
  }
  const names = Object.fromEntries(Object.entries(named).map(([slot, one]) => [slot, one.name]))
  const filling = { ...words, ...names, reason: fill(random.pick(lists.reasons), words) }
  const statement = fill(random.pick(template.statements), filling)
  return {
    id: `${template.name.replace(' ', '-')}-${position}`,
    template,
    filling,
    named,
    statement: statement.charAt(0).toUpperCase() + statement.slice(1),
    date: template.when === 'year' ? String(year) : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    source: random.pick(sources).id,
    paragraph: random.between(1, 40),
  }
}

function quantity({ count }: Template, random: Random): string {
  if (count === undefined) return ''
  const [least, most] = count
  // Small figures are more common than large ones, as in life.
  const figure = Math.round(least * (most / least) ** random.next())
  return random.pick(lists.hedges) + figure.toLocaleString('en-GB')
}

/** Puts values in the place of the words in braces. */
export function fill(text: string, values: Filling): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '')
}

function times<T>(count: number, make: (position: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
