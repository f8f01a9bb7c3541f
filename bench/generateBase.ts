// A base of any size, drawn from a seed: who and what there is, what happened to them, and where it is said.
// Facts come in stories (several about one person, works, firm or town), so that a name alone never finds the right one.

import { type Cast, inventCast, type Named } from './inventCast.ts'
import { inventNames } from './inventNames.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import type { EntitySlot, Stories, Template } from './stories.ts'
import { times } from './times.ts'

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
