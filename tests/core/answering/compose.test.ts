// What stands in an answer beside its opening: reasons, quotes, sides, sources, profiles.

import { describe, expect, test } from 'vitest'
import { type Asking, answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith, type WrittenParts } from '../../fakes/briefingWith.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const from = (parts: WrittenParts, question: string, asking?: Asking) =>
  answerFrom(engineOf(briefingWith(parts)), question, asking)

describe('why', () => {
  test('is answered with the reason behind the statement', () => {
    expect(answerFrom(strike, 'why did the drivers go on strike').text).toBe(
      'Tram drivers in Ostermoor went on strike on 3 April. The reason given: night shifts were lengthened to eleven hours.',
    )
  })
  test('says that no reason was given, where the sources say so', () => {
    expect(answerFrom(strike, 'why was Voss dismissed').text).toBe(
      'The government dismissed Ilka Voss as transport minister on 9 April. No reason was given.',
    )
  })
  test('gives no reason twice', () => {
    const statement = 'The mill closed because grain prices had fallen.'
    const parts = { facts: [{ statement, frame: { why: 'grain prices had fallen' } }] }
    expect(from(parts, 'why did the mill close').text).toBe(statement)
  })
  test('is not told where it is not asked', () => {
    expect(answerFrom(strike, 'when did the strike begin').text).not.toContain('reason')
  })
})

describe('a saying', () => {
  const entities = [{ id: 'reeve', kind: 'person', name: 'the reeve' }]
  const said = (quote: string, statement: string) => ({
    entities,
    facts: [{ statement, frame: { what: 'promise of a mill', saidBy: 'reeve', quote } }],
  })

  test('is shown in the words reported, where the speech is asked about', () => {
    const { text } = answerFrom(strike, 'who called the strike a betrayal')
    expect(text).toContain('In the words reported: “This strike betrays every passenger of this town.”')
    expect(answerFrom(strike, 'when did Voss call the strike a betrayal').text).not.toContain('reported')
  })
  test('is not shown twice where the statement holds it', () => {
    const statement = 'The reeve promised: “The mill will stand.”'
    expect(from(said('The mill will stand.', statement), 'what exactly did the reeve promise').text).toBe(statement)
  })
  test('is printed word for word, also a year in it', () => {
    const parts = said('On 30 April 2031 the mill will stand.', 'The reeve gave her word on the mill.')
    expect(from(parts, 'what exactly did the reeve say').text).toContain('“On 30 April 2031 the mill will stand.”')
  })
})

describe('dates', () => {
  const facts = [{ statement: 'The mill burned on 5 April 2031.', frame: { when: '2031-04-05' } }]

  test('go without the year in a briefing of one year', () => {
    expect(from({ facts }, 'when did the mill burn').text).toBe('5 April. The mill burned on 5 April.')
  })
  test('keep it in a briefing of several', () => {
    const head = { period: '2030-12/2031-04' }
    expect(from({ facts, head }, 'when did the mill burn').text).toBe('5 April 2031. The mill burned on 5 April 2031.')
  })
  test('of another year keep it', () => {
    const old = [{ statement: 'The mill burned on 5 April 2029.', frame: { when: '2029-04-05' } }]
    expect(from({ facts: old }, 'when did the mill burn').text).toBe('5 April 2029. The mill burned on 5 April 2029.')
  })
  test('are never replaced by a count', () => {
    expect(answerFrom(strike, 'when were 15 trams damaged').text).not.toMatch(/^15 of 69 trams\. /)
  })
})

describe('a claim', () => {
  test('is printed with whoever claims it, where the statement does not say', () => {
    const entities = [{ id: 'miller', kind: 'person', name: 'the miller' }]
    const facts = [{ statement: 'A goat ate the flour.', standing: 'claimed', frame: { who: [], saidBy: 'miller' } }]
    expect(from({ entities, facts }, 'what ate the flour').text).toBe('According to the miller: A goat ate the flour.')
  })
})

describe('beside the answer', () => {
  const facts = [
    { id: 'fire', statement: 'The mill burned.', frame: { what: 'mill fire' }, related: ['goat', 'rain', 'late'] },
    { id: 'goat', statement: 'A goat was saved.' },
    { id: 'rain', statement: 'Heavy rain fell.', citations: [{ source: 'birch', paragraph: 2 }] },
    { id: 'late', statement: 'Snow fell.' },
  ]
  test('stand at most two related facts, with their sources', () => {
    const answer = from({ facts }, 'did the mill burn')
    expect(answer.text).toBe('Yes. The mill burned. A goat was saved. Heavy rain fell.')
    expect(answer.facts).toEqual(['fire', 'goat', 'rain'])
    expect(answer.citations.map((cited) => cited.source)).toEqual(['alder', 'birch'])
  })
  test('stands none that is not known yet', () => {
    expect(from({ facts }, 'did the mill burn', { asOf: '2031-04-03' }).facts).toEqual(['fire', 'goat'])
  })
  test('stands what was expected of an event, where its date is asked', () => {
    const end = (standing: string, when: string, statement: string) => ({
      standing,
      statement,
      frame: { what: 'end of the flood', when },
    })
    const both = [
      end('forecast', '2031-04-05', 'The flood was to end by 5 April 2031.'),
      end('reported', '2031-04-07', 'The flood ended on 7 April 2031.'),
    ]
    const answer = from({ facts: both }, 'when did the flood end')
    expect(answer.text).toBe('7 April. The flood ended on 7 April. The flood was to end by 5 April.')
    expect(answer.isDisputed).toBe(false)
  })
})

describe('who somebody is', () => {
  test('is told by the facts that the curator chose, in that order', () => {
    const answer = answerFrom(strike, 'who is Ilka Voss')
    expect(answer.facts).toEqual(['voss-betrayal', 'voss-dismissed'])
    expect(answer.citations.map(({ source, paragraphs }) => [source, ...paragraphs])).toEqual([
      ['herald', 4],
      ['review', 1],
    ])
    for (const other of ['Voss', 'Илка Восс', 'tell me about Voss'])
      expect(answerFrom(strike, other).text).toBe(answer.text)
    expect(answerFrom(strike, 'voss', { verb: 'who' }).text).toBe(answer.text)
  })
  test('is told as far as it is known', () => {
    expect(answerFrom(strike, 'who is Voss', { asOf: '2031-04-07' }).facts).toEqual(['voss-betrayal'])
  })
  test('is told by office where nothing was chosen', () => {
    expect(answerFrom(strike, 'who is Jonas Anders').facts[0]).toBe('anders-appointed')
  })
  test('shows where sources differ about it', () => {
    const answer = answerFrom(strike, 'who is the operator')
    expect(answer.isDisputed).toBe(true)
    expect(answer.text).toContain('Sources differ on the cause of the depot fire: ')
  })
  test('becomes what happened to somebody with the newest first', () => {
    expect(answerFrom(strike, 'what happened to Voss').facts[0]).toBe('voss-dismissed')
  })
})

describe('what is too long', () => {
  const words = 'It was a long night for the town. '
  const long = `The mill burned down. ${words.repeat(20)}`.slice(0, 499).trim()

  test('is left out whole: no statement is cut', () => {
    const facts = [
      { id: 'fire', statement: 'The mill burned.', related: ['long'] },
      { id: 'long', statement: long },
    ]
    expect(from({ facts }, 'did the mill burn').text).toBe('Yes. The mill burned.')
  })
  test('is no statement, be it as long as may be: it is told whole', () => {
    const text = from({ facts: [{ statement: long, frame: { when: '2031-04-01' } }] }, 'when did the mill burn').text
    expect(text).toBe(`1 April. ${long}`)
  })
  test('is not a quotation that leaves no room for its statement', () => {
    const entities = [{ id: 'reeve', kind: 'person', name: 'the reeve' }]
    const frame = { saidBy: 'reeve', quote: words.repeat(16) }
    const statement = `The reeve praised the crews ${'of the town '.repeat(15)}`
    const { text } = from({ entities, facts: [{ statement, frame }] }, 'what exactly did the reeve say')
    expect(text).toContain('The reeve praised')
  })
})
