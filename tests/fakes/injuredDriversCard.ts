import type { Card } from '../../src/core/cards/card.ts'

/** A card with lines of three kinds, two sources and a disagreement. */
export const injuredDriversCard: Card = {
  kind: 'answer',
  title: undefined,
  lines: [
    { kind: 'text', text: 'At least 31 drivers were injured on Linden Square.', cites: [1] },
    { kind: 'text', text: 'It was a Saturday.', cites: [] },
    { kind: 'dispute', text: 'The Courier reports 44 drivers on 8 April 2031.', cites: [2] },
  ],
  stamp: 'As of 12 April 2031 · Tram strike',
  sources: [
    {
      number: 1,
      id: 'herald',
      publisher: 'Ostermoor Herald',
      title: 'Trams stop',
      published: '6 April 2031',
      paragraphs: [3, 4],
      url: 'https://example.org/trams',
    },
    {
      number: 2,
      id: 'courier',
      publisher: 'The Courier',
      title: 'Town stands still',
      published: '8 April 2031',
      paragraphs: [2],
      url: undefined,
    },
  ],
  nearby: ['who is Ilka Voss', 'when did the strike begin'],
  actions: ['sources', 'timeline', 'conflicts', 'report'],
  picture: undefined,
}
