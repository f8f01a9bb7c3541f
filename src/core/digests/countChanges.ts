// How much changed, in a few words.

import type { Changes } from './changes.ts'

/** "3 new, 1 corrected, 2 disputed": the kinds that there are. */
export function countsOf({ news, corrected, disputed, settled, passed }: Changes): string {
  const counts = [
    [news.length, 'new'],
    [corrected.length, 'corrected'],
    [disputed.length, 'disputed'],
    [settled.length, 'settled'],
    [passed.length, passed.length === 1 ? 'expectation without news' : 'expectations without news'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}
