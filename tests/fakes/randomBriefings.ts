// Briefings and questions by chance: small invented ones that speak of the same few things, so that questions meet facts.

import fc from 'fast-check'
import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { verbs } from '../../src/core/briefing/schema.ts'
import type { Asking } from './asking.ts'
import { briefingWith } from './briefingWith.ts'

const entities = [
  { id: 'voss', kind: 'person', name: 'Ilka Voss', pronoun: 'she', roles: [{ title: 'minister', fact: 'fact-1' }] },
  { id: 'mara', kind: 'person', name: 'Mara Brandt', pronoun: 'she' },
  { id: 'otto', kind: 'person', name: 'Otto Brandt', profile: ['fact-1', 'fact-2'] },
  { id: 'clerk', kind: 'person', name: 'a clerk', unnamed: true },
  { id: 'union', kind: 'organisation', name: 'the union' },
  { id: 'army', kind: 'organisation', name: 'the army', partOf: 'union' },
  { id: 'mill', kind: 'place', name: 'the mill', partOf: 'town' },
  { id: 'town', kind: 'place', name: 'Ostermoor' },
]
const sources = [
  { id: 'alder', publisher: 'The Alder', title: 'First', published: '2031-04-02' },
  { id: 'birch', publisher: 'The Birch', title: 'Second', published: '2031-04-09', names: ['Birch'] },
  { id: 'cedar', publisher: 'The Cedar', title: 'Third', published: '2031-04-12/2031-04-14' },
]

const who = fc.constantFrom(...entities.map((entity) => entity.id))
const name = fc.constantFrom(...entities.map((entity) => entity.name), 'Brandt', 'the gardener')
const deed = fc.constantFrom('closed', 'opened', 'left', 'burned down', 'sold', 'was not told of', 'resigned from')
const thing = fc.constantFrom('the mill', 'the bridge', 'the garden', 'Ostermoor', 'the talks')
const day = fc.constantFrom('2031-04-01', '2031-04-05', '2031-04-05/2031-04-07', '2031-04', '2029', '2031-04-20~')
const quantity = fc.constantFrom('at least 14 workers', '40 workers', '15 of 69 trams', '12 percent', 'nearly 3 days')
const clause = fc.constantFrom(
  '',
  ' on 5 April 2031',
  ' with 40 workers',
  `, ${'and it rained, '.repeat(12)}and it snowed`,
)
const value = fc.constantFrom('arson', 'a faulty wire', 'under investigation')
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const sentence = fc.tuple(name, deed, thing, clause).map((parts) => `${parts.slice(0, 3).join(' ')}${parts[3]}`)
const statement = sentence.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
const frame = fc.record(
  {
    what: fc.constantFrom('closing of the mill', 'workers hurt', 'cause of the fire'),
    who: fc.array(who, { maxLength: 2 }),
    whom: fc.array(who, { maxLength: 1 }),
    when: day,
    where: fc.constantFrom('mill', 'town'),
    why: fc.constantFrom('not given', 'grain prices fell'),
    howMany: quantity,
    value,
    saidBy: fc.array(who, { maxLength: 1 }),
    quote: fc.constantFrom('We had no warning.', 'Not one stone will stand.'),
  },
  { requiredKeys: [] },
)
const citation = fc.record({
  source: fc.constantFrom(...sources.map((source) => source.id)),
  paragraph: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 3 }),
  reports: maybe(fc.record({ when: day, howMany: quantity, value }, { requiredKeys: [] })),
})
const fact = fc.record({
  statement,
  frame,
  standing: fc.constantFrom('reported', 'reported', 'official', 'claimed', 'denied', 'forecast', 'retracted'),
  joint: fc.boolean(),
  asks: fc.array(
    fc.oneof(
      sentence,
      sentence.map((ask) => ({ ask: `is it so that ${ask}`, lead: 'disputed' })),
    ),
    { maxLength: 2 },
  ),
  corrects: fc.array(sentence, { maxLength: 1 }),
  related: fc.array(fc.constantFrom('fact-1', 'fact-2'), { maxLength: 2 }),
  citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
})

export const anyBriefing: fc.Arbitrary<Briefing> = fc
  .tuple(fc.array(fact, { minLength: 2, maxLength: 10 }), fc.array(sentence, { maxLength: 3 }))
  .map(([facts, asks]) =>
    briefingWith({
      head: { overview: ['fact-1'] },
      sources,
      entities,
      facts,
      open: asks.map((ask, i) => ({ id: `open-${i}`, missing: 'that', asks: [ask], near: ['fact-2'] })),
    }),
  )

const opener = fc.constantFrom(
  ...['when was it that', 'how many workers', 'why', 'where', 'who', 'did', 'is it so that', 'what happened when'],
  ...['what exactly was said:', 'according to The Alder,', 'has', 'which workers', 'chronology of', 'and'],
)
const asked = fc.tuple(opener, sentence).map((parts) => parts.join(' '))
const question = fc.oneof(
  { weight: 6, arbitrary: asked },
  { weight: 2, arbitrary: fc.constantFrom('why?', 'and when?', 'who is she', 'what happened on 5 April', 'Brandt') },
  { weight: 1, arbitrary: name },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)
const asking = fc.record({
  verb: maybe(fc.constantFrom(...verbs)),
  after: fc.array(question, { maxLength: 2 }),
  asOf: maybe(fc.constantFrom('2031-04-01', '2031-04-03', '2031-04-10', '2031-04-30')),
})

export type AnyQuestion = { readonly text: string; readonly asking: Asking }

export const anyQuestion: fc.Arbitrary<AnyQuestion> = fc
  .tuple(question, asking)
  .map(([text, { verb, after, asOf }]) => ({
    text,
    asking: { after, ...(verb === undefined ? {} : { verb }), ...(asOf === undefined ? {} : { asOf }) },
  }))
