// An invented briefing in memory that has one of everything an answer can be made of: a tram strike in a town that is not.

import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { type Document, readBriefing } from '../../src/core/briefing/read.ts'
import type { FileKind } from '../../src/core/briefing/schema.ts'

const herald = (...paragraph: number[]) => ({ source: 'herald', paragraph })
const courier = (...paragraph: number[]) => ({ source: 'courier', paragraph })
const review = (...paragraph: number[]) => ({ source: 'review', paragraph })

const head = {
  title: 'Tram strike',
  summary: 'The tram strike in Ostermoor.',
  period: '2031-04',
  overview: ['strike-began', 'drivers-hurt'],
}

// 5 April 2031 is a Saturday, 12 April the Saturday after it.
const sources = [
  { id: 'herald', publisher: 'Ostermoor Herald', title: 'Trams stop', published: '2031-04-06', names: ['the Herald'] },
  { id: 'courier', publisher: 'The Courier', title: 'Town stands still', published: '2031-04-08' },
  { id: 'review', publisher: 'Evening Review', title: 'A new minister', published: '2031-04-12' },
]

const person = (id: string, name: string, more: object = {}) => ({ id, kind: 'person', name, ...more })
const body = (id: string, name: string, names: string[] = []) => ({ id, kind: 'organisation', name, names })
const entities = [
  person('voss', 'Ilka Voss', {
    names: ['Илка Восс'],
    pronoun: 'she',
    roles: [{ title: 'transport minister', of: 'government', until: '2031-04-09', fact: 'voss-dismissed' }],
    profile: ['voss-betrayal', 'voss-dismissed'],
  }),
  person('anders', 'Jonas Anders', {
    pronoun: 'he',
    roles: [{ title: 'transport minister', of: 'government', from: '2031-04-10', fact: 'anders-appointed' }],
  }),
  person('mara-brandt', 'Mara Brandt', {
    pronoun: 'she',
    roles: [{ title: 'head', of: 'union', fact: 'mara-leads' }],
  }),
  person('otto-brandt', 'Otto Brandt', {
    pronoun: 'he',
    roles: [{ title: 'police chief', of: 'police', from: '2028', fact: 'otto-chief' }],
  }),
  person('spokesman', "the operator's spokesman", { names: ['the spokesman'], unnamed: true }),
  body('government', 'the government'),
  body('union', "Tram Workers' Union", ['the union', 'TWU']),
  body('operator', 'Ostra Trams', ['the operator', 'the tram company']),
  body('police', 'Ostermoor police', ['the police', 'police', 'police officers']),
  body('army', 'the army', ['soldiers']),
  { id: 'drivers', kind: 'group', name: 'tram drivers', names: ['drivers', 'strikers'] },
  { id: 'strike', kind: 'event', name: 'the tram strike', names: ['the strike', 'the walkout'] },
  { id: 'ostermoor', kind: 'place', name: 'Ostermoor' },
  { id: 'halden', kind: 'place', name: 'Halden' },
  { id: 'square', kind: 'place', name: 'Linden Square', names: ['the square'], partOf: 'ostermoor' },
  { id: 'depot', kind: 'place', name: 'the Kell Street depot', names: ['the depot'], partOf: 'ostermoor' },
]

const facts = [
  {
    id: 'strike-began',
    statement: 'Tram drivers in Ostermoor went on strike on 3 April 2031.',
    frame: {
      what: 'start of the strike',
      who: ['drivers', 'strike'],
      when: '2031-04-03',
      where: 'ostermoor',
      why: 'night shifts were lengthened to eleven hours',
    },
    asks: ['when did the strike start', 'what made the drivers stop work'],
    citations: [herald(1), courier(2)],
  },
  {
    id: 'voss-betrayal',
    statement: 'Ilka Voss, the transport minister, called the strike a betrayal on 4 April 2031.',
    frame: {
      what: 'reaction of Voss to the strike',
      when: '2031-04-04',
      saidBy: 'voss',
      quote: 'This strike betrays every passenger of this town.',
    },
    asks: ['what did voss say about the strike'],
    citations: [herald(4)],
  },
  {
    id: 'clash',
    statement: 'Police cleared the drivers from Linden Square on 5 April 2031.',
    frame: { what: 'clearing of Linden Square', who: 'police', whom: 'drivers', when: '2031-04-05', where: 'square' },
    asks: ['who cleared the square', 'where did the clash happen'],
    corrects: ['the army cleared Linden Square'],
    citations: [herald(2)],
  },
  {
    id: 'drivers-hurt',
    statement: 'At least 31 drivers were injured on Linden Square.',
    frame: { what: 'drivers injured', who: 'drivers', where: 'square', howMany: 'at least 31 drivers' },
    asks: ['how many drivers were hurt'],
    citations: [herald(3)],
  },
  {
    id: 'drivers-hurt-later',
    statement: 'The clash on Linden Square left 44 drivers injured.',
    frame: { what: 'drivers injured', who: 'drivers', where: 'square', howMany: '44 drivers' },
    citations: [courier(3)],
  },
  {
    id: 'police-hurt',
    statement: 'Nearly 10 police officers were injured on Linden Square.',
    frame: { what: 'police officers injured', who: 'police', where: 'square', howMany: 'nearly 10 police officers' },
    asks: ['how many police officers were hurt'],
    citations: [herald(5)],
  },
  {
    id: 'trams-damaged',
    statement: 'Stones damaged 15 of 69 trams.',
    frame: { what: 'trams damaged', howMany: '15 of 69 trams' },
    asks: ['how many trams were damaged'],
    citations: [herald(6)],
  },
  {
    id: 'arrests',
    statement: 'Police arrested 120 people in all, 80 by 5 April 2031 and 40 more by 7 April 2031.',
    joint: true,
    frame: {
      what: 'arrests',
      who: 'police',
      when: '2031-04-07',
      howMany: { value: 120, unit: 'people', derived: '80 + 40' },
    },
    asks: ['how many people were arrested'],
    citations: [herald(7), courier(4)],
  },
  {
    id: 'depot-fire',
    statement: 'A fire destroyed the Kell Street depot on 6 April 2031.',
    frame: { what: 'depot fire', when: '2031-04-06', where: 'depot' },
    asks: ['where was the fire', 'when did the depot burn'],
    citations: [courier(5)],
  },
  {
    id: 'fire-arson',
    statement: 'The union says that hired guards set the depot on fire.',
    standing: 'claimed',
    frame: { what: 'cause of the depot fire', value: 'arson', saidBy: 'union', where: 'depot' },
    asks: ['what caused the depot fire', 'was it arson at the depot'],
    citations: [courier(6)],
  },
  {
    id: 'fire-battery',
    statement: 'Ostra Trams says that a faulty battery set the depot on fire.',
    standing: 'claimed',
    frame: { what: 'cause of the depot fire', value: 'a faulty battery', saidBy: 'operator', where: 'depot' },
    asks: ['what caused the depot fire'],
    citations: [courier(7)],
  },
  {
    id: 'curfew',
    statement: 'The government imposed a curfew from 11 pm to 5 am on 6 April 2031.',
    frame: { what: 'curfew', who: 'government', when: '2031-04-06', value: '11 pm to 5 am' },
    asks: [{ ask: 'is there a curfew', lead: 'yes' }, 'what are the hours of the curfew'],
    citations: [courier(8)],
  },
  {
    id: 'tear-gas',
    statement: 'Witnesses and police contradict each other on whether tear gas was used on Linden Square.',
    frame: { what: 'tear gas', where: 'square', value: 'disputed' },
    asks: [{ ask: 'did the police use tear gas', lead: 'disputed' }],
    citations: [courier(9)],
  },
  {
    id: 'army-not-sent',
    statement: 'The army was not sent to Ostermoor.',
    frame: { what: 'use of the army', who: 'army', where: 'ostermoor' },
    asks: [{ ask: 'did the army come to Ostermoor', lead: 'no' }],
    corrects: ['soldiers were sent to Ostermoor', 'the army was deployed in Ostermoor'],
    citations: [courier(10)],
  },
  {
    id: 'pledge-broken',
    statement: 'Ostra Trams broke its pledge of two drivers a night tram, according to Mara Brandt.',
    standing: 'claimed',
    frame: { what: 'pledge on night trams', who: 'operator', saidBy: 'mara-brandt' },
    asks: ['did the operator break its pledge'],
    citations: [courier(11)],
  },
  {
    id: 'lines-running',
    statement: "Half of the lines were running again on 7 April 2031, the operator's spokesman said.",
    frame: { what: 'lines running', when: '2031-04-07', howMany: 'about 50 percent of lines', saidBy: 'spokesman' },
    asks: ['what share of the lines runs again'],
    citations: [courier(12)],
  },
  {
    id: 'voss-dismissed',
    statement: 'The government dismissed Ilka Voss as transport minister on 9 April 2031.',
    frame: { what: 'dismissal of Voss', who: 'government', whom: 'voss', when: '2031-04-09', why: 'not given' },
    asks: ['when was voss fired', { ask: 'has voss been dismissed', lead: 'yes' }, 'why was voss dismissed'],
    corrects: ['voss resigned'],
    citations: [review(1)],
  },
  {
    id: 'anders-appointed',
    statement: 'Jonas Anders became transport minister on 10 April 2031.',
    frame: { what: 'appointment of Anders', who: 'anders', when: '2031-04-10' },
    asks: ['who replaced voss', 'who is the new transport minister'],
    citations: [review(2)],
  },
  {
    id: 'talks-opened',
    statement: 'The union and Ostra Trams opened pay talks in Halden on 11 April 2031.',
    frame: { what: 'opening of the pay talks', who: ['union', 'operator'], when: '2031-04-11', where: 'halden' },
    asks: ['where are the pay talks held', 'when did the talks open'],
    citations: [review(3)],
  },
  {
    id: 'strike-end',
    statement: 'The strike is expected to end by 20 April 2031.',
    standing: 'forecast',
    frame: { what: 'end of the strike', who: 'strike', when: '2031-04-20' },
    asks: ['when will the strike end', 'is the strike over'],
    citations: [review(4)],
  },
  {
    id: 'mara-leads',
    statement: "Mara Brandt leads the Tram Workers' Union.",
    frame: { what: 'head of the union', who: 'mara-brandt' },
    asks: ['who leads the union'],
    citations: [herald(8)],
  },
  {
    id: 'otto-chief',
    statement: "Otto Brandt has been Ostermoor's police chief since 2028.",
    background: true,
    frame: { what: 'police chief', who: 'otto-brandt', when: '2028' },
    asks: ['who is the police chief'],
    citations: [herald(9)],
  },
  {
    id: 'fare',
    statement: 'Ostra Trams raised the fare by 12 percent on 1 April 2031.',
    frame: { what: 'rise of the fare', who: 'operator', when: '2031-04-01', howMany: '12 percent' },
    asks: ['by how much did the fare go up'],
    citations: [herald(10)],
  },
  {
    id: 'passengers',
    statement: 'About 160,000 passengers ride the trams on a working day.',
    frame: { what: 'passengers a day', howMany: 'about 160,000 passengers' },
    asks: ['how many passengers use the trams'],
    citations: [herald(11)],
  },
]

const open = [
  {
    id: 'loss',
    missing: "the size of the operator's loss",
    asks: ['how much did the strike cost the operator', 'how much money did ostra trams lose'],
    near: ['fare'],
  },
]

/** The strike as the paper of the last day knows it. */
export function tramStrike(): Briefing {
  const { briefing, problems } = readBriefing('strike', [
    documentOf('briefing', head),
    documentOf('sources', sources),
    documentOf('entities', entities),
    documentOf('facts', facts),
    documentOf('open', open),
  ])
  if (briefing === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'))
  return briefing
}

function documentOf(kind: FileKind, value: unknown): Document {
  return { file: `strike/${kind}.yaml`, kind, value, lineAt: () => undefined }
}
