// Whether an answer is given, declined, corrected or asked back.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())

describe('what the sources leave open', () => {
  test('is declined by name, with what is nearest to it', () => {
    const answer = answerFrom(strike, 'how much did the strike cost the operator')
    expect(answer).toMatchObject({ status: 'abstained', reason: 'left open' })
    expect(answer.text).toBe(
      "The sources of this briefing do not give the size of the operator's loss. Nearest to it: Ostra Trams raised the fare by 12 percent on 1 April.",
    )
    expect(answer.facts).toEqual(['fare'])
    expect(answer.citations.map((cited) => cited.source)).toEqual(['herald'])
  })
})

test('an open question that is nearer than any fact is declined, though it is worded otherwise', () => {
  expect(answerFrom(strike, 'what did the walkout cost Ostra Trams in all')).toMatchObject({
    status: 'abstained',
    reason: 'left open',
  })
})

test.each([
  ['how many drivers were injured', 'how many were vaccinated'],
  ['why was Voss dismissed', 'why is the sky blue'],
])('a question that leaves its thread is not answered from it: %s, %s', (before, question) => {
  expect(answerFrom(strike, question, { after: [before] }).status).toBe('abstained')
})

test('as of a day, a figure that came out later leaves the word to the one that was known', () => {
  const spill = engineOf(
    briefingWith({
      entities: [{ id: 'oil', kind: 'thing', name: 'the oil', names: ['fuel', 'diesel'] }],
      facts: [
        {
          id: 'estimate',
          statement: 'The agency put the loss of fuel at 40 tonnes.',
          frame: { what: 'fuel lost', who: ['oil'], howMany: '40 tonnes' },
        },
        {
          id: 'sounded',
          statement: 'The tanks were sounded: 138 tonnes of fuel were lost.',
          frame: { what: 'fuel lost', who: ['oil'], howMany: '138 tonnes' },
          asks: ['how much oil has come out of the ship'],
          citations: [{ source: 'birch' }],
        },
      ],
    }),
  )
  const question = 'how much oil has come out of the ship?'
  expect(answerFrom(spill, question).facts[0]).toBe('sounded')
  expect(answerFrom(spill, question, { asOf: '2031-04-03' })).toMatchObject({ status: 'answered', facts: ['estimate'] })
})

test('the name of a man whom the sources do not name is declined', () => {
  const arrest = engineOf(
    briefingWith({
      entities: [{ id: 'lowick', kind: 'place', name: 'Lowick' }],
      facts: [{ statement: 'The police arrested a man of 29 in Lowick.', frame: { where: ['lowick'] } }],
    }),
  )
  expect(answerFrom(arrest, 'name of the man they arrested in Lowick').status).toBe('abstained')
  expect(answerFrom(arrest, 'where did the police arrest the man').status).toBe('answered')
})

test('a phrasing that comes near is answered, whatever else the question says', () => {
  const tapes = engineOf(
    briefingWith({
      facts: [
        {
          statement: 'The tapes were intact in a vault in Pell.',
          frame: { what: 'the tapes' },
          asks: ['where were the tapes kept'],
        },
      ],
    }),
  )
  expect(answerFrom(tapes, 'where were the tapes kept dry').status).toBe('answered')
})

test('who asks why something is so that is not is put right, where nothing else answers', () => {
  const lab = engineOf(
    briefingWith({
      entities: [{ id: 'dunmarsh', kind: 'place', name: 'Dunmarsh' }],
      facts: [
        {
          statement: 'At Dunmarsh four laboratory computers were encrypted too.',
          frame: { where: ['dunmarsh'] },
          corrects: ['Dunmarsh was not touched by the hackers'],
        },
      ],
    }),
  )
  expect(answerFrom(lab, 'why was Dunmarsh alone never touched by the hackers')).toMatchObject({ isCorrected: true })
  expect(answerFrom(lab, 'where is the ferry').status).toBe('abstained')
})

test('whoever held an office once does not hold it now', () => {
  const premier = engineOf(briefingWith({ facts: [{ statement: 'Ilka Voss is a former prime minister of Ostra.' }] }))
  expect(answerFrom(premier, "who's prime minister at the moment").status).toBe('abstained')
  expect(answerFrom(premier, 'who was prime minister').status).toBe('answered')
})

test("exact words are not answered with somebody else's account of them", () => {
  const note = engineOf(
    briefingWith({
      facts: [{ statement: 'A note in poor English told the printers to stop.', frame: { what: 'the note' } }],
    }),
  )
  expect(answerFrom(note, 'what did the note to the printers say exactly').status).toBe('abstained')
  expect(answerFrom(note, 'what did the note to the printers say').status).toBe('answered')
})

test('what the curator wrote for "what became of" goes before the profile', () => {
  const fate = engineOf(
    briefingWith({
      entities: [{ id: 'weir', kind: 'person', name: 'Magda Weir', names: ['Weir'] }],
      facts: [
        { id: 'born', statement: 'Magda Weir was born in Lorne.', frame: { who: ['weir'] } },
        { id: 'freed', statement: 'Magda Weir was freed.', frame: { who: ['weir'] }, asks: ['what became of Weir'] },
      ],
    }),
  )
  expect(answerFrom(fate, 'what became of Weir?').facts[0]).toBe('freed')
  expect(answerFrom(fate, 'what happened to Magda Weir').facts).toContain('born')
})

describe('of a figure that was told of several days', () => {
  const toll = (day: number, dead: number, source: string) => ({
    id: `toll-${day}`,
    statement: `By ${day} April 2031 the flood had killed ${dead} people.`,
    frame: { what: `death toll by ${day} April`, when: `2031-04-0${day}`, howMany: `${dead} people` },
    asks: day === 1 ? ['how many people had the flood killed at first'] : [],
    citations: [{ source }],
  })
  const flood = engineOf(briefingWith({ facts: [toll(1, 3, 'alder'), toll(8, 7, 'birch'), toll(2, 5, 'alder')] }))
  test.each([
    ['the latest answers', 'how many people has the flood killed', undefined, 'toll-8'],
    ['the latest that was known answers', 'how many people has the flood killed', '2031-04-03', 'toll-2'],
    ['another answers where it is asked for', 'how many people had the flood killed at first', undefined, 'toll-1'],
    ['that of the day answers where a day is named', 'how many had the flood killed by 2 April', undefined, 'toll-2'],
  ])('%s: %s', (_, question, asOf, fact) => {
    expect(answerFrom(flood, question, asOf === undefined ? {} : { asOf }).facts[0]).toBe(fact)
  })
})

test('"her job" is the office of the one who is named', () => {
  const { text } = answerFrom(strike, 'does Voss still have her job')
  expect(text).toMatch(/^No\. The government dismissed Ilka Voss as transport minister/)
})

test('nobody is put right about a name that a better match speaks of', () => {
  const answer = answerFrom(strike, 'why did Voss speak of a betrayal by the drivers')
  expect(answer.text).not.toMatch(/^Not /)
})

describe('what the sources do not speak of is declined', () => {
  test.each([
    ['an unknown thing', 'how many bakers were on holiday in Peru'],
    ['an unknown name', 'who is Zorblatt'],
    ['something else of somebody known', 'where was Voss born'],
    ['something else of a body known', 'who owns Ostra Trams'],
    ['something like it', 'how many buses were damaged'],
    ['something else of a place', 'did the mayor of Halden resign'],
    ['a day on which nothing happened', 'what happened on 25 April'],
  ])('%s: %s', (_, question) => {
    const answer = answerFrom(strike, question)
    expect(answer.status).toBe('abstained')
    expect(answer.isCorrected).toBe(false)
    expect(answer.text).toMatch(/^The sources of this briefing (do not|give no) /)
  })
  test('the missing part of something known is named', () => {
    const answer = answerFrom(strike, 'how many guards set the depot on fire')
    expect(answer).toMatchObject({ status: 'abstained', reason: 'no figure' })
    expect(answer.text).toBe(
      'The sources of this briefing give no figure for that. Nearest to it: The union says that hired guards set the depot on fire.',
    )
  })
  test.each([
    ['no date', 'when did stones damage the trams'],
    ['no date', 'when did Ostra Trams break its pledge'],
    ['no place', 'where were 120 people arrested'],
  ])('%s: %s, though every word of it is known', (reason, question) => {
    expect(answerFrom(strike, question)).toMatchObject({ status: 'abstained', reason })
  })
  test('near questions are shown that the briefing can answer', () => {
    const { nearby } = answerFrom(strike, 'how many buses were damaged')
    expect(nearby.length).toBeGreaterThan(0)
    expect(nearby.length).toBeLessThanOrEqual(3)
    for (const question of nearby) expect(answerFrom(strike, question).status).toBe('answered')
  })
  test('no near question is shown twice', () => {
    const { nearby } = answerFrom(strike, 'how many people saw the fire at the Kell Street depot')
    expect(nearby).toEqual([...new Set(nearby)])
  })
  test('the date of one person is not given for another, whom the sources do not know', () => {
    expect(answerFrom(strike, 'when was Zorblatt dismissed').status).toBe('abstained')
  })
})

describe('a name that the sources do not give', () => {
  test('is said to be missing', () => {
    const answer = answerFrom(strike, 'who is the spokesman')
    expect(answer).toMatchObject({ status: 'abstained', reason: 'no name' })
    expect(answer.text).toMatch(/^The sources of this briefing do not give a name for that\./)
  })
  test.each([
    "what is the spokesman's name",
    "what is the name of the operator's spokesman",
    "what is the operator's spokesman called",
  ])('is not asked for in vain with an answer to something else: %s', (question) => {
    expect(answerFrom(strike, question).status).toBe('abstained')
  })
  test('is said to be left out where the person is the answer', () => {
    const { text } = answerFrom(strike, 'who said that half of the lines were running')
    expect(text).toMatch(/^The operator's spokesman, whom the sources leave unnamed\. /)
  })
})

describe('a question that rests on a false belief is corrected', () => {
  test.each([
    ['the wrong actor, as the curator foresaw', 'why did the army clear Linden Square', 'clash'],
    ['something that did not happen', 'when were soldiers sent to Ostermoor', 'army-not-sent'],
    ['something else than what happened', 'why did Voss resign', 'voss-dismissed'],
  ])('%s: %s', (_, question, fact) => {
    const answer = answerFrom(strike, question)
    expect(answer).toMatchObject({ status: 'answered', isCorrected: true })
    expect(answer.facts[0]).toBe(fact)
    expect(answer.text).toMatch(/^That is not what the sources say\. /)
  })
  test.each([
    ['when did the union dismiss Voss', "Not Tram Workers' Union. The government dismissed Ilka Voss"],
    ['why did Ostra Trams impose a curfew', 'Not Ostra Trams. The government imposed a curfew'],
  ])('a wrong actor whom nobody foresaw is named: %s', (question, opening) => {
    const answer = answerFrom(strike, question)
    expect(answer).toMatchObject({ status: 'answered', isCorrected: true })
    expect(answer.text.slice(0, opening.length)).toBe(opening)
  })
  test('a question whether it is so is answered with no, and needs no correction', () => {
    const answer = answerFrom(strike, 'did the army clear Linden Square')
    expect(answer).toMatchObject({ status: 'answered', isCorrected: false })
    expect(answer.text).toMatch(/^No\. Police cleared the drivers/)
  })
  test('the true statement is not corrected', () => {
    expect(answerFrom(strike, 'when did the police clear Linden Square').isCorrected).toBe(false)
  })
  describe('whatever is asked of a thing that stands in a false belief alone', () => {
    const leak = {
      statement: 'Ammonia escaped from the cold store of the mill on 4 April 2031.',
      frame: { what: 'leak at the mill', when: '2031-04-04' },
      corrects: ['chlorine leaked from the cold store of the mill'],
    }
    const mill = engineOf(briefingWith({ facts: [leak, { statement: 'The mill has 40 workers.' }] }))
    test('it is put right', () => {
      const answer = answerFrom(mill, 'how did the chlorine get out of the cold store')
      expect(answer).toMatchObject({ isCorrected: true, facts: ['fact-1'] })
    })
    test('but for a figure, which may be known of no matter what', () => {
      expect(answerFrom(mill, 'how many fled from the chlorine in the cold store').isCorrected).toBe(false)
    })
  })
  test('also where a phrasing of the curator lies near', () => {
    expect(answerFrom(strike, 'why did the police dismiss Voss').isCorrected).toBe(true)
  })
})

test('where somebody is who stands in many facts is told by the one that readers ask so', () => {
  const entities = [
    { id: 'quist', kind: 'person', name: 'Ada Quist' },
    { id: 'norland', kind: 'place', name: 'Norland' },
  ]
  const others = Array.from({ length: 60 }, (_, i) => ({
    statement: `Quist signed law ${i}.`,
    frame: { who: 'quist', where: 'norland' },
  }))
  const gone = { id: 'gone', statement: "Quist's whereabouts are unknown.", frame: { who: 'quist', value: 'unknown' } }
  const engine = engineOf(briefingWith({ entities, facts: [...others, { ...gone, asks: ['where is Quist'] }] }))
  expect(answerFrom(engine, 'Quist', { verb: 'where' }).facts[0]).toBe('gone')
})

test('a name in quotation marks is no quotation', () => {
  const entities = [{ id: 'pledge', kind: 'thing', name: 'Silent Pledge' }]
  const facts = [
    { statement: 'Voss spoke of it.', frame: { who: 'pledge', quote: 'The Silent Pledge is dead' } },
    { id: 'vow', statement: 'The drivers vowed in the Silent Pledge to stay away.', frame: { who: 'pledge' } },
  ]
  const engine = engineOf(briefingWith({ entities, facts }))
  expect(answerFrom(engine, 'what did the drivers vow in the "Silent Pledge"').facts[0]).toBe('vow')
})

test('nobody is put right by a fact that is far from the one that answers', () => {
  const entities = [
    { id: 'ruhl', kind: 'person', name: 'Davor Ruhl' },
    { id: 'tavar', kind: 'person', name: 'Ilse Tavar' },
    { id: 'ostrel', kind: 'place', name: 'Ostrel' },
  ]
  const closing = {
    statement: 'Ruhl supports closing the tin mines because they lose money.',
    frame: { who: 'ruhl', why: 'they lose money' },
    asks: ['why did Ruhl close the mines'],
  }
  const other = {
    statement: 'Tavar closed the tin mines for want of water.',
    frame: { who: 'tavar', where: 'ostrel', why: 'want of water' },
  }
  const engine = engineOf(briefingWith({ entities, facts: [closing, other] }))
  const answer = answerFrom(engine, 'why did Ruhl close the Ostrel mines')
  expect(answer).toMatchObject({ status: 'answered', isCorrected: false })
  expect(answer.facts[0]).toBe('fact-1')
})

describe('a name that several share', () => {
  test.each(['Brandt', 'who is Brandt'])('%s is asked back with all of them', (question) => {
    const answer = answerFrom(strike, question)
    expect(answer).toMatchObject({ status: 'ambiguous', facts: [] })
    expect(answer.text).toBe('Which one do you mean: Mara Brandt or Otto Brandt?')
    expect(answer.nearby).toEqual(['who is Mara Brandt', 'who is Otto Brandt'])
  })
  test('is clear with the first name', () => {
    expect(answerFrom(strike, 'who is Otto Brandt').facts[0]).toBe('otto-chief')
  })
  test('is asked back also where many share it', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz']
    const entities = letters.map((x) => ({ id: x, kind: 'person', name: `Bartholomew-Maximilian${x}o Brandt` }))
    const answer = answerFrom(engineOf(briefingWith({ entities, facts: [{}] })), 'who is Brandt')
    expect(answer.status).toBe('ambiguous')
    expect(answer.text).not.toBe('')
  })
})
