// What every adapter of Gaps does.

import { expect, test } from 'vitest'
import type { Gap, Gaps } from '../../src/core/ports.ts'

const gap: Gap = {
  kind: 'question',
  text: 'Who owned the Merrow?',
  briefing: 'ferry-2031',
  about: 'nothing on its owner',
  day: '2031-03-04',
}

export function gapsContract(open: () => Promise<Gaps>): void {
  test('where everything was answered there are none', async () => {
    const gaps = await open()
    expect(await gaps.list()).toEqual([])
  })

  test('a gap is listed as it was met first, with how often and from when to when', async () => {
    const gaps = await open()
    await gaps.add(gap)
    await gaps.add({ ...gap, text: ' who  OWNED the\nMerrow ?!', day: '2031-03-06' })
    expect(await gaps.list()).toEqual([{ ...gap, count: 2, firstDay: '2031-03-04', day: '2031-03-06' }])
  })

  test('the most asked comes first', async () => {
    const gaps = await open()
    await gaps.add({ ...gap, text: 'rare' })
    for (const day of ['2031-03-04', '2031-03-05', '2031-03-06']) await gaps.add({ ...gap, text: 'often', day })
    for (const day of ['2031-03-04', '2031-03-05']) await gaps.add({ ...gap, text: 'twice', day })
    expect((await gaps.list()).map(({ text, count }) => [text, count])).toEqual([
      ['often', 3],
      ['twice', 2],
      ['rare', 1],
    ])
  })

  test('another briefing, another kind and another word are other gaps', async () => {
    const gaps = await open()
    await gaps.add(gap)
    await gaps.add({ ...gap, briefing: 'lynx-2032' })
    await gaps.add({ ...gap, kind: 'report' })
    await gaps.add({ ...gap, text: 'Who owns the Merrow?' })
    expect((await gaps.list()).map(({ count }) => count)).toEqual([1, 1, 1, 1])
  })

  test('a question that is declined for another reason now is the same gap, with the newest reason', async () => {
    const gaps = await open()
    await gaps.add(gap)
    await gaps.add({ ...gap, about: 'outside the period' })
    expect(await gaps.list()).toMatchObject([{ count: 2, about: 'outside the period' }])
  })

  test('the same words reported of two answers are two gaps', async () => {
    const gaps = await open()
    await gaps.add({ ...gap, kind: 'report', text: 'wrong', about: 'who is Tarn?' })
    await gaps.add({ ...gap, kind: 'report', text: 'Wrong.', about: 'Who is Tarn' })
    await gaps.add({ ...gap, kind: 'report', text: 'wrong', about: 'when did it run aground?' })
    expect((await gaps.list()).map(({ about, count }) => [about, count])).toEqual([
      ['Who is Tarn', 2],
      ['when did it run aground?', 1],
    ])
  })

  test('hostile text is kept as text', async () => {
    const gaps = await open()
    const texts = [`'); DROP TABLE sitrep_gaps; --`, '😀 \u202e $1 %s ?', 'x'.repeat(20_000)]
    for (const text of texts) await gaps.add({ ...gap, text })
    expect(new Set((await gaps.list()).map(({ text }) => text))).toEqual(new Set(texts))
    await gaps.add({ ...gap, text: 'a\u0000b', about: '\u0000' })
    expect(await gaps.list()).toHaveLength(4)
  })

  test('gaps that are met at once are all counted', async () => {
    const gaps = await open()
    await Promise.all(Array.from({ length: 20 }, () => gaps.add(gap)))
    expect(await gaps.list()).toMatchObject([{ count: 20 }])
  })
}
