// The words that tell which slot a question asks for.

import type { UnitClass } from '../briefing/quantity.ts'
import type { Slot } from './slot.ts'

export type Pattern = {
  readonly slot: Slot
  readonly pattern: RegExp
  readonly unitClass?: UnitClass
  readonly orUnitClass?: UnitClass
  readonly isList?: boolean
}

/** In order: the first that fits decides. Each is matched against the folded words, joined by spaces. */
const patterns: readonly Pattern[] = [
  {
    slot: 'timeline',
    pattern: /\b(timeline|chronology|sequence of events|(in|what) order of events|run me through)\b/,
  },
  {
    slot: 'quote',
    pattern:
      /\b(exact(ly)? (words?|wording|quote)|word for word|verbatim|in (his|her|their|its) (own|exact) words|quotes?|quotation|direct quote|exact [a-z]+ words?|exact wording|literally say|precise words?)\b|\bwhat (is|was|were) (that|the|his|her|their) ([a-z]+ )?(line|remark|phrase|words)\b|\bwhat words?\b|\b(line|words|quote|statement) in full\b|\bfull (quote|line|words|text)\b|\b(said|used|coined) the (phrase|words|term|line)\b|\b(full|exact|original|precise) wording\b|\bgive (me )?[a-z0-9' ]{2,40} (line|words|remark)( (on|about)\b|$)|^(?!(?:who|when|where|why|what|which|how|is|are|was|were|do|does|did|has|have|had)\b)[a-z0-9' ]{2,40} line (on|about)\b/,
  },
  {
    slot: 'quote',
    pattern:
      /\bwhat (exactly |else )?(did|does|has|have|had|do) [a-z' -]{2,50}?\b(said|say|saying|tell|told|write|wrote|written|tweet|tweeted|call|warn|warned)\b/,
  },
  { slot: 'quote', pattern: /\bhow (did|does|do|has) [a-z' -]{2,40}?\b(word|put|phrase|describe|express)\b/ },
  {
    slot: 'quote',
    pattern:
      /\b(exact|precise|actual) (answer|reply|response|statement|comment|remark)\b|\bwhat (was|were|are) [a-z' -]{2,40}? (words|wording)\b/,
  },
  { slot: 'what', pattern: /\bwhat (else |exactly |actually |really )?(happen(ed|s)?|became|went wrong|came of)\b/ },
  {
    slot: 'when',
    pattern:
      /\b(when|since when|(what|which|wat) (exact )?(day|date|year|month|weekday|night|evening|morning|afternoon)|(on|in) (what|which) (day|date|year|month|weekday)|what time|how soon|by when|(earliest|latest|first|last|start|starting|end|court|trial|hearing|due|expiry|arrival|departure) (date|day)|what time of year|date of|(last|final) (day|date) (to|for|when)|deadline|how recently|how long ago|what day)\b/,
  },
  {
    slot: 'howMany',
    unitClass: 'duration',
    orUnitClass: 'length',
    pattern: /\b(for )?how long\b|\b(what|which) length\b/,
  },
  {
    slot: 'howMany',
    unitClass: 'duration',
    pattern:
      /\bhow (many (days?|weeks?|months?|years?|hours?|minutes?|nights?))\b|\bfor how many (days|weeks|months|years|hours)\b|\b(what|which) duration\b/,
  },
  { slot: 'howMany', unitClass: 'age', pattern: /\bhow old\b|\b(what|whats) (is )?(the )?age\b|\bage of\b/ },
  { slot: 'howMany', unitClass: 'length', pattern: /\bhow (far|tall|deep|wide)\b/ },
  {
    slot: 'howMany',
    unitClass: 'percent',
    pattern: /\b(what|which) (share|percentage|percent|proportion|fraction|part) of\b|\bhow much of\b/,
  },
  {
    slot: 'howMany',
    unitClass: 'money',
    pattern: /\b(what|how much) (is|are|was|were|would|could) .*\b(worth|valued at)\b/,
  },
  {
    slot: 'howMany',
    pattern:
      /\bwhat (would|did|does|do|will|could|might) .*\b(cost|weigh|measure)\b|\bhow (many|much|big|large|high|deep|far|tall|wide|heavy|fast|strong|often|low|steep)\b|(?<!\b(?:phone|telephone|mobile|hotline|flight|room|account|licence|license|plate|registration|serial|case|passport|bus|train|tracking|id) )\b(number|count|total|tally) of\b|\bwhat (amount|figure|size|sum|price|number(?! (can|do|does|should|could|must|to|is there to) ([a-z]+ ){0,4}?(call|ring|dial|phone|contact|reach)\b))\b|\b(death|casualty) (toll|count)\b|\bwhat (is|was|were|are) the (number|amount|figure|total|size|toll|cost|price|rate)\b/,
  },
  {
    slot: 'why',
    pattern:
      /\b(why|how come|what (was|is|were|are) the (reasons?|cause|motive|grounds?)|for what reason|what (caused|triggered|sparked|led to|prompted|provoked|made|drove|set off|started)|reasons? (for|why|behind|given)|because of what|on what grounds|what for|cause of)\b/,
  },
  {
    slot: 'where',
    pattern:
      /\b(where|whereabouts|(what|which|in what|in which|to which|from which) (city|town|place|country|region|building|location|airport|village|district|area)|location of|at which place)\b/,
  },
  {
    slot: 'who',
    isList: true,
    pattern: /^((and|so|but|was|were|is) )?(any|some|every)(one|body) else\b(?! (is|was|were|has|have|did)\b)/,
  },
  { slot: 'who', pattern: /\b(who|whom|whose|by whom)\b/ },
  {
    slot: 'who',
    isList: true,
    pattern:
      /\b(which|what|name the|list the|list|name) (of )?((?!(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|may|might)\b)[a-z']+ ){0,3}?(countries|states|nations|members|people|persons|companies|firms|officials|ministers|deputies|leaders|politicians|organisations|organizations|bodies|agencies|groups|players|teams|clubs|countries|sources|outlets)\b/,
  },
  {
    slot: 'who',
    pattern:
      /\b(which|what) ((?!(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|may|might)\b)[a-z'-]+ ){0,3}?(person|official|minister|politician|president|leader|member|expert|doctor|nurse|surgeon|lawyer|prosecutor|detective|policeman|witness|survivor|victim|passenger|resident|worker|employee|engineer|technician|scientist|researcher|student|mayor|senator|mp|councillor|deputy|candidate|captain|skipper|pilot|driver|company|firm|organisation|organization|agency|body|group|journalists?|reporters?|authors?|experts?|analyst|academic|professor|spokesman|spokesperson|commander|general|officer|judge|player|coach|team|club|chief|head|boss|man|woman|country|nation|diplomat|ambassador|newspaper|outlet|paper|union|bank|party|editor|newspapers|papers)\b/,
  },
]

/** "When" without an auxiliary behind it, and more than a word: "when he left", not "when did he leave" or "when exactly". */
const whenSomeone =
  /\bwhen (?!(?:did|do|does|is|are|was|were|will|would|has|have|had|can|could|should|may|might|must|exactly|precisely|according|and|or)\b)(?=\S+ \S)/g
const asksToKnow =
  /(^|\b(know|knows|known|tell|me|us|say|says|said|remember|clear|unclear|ask|asks|asked|wonder|sure|idea|clue|exactly|since|until|till|by|from|as of|and|or|but|so|about|of|on|please|announced|decided))$/

/** True for a "when" between these that joins a clause instead of asking. */
function joins(before: string, after: string): boolean {
  if (before.trim() === '') return /\b(how|what|who|whom|where|why|which)\b/.test(after)
  return !asksToKnow.test(before.trim())
}

/** Of several question words the first asks: "how many were hurt when it began". Quotations and timelines are asked for anywhere. */
export function firstAsked(text: string): Pattern | undefined {
  const asking = text.replace(whenSomeone, (when, at: number) =>
    joins(text.slice(0, at), text.slice(at + when.length)) ? '' : when,
  )
  let first: Pattern | undefined
  let at = Number.POSITIVE_INFINITY
  for (const one of patterns) {
    const index = asking.search(one.pattern)
    if (index < 0) continue
    if (one.slot === 'timeline' || one.slot === 'quote') return one
    if (index >= at) continue
    first = one
    at = index
  }
  return first
}
