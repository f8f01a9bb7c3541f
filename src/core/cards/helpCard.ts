// What can be asked and how, in the same words on every platform.

import { type Card, noticeCard } from './card.ts'

/** `nearby`: questions that the briefings can answer, as examples. */
export function helpCard(titles: readonly string[], nearby: readonly string[]): Card {
  return {
    ...noticeCard(
      'Ask in plain words, or begin with who, what, when, where, why, howmany or timeline and a name or subject.',
      'overview, sources and conflicts tell of the briefing itself, catch-up what changed since you last looked.',
      'End a question with "as of 2030-05-03" for what was known on that day. Follow-ups such as "why?" are understood.',
      'Every value comes from a reviewed file and names its sources; where they are silent, so is the answer.',
      `${titles.length === 1 ? 'The briefing' : 'The briefings'}: ${titles.join('; ')}.`,
    ),
    title: 'How to ask',
    nearby,
  }
}
