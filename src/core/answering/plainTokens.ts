// The words of a question as they were meant: chat spellings written out, misspelt words repaired.

import type { Engine } from './engine.ts'
import type { Token } from './tokens.ts'

/** `repairs` is told which word was taken for which. */
export function plainTokens(tokens: readonly Token[], engine: Engine, repairs: Map<string, string>): Token[] {
  return repairTokens(expandChat(tokens, engine), engine, repairs)
}

function expandChat(tokens: readonly Token[], { lexicon, names }: Engine): Token[] {
  // "Whats" for "what is" is written by anybody; who writes "teh" may write "2" for "to".
  const isChatty = tokens.some(({ word }) => /^[a-z]+$/.test(word) && lexicon.plainForm(word)?.length === 1)
  return tokens.flatMap((token, i) => {
    const plain = lexicon.plainForm(token.word)
    if (plain === undefined || (names.words.has(token.word) && !/^\d/.test(token.word) && !lexicon.isStop(token.word)))
      return [token]
    // "2" stands for "to" only between words, and only where others are spelt like that: else a figure may be meant.
    if (/^\d+$/.test(token.word) && !(isChatty && i > 0 && /^[a-z]/.test(tokens[i + 1]?.word ?? ''))) return [token]
    return plain.map((word) => ({ ...token, word }))
  })
}

function repairTokens(tokens: readonly Token[], engine: Engine, repairs: Map<string, string>): Token[] {
  const { spelling, names, english } = engine
  // What is no English at all comes first: it tells what its neighbours were meant to be.
  const clear = tokens.map((token) => (english.has(token.word) ? token : repairToken(token, undefined, undefined)))
  const misspelt = (i: number) => {
    const word = clear[i]?.word
    return word !== undefined && repairs.get(tokens[i]?.word ?? '') === word ? word : undefined
  }
  let before: string | undefined
  return clear.map((token, i) => {
    const mended =
      repairBeside(token, misspelt(i - 1), misspelt(i + 1)) ?? repairToken(token, before, clear[i + 1]?.word)
    before = mended.word
    return mended
  })

  function repairBeside(token: Token, ...neighbours: readonly (string | undefined)[]): Token | undefined {
    if (neighbours.every((word) => word === undefined)) return undefined
    const repaired = spelling.repairBeside(token.word, neighbours)
    if (repaired === undefined) return undefined
    repairs.set(token.word, repaired)
    return { ...token, word: repaired }
  }

  function repairToken(token: Token, previous: string | undefined, next: string | undefined): Token {
    // "weirs job": a possessive without its apostrophe.
    const owner = token.word.slice(0, -1)
    if (token.word.length > 4 && token.word.endsWith('s') && names.words.has(owner) && !names.words.has(token.word))
      return { ...token, word: owner }
    const repaired = spelling.repair(token.word, [previous, next])
    if (repaired === undefined) return token
    repairs.set(token.word, repaired)
    return { ...token, word: repaired }
  }
}
