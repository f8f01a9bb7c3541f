// What the curator is told of an answer: the question, where the briefing could not answer it. Never who asked.

import type { Gap } from '../ports.ts'
import type { Reply } from './askBriefings.ts'

/** The longest question that is kept for the curator, in characters. */
const MAX_GAP = 500

export function gapOf({ answer, engine }: Reply, text: string): Omit<Gap, 'day'> | undefined {
  if (answer.status !== 'abstained' || answer.reason === 'empty') return undefined
  return {
    kind: 'question',
    text: text.trim().slice(0, MAX_GAP),
    briefing: engine.briefing.slug,
    about: answer.reason ?? 'nothing on that',
  }
}
