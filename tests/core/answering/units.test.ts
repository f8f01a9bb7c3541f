import { describe, expect, test } from 'vitest'
import { buildNames } from '../../../src/core/answering/names.ts'
import { buildReader } from '../../../src/core/answering/reader.ts'
import { tokenise } from '../../../src/core/answering/tokens.ts'
import { entityTerm } from '../../../src/core/answering/units.ts'
import { entitySchema } from '../../../src/core/briefing/schema.ts'
import { smallLexicon } from '../../fakes/smallLexicon.ts'

const lexicon = smallLexicon()
const voss = entitySchema.parse({ id: 'voss', kind: 'person', name: 'Ilka Voss' })
const state = entitySchema.parse({ id: 'state', kind: 'organisation', name: 'State' })
const names = buildNames([voss, state], lexicon.isStop)

const { unitsOf } = buildReader(lexicon, names)
const cut = (text: string) => unitsOf(text).map((unit) => `${unit.kind}: ${unit.words.join(' ')}`)
const conceptsOf = (word: string) => lexicon.conceptsOf(lexicon.stem(word))

test('a text is cut into names, phrases, figures, words, weak words and grammar words', () => {
  expect(cut('do you know who really killed 15 of the trams before Ilka Voss stepped down')).toEqual([
    'weak: do you know',
    'stop: who',
    'weak: really',
    'word: killed',
    'number: 15',
    'stop: of',
    'stop: the',
    'word: trams',
    'word: before',
    'name: ilka voss',
    'phrase: stepped down',
  ])
})
test('no word is lost or doubled', () => {
  const text = 'who lost her life when Ilka Voss lost the head of state and stepped down'
  expect(unitsOf(text).flatMap((unit) => unit.words)).toEqual(tokenise(text).map((token) => token.word))
})

describe('a phrase', () => {
  test.each(['lost life', 'lost their lives', 'lost her life', 'lost his life'])('%s is "lose life"', (text) => {
    const [unit, ...more] = unitsOf(text)
    expect(more).toEqual([])
    expect(unit).toMatchObject({ kind: 'phrase', concepts: conceptsOf('kill') })
  })
  test('may stand with an article that it is written without, though others are written with theirs', () => {
    const withArticles = smallLexicon(['ill', 'in hospital'], ['unknown', 'in the dark'])
    const reader = buildReader(withArticles, names)
    for (const text of ['in hospital', 'in the hospital', 'in the dark'])
      expect(reader.unitsOf(text)).toMatchObject([{ kind: 'phrase' }])
  })
  test('is broken by a word that is neither its own nor a possessive', () => {
    expect(unitsOf('lost many lives').every((unit) => unit.kind !== 'phrase')).toBe(true)
  })
  test('does not reach into a name', () => {
    expect(cut('head of State')).toEqual(['word: head', 'stop: of', 'name: state'])
  })
  test('stands for its own concept, and not for those of its words', () => {
    const other = buildNames([voss], lexicon.isStop)
    const [unit] = buildReader(lexicon, other).unitsOf('head of state')
    expect(unit?.concepts).toEqual(conceptsOf('president'))
    expect(unit?.concepts).not.toContain(conceptsOf('boss')[0])
  })
})

describe('terms', () => {
  test('are the stems, the concepts and the entities of a unit', () => {
    const [kill] = unitsOf('killed')
    const [name] = unitsOf('Ilka Voss')
    expect(kill?.terms).toEqual(['kill', ...conceptsOf('kill')])
    expect(name?.terms).toEqual(['ilka', 'voss', entityTerm('voss')])
  })
  test('of an entity are told from a word', () => {
    expect(entityTerm('voss')).not.toBe('voss')
  })
})
