import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/core/answering/inquiry.ts'
import { holdsOffice, roleFacts } from '../../../src/core/answering/roles.ts'
import { engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const person = (id: string, name: string, ...roles: object[]) => ({ id, kind: 'person', name, roles })
const engine = engineOf(
  briefingWith({
    entities: [
      person('voss', 'Ilka Voss', { title: 'transport minister', until: '2031-04-09', fact: 'voss-dismissed' }),
      person('anders', 'Jonas Anders', { title: 'transport minister', from: '2031-04-10', fact: 'anders-appointed' }),
      person('rohde', 'Tilda Rohde', { title: 'transport minister', former: true, fact: 'rohde-once' }),
      person('brandt', 'Mara Brandt', { title: 'head', of: 'union', fact: 'brandt-leads' }),
      person('holm', 'Nils Holm', { title: 'police chief' }),
      {
        id: 'unnamed',
        kind: 'person',
        name: 'a clerk',
        unnamed: true,
        roles: [{ title: 'clerk', fact: 'clerk-said' }],
      },
      { id: 'union', kind: 'organisation', name: "Tram Workers' Union", names: ['the union'] },
    ],
    facts: [
      { id: 'voss-dismissed', statement: 'The government dismissed Ilka Voss.', frame: { whom: 'voss' } },
      { id: 'anders-appointed', statement: 'Jonas Anders took over.', frame: { who: 'anders' } },
      { id: 'rohde-once', statement: 'Tilda Rohde was minister for a time.', frame: { who: 'rohde' } },
      { id: 'brandt-leads', statement: 'Mara Brandt speaks for the drivers.', frame: { who: 'brandt' } },
      { id: 'clerk-said', statement: 'A clerk said so.', frame: { saidBy: 'unnamed' } },
    ],
  }),
)

const on = (day: string) => Date.parse(`${day}T23:59:59.999Z`)
const APRIL_12 = on('2031-04-12')
/** The facts that tell who holds the office in question. */
const held = (text: string, asOf = APRIL_12) => [
  ...roleFacts(engine, understand(engine, text, null), asOf, () => true).keys(),
]

describe('who holds an office', () => {
  test.each([
    'who is the transport minister',
    'who is the new transport minister',
    'who became transport minister',
    'who is the minister of transport',
  ])('"%s" is told by the fact of the one who holds it', (text) => {
    expect(held(text)).toEqual(['anders-appointed'])
  })
  test('whoever held it before is named only to say which office is meant', () => {
    expect(held('who replaced Ilka Voss as transport minister')).toEqual(['anders-appointed'])
  })
  test('somebody who leads a body is found by the verb', () => {
    expect(held('who leads the union')).toEqual(['brandt-leads'])
    expect(held("who is the head of the tram workers' union")).toEqual(['brandt-leads'])
  })
})

describe('who held an office', () => {
  test('"former" asks for those whose time is over', () => {
    expect(held('who is the former transport minister')).toEqual(['voss-dismissed', 'rohde-once'])
  })
  test('the day asked decides whose time is over', () => {
    expect(held('who is the transport minister', on('2031-04-08'))).toContain('voss-dismissed')
    expect(held('who is the transport minister', APRIL_12)).not.toContain('voss-dismissed')
  })
  test('a role that ended at an unknown time is over on every day', () => {
    expect(held('who is the transport minister', on('2031-04-01'))).not.toContain('rohde-once')
  })
  test('a role that has not begun by the day asked is not held yet', () => {
    expect(held('who is the transport minister', on('2031-04-08'))).not.toContain('anders-appointed')
  })
})

describe('nobody is found', () => {
  test.each([
    ['where the role names no fact', 'who is the police chief'],
    ['where the sources leave the holder unnamed', 'who is the clerk'],
    ['for an office that nobody holds', 'who is the finance minister'],
    ['where more is asked than who holds it', 'who shouted at the transport minister in Halden'],
    ['where something else is asked', 'when did the transport minister go'],
    ['where nothing is asked', ''],
  ])('%s', (_, text) => {
    expect(held(text)).toEqual([])
  })
})

describe('whether somebody holds an office', () => {
  const holds = (text: string, fact: string, asOf = APRIL_12) =>
    holdsOffice(engine, understand(engine, text, null), fact, asOf)

  test('goes by the day asked', () => {
    expect(holds('is Voss transport minister', 'voss-dismissed')).toBe(false)
    expect(holds('is Voss transport minister', 'voss-dismissed', on('2031-04-08'))).toBe(true)
    expect(holds('is Anders the transport minister', 'anders-appointed')).toBe(true)
  })
  test('is open where the fact is not of that office, or no such question is asked', () => {
    expect(holds('is Voss transport minister', 'brandt-leads')).toBeUndefined()
    expect(holds('is Voss finance minister', 'voss-dismissed')).toBeUndefined()
    expect(holds('who is transport minister', 'anders-appointed')).toBeUndefined()
  })
})
