import { describe, expect, test } from 'vitest'
import type { Known } from '../../../src/core/briefing/conflicts.ts'
import { timelineEntries } from '../../../src/core/pictures/timelineEntries.ts'
import { pictureOfTimeline } from '../../../src/core/pictures/timelinePicture.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const all: Known = (fact) => fact.citations
const bridge = (more: object) => ({ frame: { what: 'opening of the bridge', ...more } })
const briefing = briefingWith({
  entities: [{ id: 'mayor', kind: 'person', name: 'Ada <b>Quist</b>' }],
  facts: [
    { id: 'opened-early', ...bridge({ when: '2031-04-02' }), citations: [{ source: 'alder' }] },
    { id: 'opened-late', ...bridge({ when: '2031-04-08' }), citations: [{ source: 'birch' }] },
    { id: 'opened-again', ...bridge({ when: '2031-04-08' }), citations: [{ source: 'birch' }] },
    {
      id: 'blamed',
      standing: 'claimed',
      frame: { what: 'cause', value: 'bad bolts', when: '2031-04-05', saidBy: 'mayor' },
    },
    {
      id: 'repair',
      standing: 'forecast',
      frame: { what: 'date of the repair', when: '2031-09', howMany: 'about 20 days' },
    },
    { id: 'withdrawn', standing: 'retracted', frame: { what: 'collapse', when: '2031-04-06' } },
    { id: 'denied', standing: 'denied', frame: { what: 'warning', when: '2031-04-07' } },
    { id: 'undated', frame: { what: 'colour' } },
    { id: 'since-ever', frame: { what: 'ferry', when: '../2031-04-01' } },
  ],
})
const entries = (known: Known = all, most = 20) => timelineEntries(briefing, briefing.facts, known, most)

describe('the entries of a timeline', () => {
  test('stand in order, each thing of a day once, and what has no first day is left out', () => {
    expect(entries().map(({ when, label }) => [when.edtf, label])).toEqual([
      ['2031-04-02', 'Opening of the bridge'],
      ['2031-04-05', 'Cause'],
      ['2031-04-06', 'Collapse'],
      ['2031-04-07', 'Warning'],
      ['2031-04-08', 'Opening of the bridge'],
      ['2031-09', 'Repair'],
    ])
  })
  test('say how each stands, who says so, and what other sources say', () => {
    expect(entries().map(({ mark, isDisputed, notes }) => [mark, isDisputed, notes])).toEqual([
      ['report', true, ['sources differ: 8 April 2031 (The Birch)']],
      ['claim', false, ['bad bolts · claimed by Ada <b>Quist</b>']],
      ['retraction', false, ['taken back']],
      ['denial', false, ['denied']],
      ['report', true, ['sources differ: 2 April 2031 (The Alder)']],
      ['forecast', false, ['about 20 days · expected']],
    ])
  })
  test('that were not known yet are left out, and what they contradict is undisputed', () => {
    const known: Known = (fact) => fact.citations.filter(({ source }) => source === 'alder')
    expect(entries(known).map(({ isDisputed }) => isDisputed)).not.toContain(true)
    expect(entries(known)).toHaveLength(5)
  })
  test('are thinned to as many as a phone shows, and days stay as long as they can', () => {
    expect(entries(all, 3)).toHaveLength(3)
    const crowded = briefingWith({
      head: { overview: ['fact-3'] },
      facts: ['2031-04-01', '2031-04-02', '2031-04-02', '2031-04-02'].map((when, i) => ({
        frame: { what: `w${i}`, when },
      })),
    })
    const kept = timelineEntries(crowded, crowded.facts, all, 2)
    expect(kept.map(({ label }) => label)).toEqual(['W0', 'W2'])
  })
})

describe('the picture of a timeline', () => {
  const picture = pictureOfTimeline(briefing, briefing.facts, all)
  test('has its own shape for every standing, each in the legend', () => {
    for (const name of ['reported', 'claimed', 'denied', 'expected', 'taken back', 'sources differ'])
      expect(picture?.svg).toContain(`>${name}</text>`)
  })
  test('escapes what a briefing says', () => {
    expect(picture?.svg).toContain('Ada &lt;b&gt;Quist&lt;/b&gt;')
    expect(picture?.svg).not.toContain('<b>')
  })
  test('says all of it in its text alternative', () => {
    expect(picture?.alt).toMatchInlineSnapshot(
      `"Timeline, Invented. 2 April 2031: Opening of the bridge – sources differ: 8 April 2031 (The Birch). 5 April 2031 [claimed]: Cause – bad bolts · claimed by Ada <b>Quist</b>. 6 April 2031 [taken back]: Collapse – taken back. 7 April 2031 [denied]: Warning – denied. 8 April 2031: Opening of the bridge – sources differ: 2 April 2031 (The Alder). September 2031 [expected]: Repair – about 20 days · expected."`,
    )
  })
  test('is none of a single day', () => {
    expect(pictureOfTimeline(briefing, briefing.facts.slice(0, 1), all)).toBeUndefined()
  })
})
