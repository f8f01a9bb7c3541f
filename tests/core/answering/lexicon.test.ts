import { describe, expect, test } from 'vitest'
import { buildLexicon, lexiconSchema, WEAK } from '../../../src/core/answering/lexicon.ts'
import { shippedLexicon } from '../../fakes/asking.ts'
import { smallLexicon } from '../../fakes/smallLexicon.ts'

const lexicon = smallLexicon()
const conceptsOf = (word: string) => lexicon.conceptsOf(lexicon.stem(word))

describe('forms of a word', () => {
  test.each([
    ['began', 'begin'],
    ['begins', 'begin'],
    ['mice', 'mouse'],
    ['killed', 'kill'],
    ['resigned', 'resigning'],
  ])('%s and %s are one', (a, b) => {
    expect(lexicon.stem(a)).toBe(lexicon.stem(b))
  })
  test.each([
    ['looter', 'loot'],
    ['looters', 'looted'],
    ['leaky', 'leak'],
  ])('%s is known by the deed, %s, where the lexicon knows that', (doer, deed) => {
    expect(lexicon.stem(doer)).toBe(lexicon.stem(deed))
  })
  test('a doer of a deed that the lexicon does not know stays apart', () => {
    expect(lexicon.stem('plumber')).not.toBe(lexicon.stem('plumb'))
  })
  test('a word that only looks like a doer stays apart', () => {
    expect(lexicon.stem('number')).not.toBe(lexicon.stem('numb'))
  })
})

describe('concepts', () => {
  test('words of one group share one, also in other forms', () => {
    expect(conceptsOf('died')).toEqual(conceptsOf('killing'))
    expect(conceptsOf('died')).toHaveLength(1)
  })
  test('words of two groups share none', () => {
    expect(conceptsOf('kill')).not.toEqual(conceptsOf('loot'))
  })
  test('a word that stands in no group has none', () => {
    expect(conceptsOf('tram')).toEqual([])
  })
  test('a phrase is found from its first word and stands for the concept of its group', () => {
    const [phrase] = lexicon.phrasesFrom(lexicon.stem('stepped'))?.get(lexicon.stem('down')) ?? []
    expect(phrase?.stems).toEqual(['step', 'down'].map(lexicon.stem))
    expect([phrase?.concept]).toEqual(conceptsOf('resign'))
  })
  test('the longer of two phrases comes first', () => {
    const { phrasesFrom } = smallLexicon(['chief', 'head of'], ['minister', 'head of a ministry'])
    const lengths =
      phrasesFrom('head')
        ?.get('of')
        ?.map((phrase) => phrase.stems.length) ?? []
    expect(lengths).toHaveLength(3)
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a))
  })
  test('opposites hold both ways', () => {
    const [[begin = ''], [end = '']] = [conceptsOf('begin'), conceptsOf('finish')]
    expect(lexicon.oppositesOf(begin)).toEqual([end])
    expect(lexicon.oppositesOf(end)).toEqual([begin])
    expect(lexicon.oppositesOf(conceptsOf('kill')[0] ?? '')).toEqual([])
  })
})

describe("a briefing's own words", () => {
  const own = smallLexicon(['tram', 'streetcar'], ['depot', 'kill shed'])

  test('are synonyms like those of the lexicon', () => {
    expect(own.conceptsOf(own.stem('streetcars'))).toEqual(own.conceptsOf(own.stem('tram')))
    expect(own.conceptsOf(own.stem('tram'))).toHaveLength(1)
    expect(own.phrasesFrom('kill')?.get('shed')?.[0]?.concept).toBe(own.conceptsOf(own.stem('depot'))[0])
  })
  test('leave the concepts of the lexicon as they are', () => {
    expect(own.conceptsOf(own.stem('died'))).toEqual(conceptsOf('died'))
  })
  test('are words that a misspelt one may mean', () => {
    expect(own.words.has('streetcar')).toBe(true)
    expect(lexicon.words.has('streetcar')).toBe(false)
  })
})

describe('small words', () => {
  test('a chat spelling stands for plain words', () => {
    expect(lexicon.plainForm('wen')).toEqual(['when'])
    expect(lexicon.plainForm('gonna')).toEqual(['going', 'to'])
    expect(lexicon.plainForm('when')).toBeUndefined()
  })
  test('grammar words and weak words are told from others', () => {
    expect(['the', 'really', 'tram'].map(lexicon.isStop)).toEqual([true, false, false])
    expect(['the', 'really', 'tram'].map(lexicon.isWeak)).toEqual([false, true, false])
  })
  test('a phrase that carries little is marked as weak', () => {
    expect(
      lexicon
        .phrasesFrom('do')
        ?.get('you')
        ?.map((phrase) => phrase.concept),
    ).toEqual([WEAK])
  })
})

describe('the lexicon that the project ships', () => {
  const shipped = buildLexicon(shippedLexicon)

  test('names every opposite by the first word of a group', () => {
    const names = new Set(shippedLexicon.synonyms.map((group) => group[0]))
    expect(shippedLexicon.opposites.flat().filter((name) => !names.has(name))).toEqual([])
  })
  test('never gives a group an opposite in itself', () => {
    const concepts = shippedLexicon.synonyms.flat().flatMap((word) => shipped.conceptsOf(shipped.stem(word)))
    expect(concepts.filter((concept) => shipped.oppositesOf(concept).includes(concept))).toEqual([])
  })
  test.each([
    ['killed', 'dead'],
    ['fired', 'dismissal'],
    ['hurt', 'injured'],
    ['began', 'start'],
  ])('knows that %s and %s may be one', (a, b) => {
    const other = shipped.conceptsOf(shipped.stem(b))
    expect(shipped.conceptsOf(shipped.stem(a)).some((concept) => other.includes(concept))).toBe(true)
  })
  test('has no entry that another spelling of the schema would refuse', () => {
    expect(lexiconSchema.safeParse(shippedLexicon).success).toBe(true)
    expect(lexiconSchema.safeParse({ synonyms: [['alone']] }).success).toBe(false)
    expect(lexiconSchema.safeParse({ synonyms: [], typo: [] }).success).toBe(false)
  })
})
