// How a question is understood, alone and in its thread.

import { describe, expect, test } from 'vitest'
import { bareWords, understand } from '../../../src/core/answering/inquiry.ts'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const read = (text: string) => understand(strike, text, null)
const weightOf = (text: string, word: string) =>
  read(text).units.find(({ unit }) => unit.words.includes(word))?.weight ?? Number.NaN

describe('a question', () => {
  test('names entities, a date and the source that it asks', () => {
    const inquiry = read('according to the Herald, what did Voss do on 4 April')
    expect([...inquiry.named]).toEqual(['voss'])
    expect(inquiry.date?.edtf).toBe('2031-04-04')
    expect([...inquiry.sources]).toEqual(['herald'])
  })
  test.each([
    'what does the Courier say',
    'hurt, per The Courier',
    'drivers hurt in the Courier',
    'injured? the Courier',
  ])('"%s" asks one source', (text) => {
    expect([...read(text).sources]).toEqual(['courier'])
  })
  test('that only speaks of a courier asks no source', () => {
    expect([...read('was the courier hurt on a tram').sources]).toEqual([])
  })
  test('gives its chat spellings and misspelt words in plain', () => {
    const inquiry = read('wen did the drivrs strkie')
    expect(inquiry.tokens.map((token) => token.word)).toEqual(['when', 'did', 'the', 'drivers', 'strike'])
    expect([...inquiry.repairs.keys()]).toEqual(['drivrs', 'strkie'])
  })
  test('may write "2" for "to" where other words are spelt like that, and never where a figure may be meant', () => {
    expect(read('wat hapend 2 the trams').tokens.map((token) => token.word)).toContain('to')
    expect(read('what did 2 drivers say').tokens.map((token) => token.word)).toContain('2')
  })
  test('keeps an English word that the briefing lacks', () => {
    expect([...read('where were the stones stashed').repairs]).toEqual([])
  })
  test('may ask what has not been done, which is the opposite of what has', () => {
    expect(read('how many drivers have not been freed').opposites.size).toBeGreaterThan(0)
    expect(read('how many drivers have been freed').opposites.size).toBe(0)
    expect(read('were the drivers not freed').opposites.size).toBe(0)
  })
  test('weighs a thing to be counted in full though no fact speaks of it, and a common word less', () => {
    expect(weightOf('how many rooms burned', 'rooms')).toBeGreaterThan(weightOf('which rooms burned', 'rooms'))
  })
  test('may leave out the apostrophe of an owner', () => {
    expect([...read('vosss dismissal').named]).toEqual(['voss'])
    expect([...read('is this haldens doing').named]).toEqual(['halden'])
  })
  test('quotes with quotation marks of any kind', () => {
    expect(read('who said “betrays every passenger”').quoted).toEqual(['betrays every passenger'])
    expect(read('who said "betrayal"').quoted).toEqual([])
  })
  test('weighs grammar and the words of its form at nothing, and a rare word more than a common one', () => {
    const text = 'when did the depot burn on Linden Square on 5 April'
    expect(weightOf(text, 'when')).toBe(0)
    expect(weightOf(text, 'did')).toBe(0)
    expect(weightOf(text, 'april')).toBe(0)
    expect(weightOf('drivers and passengers', 'passengers')).toBeGreaterThan(
      weightOf('drivers and passengers', 'drivers'),
    )
  })
  test('weighs little what it leaves out', () => {
    expect(weightOf('besides the fare what went up', 'fare')).toBeLessThan(weightOf('what of the fare', 'fare') / 2)
  })
  test.each(['monday', 'sunday', 'june', 'july', 'timeline'])('leaves "%s" as it is', (word) => {
    expect([...read(`${word} trams`).repairs]).toEqual([])
  })
})

test('bare words hold neither case, accents nor punctuation', () => {
  expect(bareWords(' “Not — ONE trám!” ')).toBe('not one tram')
})

describe('a follow-up', () => {
  test.each([
    ['a pronoun, and whom it may mean', ['who is Ilka Voss'], 'when was she dismissed', 'voss-dismissed'],
    [
      'a pronoun for the one whom the answer spoke of',
      ['who replaced Voss'],
      'when did he become minister',
      'anders-appointed',
    ],
    ['who came after', ['when was Voss dismissed'], 'who replaced her', 'anders-appointed'],
    ['another group', ['how many drivers were injured'], 'and the police?', 'police-hurt'],
    ['another person', ['who is Voss'], 'and Anders?', 'anders-appointed'],
    ['only why', ['when did the strike begin'], 'why?', 'strike-began'],
    ['only when', ['why was Voss dismissed'], 'and when?', 'voss-dismissed'],
    ['only where', ['when did the talks open'], 'where?', 'talks-opened'],
    ['part of what was counted', ['how many people were arrested'], 'how many of those by 5 April', 'arrests'],
    [
      'words of its own, which count for more than those before it',
      ['when was Voss dismissed'],
      'and who heads the union since then',
      'mara-leads',
    ],
    ['a command before it', ['/who voss'], 'when was she dismissed', 'voss-dismissed'],
    ['two questions before it', ['who is Ilka Voss', 'was she dismissed'], 'why?', 'voss-dismissed'],
  ])('with %s', (_, after, question, fact) => {
    const answer = answerFrom(strike, question, { after })
    expect(answer.status).toBe('answered')
    expect(answer.facts[0]).toBe(fact)
  })
  test('"she" is no man: it reaches back to the woman', () => {
    const after = ['who is Ilka Voss', 'who is Jonas Anders']
    expect(answerFrom(strike, 'when was she dismissed', { after }).facts[0]).toBe('voss-dismissed')
  })
  test('asks for what the earlier question asked for', () => {
    const answer = answerFrom(strike, 'and the police?', { after: ['how many drivers were injured'] })
    expect(answer.text).toMatch(/^Nearly 10 police officers/)
    expect(answerFrom(strike, 'why?', { after: ['when did the strike begin'] }).text).toContain(
      'The reason given: night shifts were lengthened to eleven hours.',
    )
  })
  test('is answered as of the same day', () => {
    const answer = answerFrom(strike, 'when was she dismissed', { after: ['who is Voss'], asOf: '2031-04-08' })
    expect(answer).toMatchObject({ status: 'abstained', reason: 'not known yet' })
  })
})

describe('without need of its thread', () => {
  test('a question that stands alone is answered alone', () => {
    const question = 'how many trams were damaged by stones'
    const alone = answerFrom(strike, question)
    expect(answerFrom(strike, question, { after: ['who is Ilka Voss'] }).text).toBe(alone.text)
  })
  test('an elliptic one says nothing', () => {
    expect(answerFrom(strike, 'why?').status).toBe('abstained')
    expect(answerFrom(strike, 'when was she dismissed', { after: [''] }).status).not.toBe('ambiguous')
  })
  test('only the last questions of a long thread count', () => {
    const far = ['who is Ilka Voss', ...Array.from({ length: 6 }, () => 'how many trams were damaged')]
    expect(answerFrom(strike, 'who is she', { after: far }).facts).not.toContain('voss-dismissed')
  })
})
