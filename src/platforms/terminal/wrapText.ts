// Breaks text into lines that fit the screen, between words.

/** Each paragraph wrapped to a width; lines after a paragraph's first are indented. A word longer than the line is left whole: it may be an address. */
export function wrapText(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .map((paragraph) => wrapParagraph(paragraph, width, indent))
    .join('\n')
}

function wrapParagraph(paragraph: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.trim().split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`
    const room = width - (lines.length === 0 ? 0 : indent.length)
    if (line === '' || columnsOf(longer) <= room) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line].join(`\n${indent}`)
}

/** How wide text is on the screen: marks that sit on a letter take no column, Chinese, Japanese and Korean signs take two. */
function columnsOf(text: string): number {
  const marks = text.match(/\p{M}/gu)?.length ?? 0
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0
  return [...text].length - marks + wide
}
