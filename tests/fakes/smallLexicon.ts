// A lexicon of a few words, for tests that show how a lexicon works and not what the project's own says.

import { buildLexicon, type Lexicon, lexiconSchema } from '../../src/core/answering/lexicon.ts'

const file = lexiconSchema.parse({
  synonyms: [
    ['kill', 'die', 'lose life'],
    ['loot', 'ransack'],
    ['leak', 'seep'],
    ['resign', 'step down', 'quit'],
    ['head', 'boss'],
    ['president', 'head of state'],
    ['begin', 'start'],
    ['end', 'finish'],
    ['numb', 'unfeeling'],
  ],
  opposites: [['begin', 'end']],
  irregular: { died: 'die', began: 'begin', lost: 'lose', lives: 'life', mice: 'mouse' },
  chat: { wen: 'when', gonna: 'going to' },
  stop: ['a', 'the', 'of', 'his', 'her', 'their', 'us', 'who', 'was', 'did', 'it'],
  weak: ['really', 'do you know'],
})

/** The lexicon, with a briefing's own words where a test gives some. */
export function smallLexicon(...ownWords: readonly (readonly string[])[]): Lexicon {
  return buildLexicon(file, ownWords)
}
