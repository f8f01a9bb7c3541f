// The sources that a question asks to answer from: "according to the Courier", "what does the Herald say".

import type { Names } from './names.ts'
import type { Token } from './tokens.ts'

export function namedSources(tokens: readonly Token[], sourceNames: Names): Set<string> {
  const found = new Set<string>()
  for (const { start, end, entities } of sourceNames.find(tokens)) {
    const before = tokens
      .slice(Math.max(0, start - 3), start)
      .map((token) => token.word)
      .join(' ')
    const after = tokens[end]?.word ?? ''
    const asSource =
      /\b(to|per|by|from|in|does|did|do|what|has)( the)?$/.test(before) ||
      /^(say|says|said|report|reports|reported|claim|claims|article|piece|give|gives|put|write|writes|wrote|count|figure|number)$/.test(
        after,
      )
    if (asSource || start === tokens.length - (end - start)) for (const id of entities) found.add(id)
  }
  return found
}
