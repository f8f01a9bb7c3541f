import { beforeAll, describe, expect, test } from 'vitest'
import type { Verb } from '../../../src/core/briefing/schema.ts'
import { illustrate } from '../../../src/core/desk/illustrate.ts'
import type { Atlas } from '../../../src/core/pictures/atlas.ts'
import { readAtlas } from '../../../src/system/readAtlas.ts'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const entity = (id: string, name: string, more: object) => ({ id, kind: 'place', name, ...more })
const engine = engineOf(
  briefingWith({
    entities: [entity('oslo', 'Oslo', { at: [59.9, 10.75], partOf: 'norway' }), entity('norway', 'Norway', {})],
    facts: [
      {
        statement: 'The bridge in Oslo opened on 1 April 2031.',
        frame: { what: 'opening', when: '2031-04-01', where: 'oslo' },
      },
      {
        statement: 'The bridge closed on 3 April 2031.',
        frame: { what: 'closing', when: '2031-04-03', where: 'oslo' },
      },
      { statement: 'The bridge cost 40 crowns.', frame: { what: 'cost of the bridge', howMany: '40 crowns' } },
      { statement: 'The bridge cost 90 crowns.', frame: { what: 'cost of the bridge', howMany: '90 crowns' } },
    ],
  }),
)
const { briefing } = engine
let atlas: Atlas
beforeAll(async () => {
  atlas = await readAtlas()
})

function pictureFor(text: string, verb: Verb | null = null, { withMaps } = { withMaps: true }) {
  const answer = answerFrom(engine, text, verb === null ? {} : { verb })
  return illustrate(answer, briefing, {
    text,
    verb,
    known: (fact) => fact.citations,
    atlas: withMaps ? atlas : undefined,
  })?.alt.split(/[:,]/)[0]
}

describe('the picture of an answer', () => {
  test('is a map where a place is asked for, by command or in plain words', () => {
    expect(pictureFor('where did the bridge open')).toBe('Map')
    expect(pictureFor('the bridge opened', 'where')).toBe('Map')
  })
  test('is a chart where sources differ on a figure', () => {
    expect(pictureFor('how much did the bridge cost')).toBe('Chart')
  })
  test('is a timeline where the order of events is asked for', () => {
    expect(pictureFor('bridge', 'timeline')).toBe('Timeline')
    expect(pictureFor('timeline of the bridge')).toBe('Timeline')
  })
  test('is none where words say it all, nothing is known, or no map can be drawn', () => {
    expect(pictureFor('when did the bridge open')).toBeUndefined()
    expect(pictureFor('who is the king of Atlantis')).toBeUndefined()
    expect(pictureFor('where did the bridge open', null, { withMaps: false })).toBeUndefined()
  })
})
