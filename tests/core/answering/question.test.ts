import { describe, expect, test } from 'vitest'
import { type Asked, readAsked } from '../../../src/core/answering/question.ts'
import type { Slot } from '../../../src/core/answering/slot.ts'
import { tokenise } from '../../../src/core/answering/tokens.ts'
import { verbs } from '../../../src/core/briefing/schema.ts'

const read = (text: string): Asked => readAsked(tokenise(text), null)

/** The slot that a question asks for, and the class of the figure where it tells one. */
const table: readonly [string, Slot, Asked['unitClass']?][] = [
  ['when did the strike begin', 'when'],
  ['since when has Otto Brandt been police chief', 'when'],
  ['on what day was she dismissed', 'when'],
  ['which day did the depot burn', 'when'],
  ['what was the date of the fire', 'when'],
  ['by when must the talks end', 'when'],
  ['how long ago was the fire', 'when'],
  ['in what year was it built', 'when'],
  ['can you tell me when the strike began', 'when'],
  ['how long did the strike last', 'howMany', 'duration'],
  ['how long is the line to Halden', 'howMany', 'duration'],
  ['how many days did the strike last', 'howMany', 'duration'],
  ['for how many weeks', 'howMany', 'duration'],
  ['how old is the mayor', 'howMany', 'age'],
  ['what is the age of the mayor', 'howMany', 'age'],
  ['how far is Halden', 'howMany', 'length'],
  ['what are the trams worth', 'howMany', 'money'],
  ['what share of the lines is running', 'howMany', 'percent'],
  ['what percentage of passengers', 'howMany', 'percent'],
  ['how many drivers were hurt', 'howMany'],
  ['how much is the fare', 'howMany'],
  ['the number of arrests', 'howMany'],
  ['what was the death toll', 'howMany'],
  ['how big was the crowd', 'howMany'],
  ['what would a ticket cost', 'howMany'],
  ['do you know how many were hurt', 'howMany'],
  ['please, how many trams were damaged', 'howMany'],
  ['why did they strike', 'why'],
  ['why?', 'why'],
  ['how come nobody came', 'why'],
  ['what was the reason for the strike', 'why'],
  ['what caused the fire', 'why'],
  ['what led to the clash', 'why'],
  ['on what grounds was he held', 'why'],
  ['where was the fire', 'where'],
  ['in which city are the talks', 'where'],
  ['which building burned', 'where'],
  ['who leads the union', 'who'],
  ['whose trams are they', 'who'],
  ['by whom was he appointed', 'who'],
  ['which minister was dismissed', 'who'],
  ['which tram company broke its pledge', 'who'],
  ['which countries sent help', 'who'],
  ['name the ministers', 'who'],
  ['what is she called', 'who'],
  ["what is the spokesman's name", 'who'],
  ['who called it a betrayal', 'who'],
  ['what exactly did Voss say', 'quote'],
  ['what did the union tell the drivers', 'quote'],
  ['what were her exact words', 'quote'],
  ['how did Voss put it', 'quote'],
  ['quote Voss word for word', 'quote'],
  ["Voss's line on the strike", 'quote'],
  ["give me the union's line on that", 'quote'],
  ['the pledge, full wording', 'quote'],
  ['when was her line about passengers', 'when'],
  ['anyone else arrested', 'who'],
  ['was anyone else arrested', 'yesNo'],
  ['did the strike end', 'yesNo'],
  ['is the curfew still in force', 'yesNo'],
  ["hasn't she resigned", 'yesNo'],
  ['was it arson or not', 'yesNo'],
  ['so did the army come', 'yesNo'],
  ['will the strike end', 'yesNo'],
  ['did Voss say why she left', 'yesNo'],
  ['nobody was hurt, right?', 'yesNo'],
  ['what is the curfew', 'definition'],
  ['what is the phone number of the hotline', 'definition'],
  ['what number can passengers call', 'what'],
  ['what number of trams was damaged', 'howMany'],
  ['how much of the line is running', 'howMany', 'percent'],
  ['could you explain what the pledge is', 'definition'],
  ['can someone please describe the depot', 'definition'],
  ['could you explain why they went on strike', 'why'],
  ['how did she explain the delay', 'what'],
  ['Voss', 'definition'],
  ['explain the pledge', 'definition'],
  ['tell me about the depot', 'definition'],
  ['what happened to Voss', 'what'],
  ['what did the government do', 'what'],
  ['how was the square cleared', 'what'],
  ['what happened when the drivers met', 'what'],
  ['how many came when the strike was called', 'howMany'],
  ['when she called it off, who was there', 'who'],
  ['exact answer Voss gave when reporters asked', 'quote'],
  ["what were Voss's words on the pledge", 'quote'],
  ['do you know when they struck', 'when'],
  ['the strike began when', 'when'],
  ['when they struck', 'when'],
  ['any idea when it ends', 'when'],
  ['earliest date of the fire', 'when'],
  ['which board member left', 'who'],
  ['anyone hurt', 'yesNo'],
  ['trams running or not', 'yesNo'],
  ['the depot: open or closed', 'yesNo'],
  ['trams damaged so far', 'howMany'],
  ['timeline of the strike', 'timeline'],
  ['chronology', 'timeline'],
  ['run me through the strike', 'timeline'],
]

describe('what is asked', () => {
  test.each(table)('"%s" asks for %s %s', (text, slot, unitClass) => {
    expect(read(text)).toMatchObject({ slot, unitClass })
    expect(read(text.toUpperCase()).slot).toBe(slot)
  })
  test.each([
    ['how many were hurt when police cleared the square', 'howMany'],
    ['who was minister when the strike began', 'who'],
    ['why did drivers shout when Voss spoke', 'why'],
    ['where was Voss when the depot burned', 'where'],
  ])('a "when" that only gives the circumstance does not make "%s" ask for a date', (text, slot) => {
    expect(read(text).slot).toBe(slot)
  })
  test('"which newspapers" asks for a name as "which newspaper" does', () => {
    expect(read('which newspapers reported it').slot).toBe(read('which newspaper reported it').slot)
  })
})

describe('a command', () => {
  test.each(verbs)('%s wins over the words', (verb) => {
    const slot = { who: 'definition', what: 'definition', howmany: 'howMany' }[verb as string] ?? verb
    expect(readAsked(tokenise('where is it'), verb).slot).toBe(slot)
  })
})

type Flag =
  | 'isList'
  | 'isAboutSpeech'
  | 'asksFate'
  | 'asksName'
  | 'isAboutNow'
  | 'isAboutFuture'
  | 'isNegated'
  | 'asksWho'
describe('what a question is about', () => {
  test.each<[Flag, string, string]>([
    ['isList', 'which countries sent help', 'which country sent help'],
    ['asksWho', 'who sent help', 'which country sent help'],
    ['isList', 'list everything the police did', 'what did the police do'],
    ['isList', 'who else was hurt', 'who was hurt'],
    ['isAboutSpeech', 'who said that it was arson', 'who set it on fire'],
    ['isAboutSpeech', 'does the union deny it', 'does the union have a head'],
    ['asksFate', 'what happened to Voss', 'what did Voss do'],
    ['asksFate', 'what became of the depot', 'what is the depot'],
    ['asksName', 'what is she called', 'what is she like'],
    ['asksName', "what is the spokesman's name", 'what is the spokesman'],
    ['isAboutNow', 'is the curfew still in force', 'was the curfew in force'],
    ['isAboutNow', 'has the strike ended yet', 'did the strike end'],
    ['isAboutFuture', 'when will the strike end', 'when did the strike end'],
    ['isAboutFuture', 'is the strike due to end', 'did the strike end'],
    ['isNegated', 'why was the army not sent', 'why was the army sent'],
    ['isNegated', "why didn't she resign", 'why did she resign'],
  ])('%s: "%s", but not "%s"', (flag, yes, no) => {
    expect(read(yes)[flag]).toBe(true)
    expect(read(no)[flag]).toBe(false)
  })
  test.each<[Flag, string]>([
    ['asksFate', 'what does TWU stand for'],
    ['asksName', 'was the strike called off'],
    ['isAboutNow', 'did over 100 people come'],
  ])('not %s: "%s"', (flag, text) => {
    expect(read(text)[flag]).toBe(false)
  })
})

test('"over" at the end of a question that asks what for is not about now', () => {
  expect(read('what did they clash over').isAboutNow).toBe(false)
})

describe('words that only carry the form', () => {
  const formOf = (text: string) => {
    const tokens = tokenise(text)
    return [...readAsked(tokens, null).formTokens].map((i) => tokens[i]?.word)
  }
  test.each([
    ['when did the strike begin', ['when']],
    ['how many drivers were hurt', ['how', 'many']],
    ['who was held for many days', ['who']],
    ['which old trams burned', ['which']],
    ['what share of the lines', ['what', 'share']],
    ['did they share a tram', []],
  ])('in "%s": %j', (text, expected) => {
    expect(formOf(text)).toEqual(expected)
  })
  test('leave out the unit of a time that is asked for: it helps to find what lasted days', () => {
    expect(formOf('how many days did it last')).toEqual(['how', 'many'])
  })
  test('say what is to be counted by the word behind them', () => {
    const countedIn = (text: string) => tokenise(text)[read(text).countedAt ?? -1]?.word
    expect(countedIn('so how many drivers were hurt')).toBe('drivers')
    expect(countedIn('what was the number of arrests')).toBe('arrests')
    expect(countedIn('who counted the trams')).toBeUndefined()
  })
})
