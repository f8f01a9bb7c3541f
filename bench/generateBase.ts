// A base of any size, drawn from a seed: who and what there is, what happened to them, and where it is said.
// Facts come in stories (several about one person, works, firm or town), so that a name alone never finds the right one.

import { inventNames } from './inventNames.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import type { EntitySlot, Stories, Template } from './stories.ts'

/** `short` is the surname, or a firm's name without its branch, where nobody else bears it. */
export type Named = {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'place'
  readonly name: string
  readonly short: string | undefined
}
export type GeneratedSource = { readonly id: string; readonly publisher: string; readonly published: string }

/** What the words in angle brackets are filled with. */
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

/** Words for a quantity that is not exact; most are. */
const hedges = ['', '', '', '', '', 'about ', 'at least ', 'more than ', 'nearly ']
const months = 'January February March April May June July August September October November December'.split(' ')

type Cast = {
  readonly people: readonly Named[]
  readonly firms: readonly Named[]
  readonly towns: readonly Named[]
  readonly brands: readonly string[]
}
/** What all facts of a story have in common. */
type Story = {
  readonly templates: readonly Template[]
  readonly thing?: string
  readonly person?: Named
  readonly firm?: Named
  readonly town?: Named
}

/** What every step of the telling draws from. */
type Teller = {
  readonly stories: Stories
  readonly cast: Cast
  readonly sources: readonly GeneratedSource[]
  readonly random: Random
}

export function generateBase(size: number, seed: number, stories: Stories): GeneratedBase {
  const random = seededRandom(seed)
  const inventedWords = new Set<string>()
  const invent = inventNames(random)
  const name = () => {
    const word = invent()
    inventedWords.add(word.toLowerCase())
    return word
  }
  const cast = inventCast(size, name, stories, random)
  const sources = times(Math.ceil(size / 200), (i) => ({
    id: `s${i}`,
    publisher: `${name()} ${random.pick(['Gazette', 'Courier', 'Herald', 'Tribune'])}`,
    published: `2035-0${random.between(1, 9)}-${random.between(10, 28)}`,
  }))
  const entities = [...cast.people, ...cast.firms, ...cast.towns]
  return { entities, sources, facts: tellFacts(size, { stories, cast, sources, random }), inventedWords }
}

function inventCast(size: number, name: () => string, { words }: Stories, random: Random): Cast {
  const count = (share: number) => Math.ceil(size * share)
  const firms = times(count(0.02), (i) => {
    const short = name()
    return { id: `o${i}`, kind: 'organisation' as const, name: `${short} ${random.pick(words.branches)}`, short }
  })
  const towns = times(count(0.0167), (i) => ({ id: `t${i}`, kind: 'place' as const, name: name(), short: undefined }))
  return { people: inventPeople(count(0.05), name, random), firms, towns, brands: times(count(0.08), name) }
}

/** People share given names, and some of them a surname. */
function inventPeople(count: number, name: () => string, random: Random): Named[] {
  const givenNames = times(Math.ceil((20 * count) ** 0.6), name)
  const surnames = times(count, name)
  const bearers = new Map<string, number>()
  const people = new Map<string, { id: string; kind: 'person'; name: string; short: string }>()
  for (let i = 0; i < count; i++) {
    const short = random.pick(surnames)
    const full = `${random.pick(givenNames)} ${short}`
    if (people.has(full)) continue
    people.set(full, { id: `p${i}`, kind: 'person', name: full, short })
    bearers.set(short, (bearers.get(short) ?? 0) + 1)
  }
  return [...people.values()].map((one) => ({ ...one, short: bearers.get(one.short) === 1 ? one.short : undefined }))
}

function tellFacts(size: number, teller: Teller): GeneratedFact[] {
  const { stories, cast, random } = teller
  const works: Story[] = times(Math.ceil(size / 12), () => ({
    templates: stories.of.works,
    thing: `${random.pick(cast.brands)} ${random.pick(stories.words.works)}`,
    town: random.pick(cast.towns),
  }))
  const told = new Set<string>()
  const facts: GeneratedFact[] = []
  while (facts.length < size) {
    const story = pickStory(works, teller)
    const fact = tell(facts.length, random.pick(story.templates), story, teller)
    const keys = fact.template.keys.map((key) => `${fact.template.name}|${fill(key, fact.filling)}`)
    if (keys.some((key) => told.has(key))) continue
    for (const key of keys) told.add(key)
    facts.push(fact)
  }
  return facts
}

function pickStory(works: readonly Story[], { stories, cast, random }: Teller): Story {
  const at = random.next()
  if (at < 0.4) return random.pick(works)
  if (at < 0.68) return { templates: stories.of.people, person: random.pick(cast.people) }
  if (at < 0.86) return { templates: stories.of.firms, firm: random.pick(cast.firms) }
  return { templates: stories.of.towns, town: random.pick(cast.towns) }
}

function tell(
  position: number,
  template: Template,
  story: Story,
  { stories, cast, sources, random }: Teller,
): GeneratedFact {
  const { words } = stories
  const named = {
    person: story.person ?? random.pick(cast.people),
    person2: random.pick(cast.people),
    firm: story.firm ?? random.pick(cast.firms),
    firm2: random.pick(cast.firms),
    town: story.town ?? random.pick(cast.towns),
  }
  const [year, month, day] = [random.between(2030, 2034), random.between(1, 12), random.between(1, 28)]
  const drawn = {
    thing: story.thing ?? '',
    brand: random.pick(cast.brands),
    part: random.pick(words.parts),
    part2: random.pick(words.parts),
    goods: random.pick(words.goods),
    goods2: random.pick(words.goods),
    trades: random.pick(words.trades),
    trades2: random.pick(words.trades),
    trades3: random.pick(words.trades),
    illness: random.pick(words.illnesses),
    illness2: random.pick(words.illnesses),
    device: random.pick(words.devices),
    crime: random.pick(words.crimes),
    role: random.pick(words.roles),
    field: random.pick(words.fields),
    product: random.pick(words.products),
    n: quantity(template, random),
    year: String(year),
    date: `${day} ${months[month - 1]} ${year}`,
  }
  const names = Object.fromEntries(Object.entries(named).map(([slot, one]) => [slot, one.name]))
  const filling = { ...drawn, ...names, reason: fill(random.pick(words.reasons), drawn) }
  const statement = fill(random.pick(template.statements), filling)
  const twoDigits = (figure: number) => String(figure).padStart(2, '0')
  return {
    id: `${template.name.replace(' ', '-')}-${position}`,
    template,
    filling,
    named,
    statement: statement.charAt(0).toUpperCase() + statement.slice(1),
    date: template.frame.when === 'year' ? String(year) : `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    source: random.pick(sources).id,
    paragraph: random.between(1, 40),
  }
}

function quantity({ count }: Template, random: Random): string {
  if (count === undefined) return ''
  const [least, most] = count
  // Small figures are more common than large ones, as in life.
  const figure = Math.round(least * (most / least) ** random.next())
  return random.pick(hedges) + figure.toLocaleString('en-GB')
}

/** Puts values in the place of the words in angle brackets. */
export function fill(text: string, values: Filling): string {
  return text.replace(/<(\w+)>/g, (_, slot: string) => values[slot] ?? '')
}

function times<T>(count: number, make: (position: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}
