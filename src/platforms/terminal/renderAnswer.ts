// An answer as a reader sees it in a terminal: the direct answer with citation numbers, who says so, as of when, and what else can be asked.

import type { Answer, AnswerLine, Cited } from '../../core/answering/answer.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import { printable } from './printable.ts'
import { wrapText } from './wrapText.ts'

export type Screen = { readonly width: number; readonly hasColour: boolean }

export type RenderOptions = Screen & {
  /** True where the reader has to be told of which briefing the answer is. */
  readonly namesBriefing: boolean
  readonly isExplained: boolean
}

/** The whole answer, with a line break at its end. */
export function renderAnswer(answer: Answer, briefing: Briefing, options: RenderOptions): string {
  const faint = (text: string) => (options.hasColour ? text.replace(/^.+$/gm, '\u001b[2m$&\u001b[22m') : text)
  const wrap = (text: string, indent = '', first = '') =>
    first + wrapText(printable(text), options.width - first.length, indent)
  const ofBriefing = options.namesBriefing ? `, from the briefing "${briefing.head.title}" (${briefing.slug})` : ''
  const blocks = [
    wrap(numberedText(answer, briefing)),
    faint(answer.citations.map((cited, i) => wrap(citationText(cited, i + 1), '    ')).join('\n')),
    faint(wrap(`As of ${answer.asOf}${ofBriefing}.`)),
    listText(answer.status === 'answered' ? 'You can also ask:' : 'You can ask:', answer.nearby, wrap),
    options.isExplained
      ? faint(
          listText(
            'How this was found:',
            answer.trace.map(({ step, found }) => `${step}: ${found}`),
            wrap,
          ),
        )
      : '',
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** The answer's text, each line with the numbers of the sources of its facts. */
function numberedText({ text, lines, citations }: Answer, briefing: Briefing): string {
  const numbersOf = (line: AnswerLine) => {
    const sources = new Set(
      line.facts.flatMap((id) => briefing.factById.get(id)?.citations ?? []).map((citation) => citation.source),
    )
    return citations.flatMap((cited, i) => (sources.has(cited.source) ? [`[${i + 1}]`] : [])).join('')
  }
  const separator = [' ', '\n'].find((one) => lines.map((line) => line.text).join(one) === text)
  if (separator === undefined) return text
  return lines.map((line) => [line.text, numbersOf(line)].join(' ').trim()).join(separator)
}

function citationText({ publisher, published, paragraphs, title, url }: Cited, number: number): string {
  const where = paragraphs.length === 0 ? '' : `, paragraph${paragraphs.length > 1 ? 's' : ''} ${listed(paragraphs)}`
  return `[${number}] ${publisher}, ${published}${where}: ${title}${url === undefined ? '' : ` ${url}`}`
}

function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}

function listText(
  title: string,
  items: readonly string[],
  wrap: (text: string, indent: string, first: string) => string,
): string {
  return items.length === 0 ? '' : [title, ...items.map((item) => wrap(item, '    ', '  '))].join('\n')
}
