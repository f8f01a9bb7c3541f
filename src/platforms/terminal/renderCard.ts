// A card as a reader sees it in a terminal: the lines with citation numbers, who says so, as of when, and what else can be asked.

import type { TraceStep } from '../../core/answering/answer.ts'
import type { Card, CardLine, CardSource } from '../../core/cards/card.ts'
import { printable } from './printable.ts'
import { wrapText } from './wrapText.ts'

export type Screen = { readonly width: number; readonly hasColour: boolean }

type Wrap = (text: string, indent?: string, first?: string) => string

/** The whole card, with a line break at its end. */
export function renderCard(card: Card, screen: Screen): string {
  const { faint, bold, wrap } = styles(screen)
  const blocks = [
    card.title === undefined ? '' : bold(wrap(card.title)),
    ...paragraphs(card, wrap).map(({ kind, text }) => (kind === 'heading' ? bold(text) : text)),
    faint(card.sources.map((source) => wrap(sourceText(source), '    ')).join('\n')),
    card.stamp === undefined ? '' : faint(wrap(`${card.stamp}.`)),
    listText('You can ask:', card.nearby, wrap),
    card.picture === undefined ? '' : faint(wrap(card.picture.alt)),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** The steps to an answer, for `--explain`. */
export function renderTrace(trace: readonly TraceStep[], screen: Screen): string {
  const { faint, wrap } = styles(screen)
  const steps = trace.map(({ step, found }) => `${step}: ${found}`)
  return `\n${faint(listText('How this was found:', steps, wrap))}\n`
}

function styles({ width, hasColour }: Screen) {
  const wrap: Wrap = (text, indent = '', first = '') => first + wrapText(printable(text), width - first.length, indent)
  const styled = (on: number, off: number) => (text: string) =>
    hasColour ? text.replace(/^.+$/gm, `\u001b[${on}m$&\u001b[${off}m`) : text
  return { wrap, bold: styled(1, 22), faint: styled(2, 22) }
}

type Paragraph = { readonly kind: CardLine['kind']; readonly text: string }

/** Texts that follow one another are one paragraph, items one list; headings and disputes stand alone. */
function paragraphs({ kind: cardKind, lines }: Card, wrap: Wrap): Paragraph[] {
  const runs: CardLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run?.[0]?.kind === line.kind && (line.kind === 'text' || line.kind === 'item')) run.push(line)
    else runs.push([line])
  }
  // The lines of a chronology each begin with their day, and need no mark.
  const mark = cardKind === 'timeline' ? '' : '- '
  return runs.map((run) => {
    const [{ kind } = { kind: 'text' as const }] = run
    const texts = run.map(numbered)
    return {
      kind,
      text: kind === 'item' ? texts.map((text) => wrap(text, '  ', mark)).join('\n') : wrap(texts.join(' ')),
    }
  })
}

function numbered({ text, cites }: CardLine): string {
  return [text, cites.map((number) => `[${number}]`).join('')].join(' ').trim()
}

function sourceText({ number, publisher, published, paragraphs: at, title, url }: CardSource): string {
  const where = at.length === 0 ? '' : `, paragraph${at.length > 1 ? 's' : ''} ${listed(at)}`
  return `[${number}] ${publisher}, ${published}${where}: ${title}${url === undefined ? '' : ` ${url}`}`
}

function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}

function listText(title: string, items: readonly string[], wrap: Wrap): string {
  return items.length === 0 ? '' : [title, ...items.map((item) => wrap(item, '    ', '  '))].join('\n')
}
