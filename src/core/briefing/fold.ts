// Folding: one plain lower-case Latin form for every spelling, accent and script, so that they can be compared.

import anyAscii from 'any-ascii'

const plain = /^[\x20-\x7e]*$/

/** Lower-case ASCII of a text in any script; invisible and control characters are dropped, typographic quotes made plain. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  return anyAscii(
    lower
      .normalize('NFKC')
      .replace(/(?![\t\n\r])[\p{Cf}\p{Cc}]/gu, '')
      .replace(/[‘’ʼ`´]/g, "'")
      .replace(/[“”«»„]/g, '"')
      .replace(/[–—‒]/g, '-'),
  ).toLowerCase()
}
