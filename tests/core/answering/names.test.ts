import { describe, expect, test } from 'vitest'
import { buildNames } from '../../../src/core/answering/names.ts'
import { tokenise } from '../../../src/core/answering/tokens.ts'
import { entitySchema } from '../../../src/core/briefing/schema.ts'
import { smallLexicon } from '../../fakes/smallLexicon.ts'

const { isStop } = smallLexicon()
const entities = [
  { id: 'voss', kind: 'person', name: 'Ilka Voss', names: ['Илка Восс', 'the iron minister'] },
  { id: 'mara', kind: 'person', name: 'Mara Brandt' },
  { id: 'otto', kind: 'person', name: 'Otto Brandt' },
  { id: 'li', kind: 'person', name: 'Wen Li' },
  { id: 'spokesman', kind: 'person', name: 'the spokesman', unnamed: true },
  { id: 'halden', kind: 'place', name: 'Halden' },
  { id: 'halden-bridge', kind: 'thing', name: 'Halden Bridge' },
  { id: 'us', kind: 'place', name: 'United States', names: ['US', 'U.S.'] },
  { id: 'who', kind: 'organisation', name: 'WHO' },
  { id: 'twu', kind: 'organisation', name: 'TWU' },
].map((entity) => entitySchema.parse(entity))
const names = buildNames(entities, isStop)

/** The entities that a text names, each naming joined by a bar. */
const named = (text: string) => names.find(tokenise(text)).map((naming) => naming.entities.join('|'))

describe('a name', () => {
  test('is found in any case, between other words', () => {
    expect(named('so when did ILKA voss, of all people, go to halden?')).toEqual(['voss', 'halden'])
  })
  test('is found in the spelling and the script that the curator gave', () => {
    expect(named('the iron minister')).toEqual(['voss'])
    expect(named('где Илка Восс')).toEqual(['voss'])
  })
  test('is found in another script where its sound is the same', () => {
    expect(named('Восс')).toEqual(['voss'])
  })
  test('is found with the mark of an owner', () => {
    expect(named("Voss's trams and Halden’s trams")).toEqual(['voss', 'halden'])
  })
  test('is the longest that fits, and none lies within another', () => {
    expect(named('Halden Bridge')).toEqual(['halden-bridge'])
    expect(named('the bridge of Halden')).toEqual(['halden'])
  })
  test('is whole words', () => {
    expect(named('haldens vosses unvoss')).toEqual([])
  })
  test('tells where it stands', () => {
    expect(names.find(tokenise('when did Ilka Voss go'))).toEqual([{ start: 2, end: 4, entities: ['voss'] }])
  })
})

describe('a surname', () => {
  test('names the one person who has it', () => {
    expect(named('did Voss resign')).toEqual(['voss'])
  })
  test('that two persons share names both', () => {
    expect(named('did Brandt resign')).toEqual(['mara|otto'])
  })
  test('goes with a first name to one of them', () => {
    expect(named('did Otto Brandt resign')).toEqual(['otto'])
  })
  test('of two letters is none', () => {
    expect(named('who is Li')).toEqual([])
    expect(named('who is Wen Li')).toEqual(['li'])
  })
  test('is only taken from persons whose name is known', () => {
    expect(named('spokesman, bridge, states')).toEqual([])
  })
  test('gives way to a name that the curator wrote', () => {
    const place = entitySchema.parse({ id: 'voss-town', kind: 'place', name: 'Voss' })
    const found = buildNames([...entities, place], isStop).find(tokenise('Voss'))
    expect(found.map((naming) => naming.entities)).toEqual([['voss-town']])
  })
})

describe('an abbreviation that is also a grammar word', () => {
  test.each([
    ['did the US help', ['us']],
    ['did the U.S. help', ['us']],
    ['tell us more', []],
    ['Us too', []],
    ['the WHO came', ['who']],
    ['who came', []],
    ['Who came', []],
  ])('%s → %j', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })
})
test('an abbreviation that is no other word is found in small letters too', () => {
  expect(named('what is the twu')).toEqual(['twu'])
})

test('every word of every name is known to spelling repair', () => {
  for (const word of ['ilka', 'voss', 'iron', 'minister', 'brandt', 'bridge', 'us']) expect(names.words).toContain(word)
})
