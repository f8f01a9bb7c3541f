// Gaps in memory, for tests of what uses them.

import type { CountedGap, Gap, Gaps } from '../../src/core/ports.ts'

export function memoryGaps(): Gaps {
  const kept = new Map<string, CountedGap>()
  const folded = (text: string) =>
    text
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/[\s\p{P}]+$/u, '')
      .trim()
  const idOf = ({ kind, briefing, text, about }: Gap) =>
    JSON.stringify([kind, briefing, folded(text), kind === 'report' ? folded(about) : ''])
  return {
    add: async (gap) => {
      const before = kept.get(idOf(gap))
      kept.set(
        idOf(gap),
        before === undefined
          ? { ...gap, count: 1, firstDay: gap.day }
          : { ...before, about: gap.about, day: gap.day, count: before.count + 1 },
      )
    },
    list: async () => [...kept.values()].sort((a, b) => b.count - a.count || (a.day < b.day ? 1 : -1)),
  }
}
