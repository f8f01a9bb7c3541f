// Whether each cited paragraph says what the fact says: its figures, dates, names and quotations. Knows the texts, not where they come from.

import type { Briefing } from './briefing.ts'
import type { Located } from './check.ts'
import { carriesDate, isInRange, publishedFor } from './citedDates.ts'
import { type CitedText, citedText, holds, names, paragraphsOf } from './citedText.ts'
import { numbersIn } from './numbers.ts'
import type { Problem } from './problem.ts'
import type { Citation, Entity, Fact, Source } from './schema.ts'
import { formatSpan, parseSpan } from './span.ts'

/** One citation with all that it is held against. */
type Claim = {
  readonly briefing: Briefing
  readonly fact: Fact
  readonly citation: Citation
  readonly source: Source
  readonly text: CitedText
}

/** What the cited paragraphs lack, citation by citation; sources without a text are left out. */
export function checkCitations(briefing: Briefing, texts: ReadonlyMap<string, string>, { at }: Located): Problem[] {
  const paragraphs = new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]))
  return briefing.facts.flatMap((fact) =>
    fact.citations.flatMap((citation) => {
      const source = briefing.sources.get(citation.source)
      const all = paragraphs.get(citation.source)
      if (source === undefined || all === undefined) return []
      const wrong = wrongParagraphs(citation, source, all)
      const text = citedText(citation.paragraph.map((number) => all[number - 1] ?? ''))
      const found = wrong.length > 0 ? wrong : missing({ briefing, fact, citation, source, text })
      return found.map((lack) => ({ ...at('facts', fact.id), message: `${fact.id}: ${lack}`, isMinor: true }))
    }),
  )
}

function wrongParagraphs({ paragraph }: Citation, source: Source, all: readonly string[]): string[] {
  if (paragraph.length === 0) return [`${source.id} is cited without a paragraph; add \`paragraph\``]
  return paragraph
    .filter((number) => number > all.length || !isInRange(number, source.paragraphs))
    .map(
      (number) =>
        `${source.id} has no paragraph ${number} that counts (${source.paragraphs ?? `1-${all.length}`}); mend \`paragraph\``,
    )
}

function missing(claim: Claim): string[] {
  return [
    ...missingFigures(claim),
    ...missingDate(claim),
    ...missingNames(claim),
    ...missingQuote(claim),
    ...missingWording(claim),
  ]
}

function missingFigures(claim: Claim): string[] {
  const { fact, citation, text } = claim
  const howMany = citation.reports?.howMany ?? fact.frame.howMany
  if (howMany === undefined || howMany.derived !== undefined || isWorded(claim, 'howMany')) return []
  if (howMany.text !== undefined && holds(text, howMany.text)) return []
  const said = numbersIn(text.raw)
  const figures = [howMany.value, howMany.to, howMany.of].filter(
    (figure) => figure !== undefined && !said.includes(figure),
  )
  return figures.length === 0 ? [] : [lack(claim, `does not hold the figure ${figures.join(' and ')}`, 'howMany')]
}

function missingDate(claim: Claim): string[] {
  const { fact, citation, source, text } = claim
  const when = parseSpan(citation.reports?.when ?? fact.frame.when ?? '')
  if (when === undefined || isWorded(claim, 'when')) return []
  if (carriesDate(text.raw, when, publishedFor(source, citation.paragraph))) return []
  return [lack(claim, `does not hold the date ${formatSpan(when)}`, 'when')]
}

function missingNames(claim: Claim): string[] {
  const { who, whom, saidBy, where } = claim.fact.frame
  const ids = new Set([...who, ...whom, ...saidBy, ...where])
  return [...ids].filter((id) => !isNamed(claim, id)).map((id) => lack(claim, `does not name ${id}`, id))
}

function isNamed(claim: Claim, id: string): boolean {
  const entity = claim.briefing.entities.get(id)
  if (entity === undefined || isWorded(claim, id) || names(claim.text, entity)) return true
  const entities = [...claim.briefing.entities.values()]
  return (
    claim.fact.frame.where.includes(id) &&
    entities.some((part) => isSite(part) && liesIn(claim, part, id) && names(claim.text, part))
  )
}

/** A place is also named by what lies in it or belongs to it: the National Guard stands for its country. */
const isSite = (entity: Entity) => entity.kind === 'place' || entity.kind === 'organisation'

function liesIn(claim: Claim, part: Entity, whole: string, seen: ReadonlySet<string> = new Set()): boolean {
  return part.partOf.some((id) => {
    const above = claim.briefing.entities.get(id)
    return id === whole || (above !== undefined && !seen.has(id) && liesIn(claim, above, whole, new Set([...seen, id])))
  })
}

function missingQuote(claim: Claim): string[] {
  const quote = claim.citation.reports?.quote ?? claim.fact.frame.quote
  if (quote === undefined || isWorded(claim, 'quote') || holds(claim.text, quote)) return []
  return [lack(claim, `does not hold the quotation "${quote}" word for word`, 'quote')]
}

function missingWording(claim: Claim): string[] {
  return Object.entries(claim.citation.wording ?? {}).flatMap(([key, wording]) =>
    [wording]
      .flat()
      .filter((words) => !holds(claim.text, words))
      .map(
        (words) =>
          `${placeOf(claim)} does not hold "${words}", its wording for ${key}; mend the paragraph or copy the source's own words`,
      ),
  )
}

/** True where the curator quotes the source's own words for it; that they stand there is checked by themselves. */
function isWorded({ citation }: Claim, key: string): boolean {
  return Object.hasOwn(citation.wording ?? {}, key)
}

function lack(claim: Claim, what: string, key: string): string {
  return `${placeOf(claim)} ${what}; mend the paragraph, or quote the source's words for it under \`wording: { ${key}: … }\``
}

function placeOf({ citation, source }: Claim): string {
  return `${source.id}, paragraph ${citation.paragraph.join(' and ')},`
}
