// An invented briefing: a tram strike in a town that is not.

import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { briefingWith } from './briefingWith.ts'
import { facts } from './tramStrikeFacts.ts'

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
  return briefingWith({ head, sources, entities, facts, open })
}
