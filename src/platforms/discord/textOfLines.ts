// The lines of a card as Discord's markdown: paragraphs, headings in bold, items as a list, and what is disputed behind a bar.

import type { CardLine } from '../../core/cards/card.ts'
import { escapeText } from './escapeText.ts'

/** What joins two blocks at most. */
const JOINT = 2

export function textOfLines(lines: readonly CardLine[]): string {
  let text = ''
  let before: CardLine | undefined
  for (const line of lines) {
    const block = textOfLine(line)
    if (block === '') continue
    if (before !== undefined) text += jointOf(before, line)
    text +=
      before?.kind === 'text' && line.kind === 'text' ? block : `${marks[line.kind][0]}${block}${marks[line.kind][1]}`
    before = line
  }
  return text
}

/** What a line measures at most in `textOfLines`. */
export function measureLine(line: CardLine): number {
  const [open, close] = marks[line.kind]
  return textOfLine(line).length + open.length + close.length + JOINT
}

const marks = {
  text: ['', ''],
  heading: ['**', '**'],
  item: ['- ', ''],
  dispute: ['> ', ''],
} as const

/** The line with its citation numbers: "13 January. [1][2]". */
function textOfLine({ text, cites }: CardLine): string {
  const numbers = cites.map((number) => `[${number}]`).join('')
  return [escapeText(text), numbers].filter((part) => part !== '').join(' ')
}

function jointOf(before: CardLine, line: CardLine): string {
  if (before.kind === 'text' && line.kind === 'text') return ' '
  return before.kind === 'heading' || before.kind === line.kind ? '\n' : '\n\n'
}
