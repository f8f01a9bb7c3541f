import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const lines = (text: string) => text.split('\n')

describe('a timeline', () => {
  test('tells the dated facts about a name from the first day to the last', () => {
    const answer = answerFrom(strike, 'the government', { verb: 'timeline' })
    expect(answer.status).toBe('answered')
    expect(lines(answer.text)).toEqual([
      '6 April: The government imposed a curfew from 11 pm to 5 am on 6 April.',
      '9 April: The government dismissed Ilka Voss as transport minister on 9 April.',
    ])
  })
  test('marks what is expected and what is claimed', () => {
    expect(answerFrom(strike, 'strike', { verb: 'timeline' }).text).toContain(
      '\n20 April (forecast): The strike is expected',
    )
    const facts = [
      { statement: 'The mill was sold.', standing: 'claimed', frame: { what: 'sale', when: '2031-04-01' } },
    ]
    const answer = answerFrom(engineOf(briefingWith({ facts })), 'mill sold', { verb: 'timeline' })
    expect(answer.text).toMatch(/^1 April \(claimed\): /)
  })
  test('is asked for in plain words too', () => {
    const command = answerFrom(strike, 'the government', { verb: 'timeline' })
    expect(answerFrom(strike, 'give me a chronology of the government').text).toBe(command.text)
  })
  test('is asked for by its own name', () => {
    const command = answerFrom(strike, 'the government', { verb: 'timeline' })
    expect(answerFrom(strike, 'timeline of the government').text).toBe(command.text)
  })
  test('without a subject tells the overview', () => {
    expect(answerFrom(strike, 'chronology').facts).toEqual(['strike-began'])
  })
  test('of a day tells what happened on it', () => {
    expect(answerFrom(strike, 'what happened on 6 April').facts).toEqual(['depot-fire', 'curfew'])
    expect(answerFrom(strike, 'what happened on 6 April', { asOf: '2031-04-07' }).facts).toEqual([])
  })
  test('holds only what was known', () => {
    const { facts } = answerFrom(strike, 'the government', { verb: 'timeline', asOf: '2031-04-08' })
    expect(facts).toEqual(['curfew'])
  })
  test('of something that has no dates is declined', () => {
    expect(answerFrom(strike, 'Mara Brandt', { verb: 'timeline' })).toMatchObject({
      status: 'abstained',
      reason: 'no date',
    })
  })
  test('shows with its facts all their sources', () => {
    const { citations } = answerFrom(strike, 'the government', { verb: 'timeline' })
    expect(citations.map(({ source, paragraphs }) => [source, ...paragraphs])).toEqual([
      ['courier', 8],
      ['review', 1],
    ])
  })
})

describe('a long timeline', () => {
  const days = Array.from({ length: 28 }, (_, i) => `2031-04-${String(28 - i).padStart(2, '0')}`)
  const entities = [{ id: 'mill', kind: 'place', name: 'the mill' }]
  const facts = days.map((when, i) => ({
    id: `day-${28 - i}`,
    statement: `On this day the mill stood still${', and still'.repeat(i % 7)}, and nobody in the town knew why it did.`,
    frame: { what: `mill on ${when}`, when, where: 'mill' },
    citations: [{ source: 'alder', paragraph: i + 1 }],
  }))
  const answer = answerFrom(engineOf(briefingWith({ entities, facts })), 'the mill', { verb: 'timeline' })

  test('stays within 2,000 characters, and uses them', () => {
    expect(answer.text.length).toBeLessThanOrEqual(2000)
    expect(answer.text.length).toBeGreaterThan(1500)
  })
  test('keeps its start and its end, and its order', () => {
    const order = answer.facts.map((id) => Number(id.slice(4)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect([order[0], order.at(-1)]).toEqual([1, 28])
  })
  test('cuts no line', () => {
    const statements = facts.map((fact) => fact.statement)
    for (const line of lines(answer.text)) expect(statements).toContain(line.replace(/^\d+ April: /, ''))
  })
  test('cites only what is left in it', () => {
    const kept = facts
      .filter((fact) => answer.facts.includes(fact.id))
      .flatMap((fact) => fact.citations[0]?.paragraph ?? [])
    expect(answer.citations.flatMap((cited) => cited.paragraphs)).toEqual(kept.sort((a, b) => a - b))
  })
})
