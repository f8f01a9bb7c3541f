// What a question asks for: which slot, in which kind of words, of which source or speaker, at which time.

import type { UnitClass } from '../briefing/quantity.ts'
import type { Verb } from '../briefing/schema.ts'
import type { Token } from './tokens.ts'

/** The slot that an answer has to fill. `definition` is "who or what is X", `value` a short answer that is no date or figure. */
export type Slot = 'when' | 'who' | 'where' | 'why' | 'howMany' | 'quote' | 'what' | 'definition' | 'yesNo' | 'timeline'

export type Asked = {
  readonly slot: Slot
  /** The kind of figure that would answer, where the words tell. */
  readonly unitClass?: UnitClass | undefined
  /** Another kind that would: "how long" is asked of a strike and of a road. */
  readonly orUnitClass?: UnitClass | undefined
  /** True where several things may answer ("which countries"). */
  readonly isList: boolean
  /** True where somebody's saying, claiming or denying is asked about, so that the speaker may be the answer. */
  readonly isAboutSpeech: boolean
  /** True for "what happened to": the newest that is known. */
  readonly asksFate: boolean
  /** True for "who" and "whose", which somebody answers; "which country" may be answered by a place. */
  readonly asksWho: boolean
  /** True for "what is she called": the name of somebody described. */
  readonly asksName: boolean
  /** True for "is … still", "now", "yet": how things stand. */
  readonly isAboutNow: boolean
  /** True for "will", "going to", "expected": what is still to come. */
  readonly isAboutFuture: boolean
  readonly isNegated: boolean
  /** Indexes of tokens that only carry the question's form, and so say nothing of the subject. */
  readonly formTokens: ReadonlySet<number>
  /** The index of the word right behind "how many" or "number of": what is to be counted. */
  readonly countedAt: number | undefined
}

const asksName = /\bnames?\b|\b(is|are|was) [a-z' ]*called\b(?! (off|for|in|up|on|by))|\bnamed$/
const auxiliaries = new Set(
  'is are was were am do does did has have had can could will would should may might must isnt arent wasnt werent didnt doesnt dont hasnt havent wont cant any'.split(
    ' ',
  ),
)
const durationWords = new Set(
  'day days week weeks month months year years hour hours minute minutes night nights'.split(' '),
)

type Pattern = {
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
    slot: 'when',
    pattern:
      /\b(when|since when|(what|which|wat) (exact )?(day|date|year|month|weekday|night|evening|morning|afternoon)|(on|in) (what|which) (day|date|year|month|weekday)|what time|how soon|by when|what time of year|date of|(last|final) (day|date) (to|for|when)|deadline|how recently|how long ago|what day)\b/,
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
    pattern: /\b(what|which) (share|percentage|percent|proportion|fraction|part) of\b/,
  },
  {
    slot: 'howMany',
    unitClass: 'money',
    pattern: /\b(what|how much) (is|are|was|were|would|could) .*\b(worth|valued at)\b/,
  },
  {
    slot: 'howMany',
    pattern:
      /\bwhat (would|did|does|do|will|could|might) .*\b(cost|weigh|measure)\b|\bhow (many|much|big|large|high|deep|far|tall|wide|heavy|fast|strong|often|low|steep)\b|(?<!\b(?:phone|telephone|mobile|hotline|flight|room|account|licence|license|plate|registration|serial|case|passport|bus|train|tracking|id) )\b(number|count|total|tally) of\b|\bwhat (number|amount|figure|size|sum|price)\b|\b(death|casualty) (toll|count)\b|\bwhat (is|was|were|are) the (number|amount|figure|total|size|toll|cost|price|rate)\b/,
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
      /\b(which|what) ((?!(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|may|might)\b)[a-z'-]+ ){0,3}?(person|official|minister|politician|president|leader|company|firm|organisation|organization|agency|body|group|journalists?|reporters?|authors?|experts?|analyst|academic|professor|spokesman|spokesperson|commander|general|officer|judge|player|coach|team|club|chief|head|boss|man|woman|country|nation|diplomat|ambassador|newspaper|outlet|paper|union|bank|party|editor|newspapers|papers)\b/,
  },
]

/** Reads what is asked. `verb` is the slash command's, where there was one, and wins over the words. */
export function readAsked(tokens: readonly Token[], verb: Verb | null): Asked {
  const words = tokens.map((token) => token.word)
  const text = words.join(' ')
  const hit = firstAsked(text)
  const first = words.find(
    (word) =>
      ![
        'and',
        'so',
        'but',
        'ok',
        'okay',
        'hey',
        'hi',
        'well',
        'also',
        'then',
        'erm',
        'um',
        'or',
        'btw',
        'please',
        'yes',
        'no',
      ].includes(word),
  )
  const slot = slotOfVerb(verb) ?? refineSlot(hit?.slot, text, first, words)
  return {
    slot,
    unitClass: slot === 'howMany' ? hit?.unitClass : undefined,
    orUnitClass: slot === 'howMany' ? hit?.orUnitClass : undefined,
    isList:
      hit?.isList === true ||
      /^(and |please )?(list|name) (all|every|what|which|the)|\b(everything|everyone|everybody) (that )?(the|they|he|she|it|who|was|were|is)\b/.test(
        text,
      ) ||
      /\b(which|what|who) (of|all|else|are|were)\b|\bcountries\b|\bboth\b|\ball the\b/.test(text),
    isAboutSpeech:
      !asksName.test(text) &&
      /\b(sa(y|ys|id|ying)|claim\w*|den(y|ies|ied)|accus\w*|warn\w*|call(s|ed)?|wrote|writes?|announc\w*|according|told|tells?|words?|quote\w*|suggest\w*|believ\w*|think\w*|argu\w*|report\w*|blam\w*|critici\w*|denounc\w*|confirm\w*|promis\w*|ask\w*|insist\w*|reject\w*|term\w*|descri\w*|credit\w*|came up|source|author|opinion|view|expect\w*|predict\w*)\b/.test(
        text,
      ),
    asksFate:
      /\b(what|wat|wot) (has |have |had |ha)?(ever )?(happen(ed|s)?|hapend|become|became)( to| of| with)?\b|\b(situation|status|latest|news|update|story|going on|stand(s|ing)?|happening) (with|on|of|about)\b|\bhow (is|are) .* doing\b/.test(
        text,
      ),
    asksWho: /\b(who|whom|whose)\b/.test(text) || asksName.test(text),
    asksName: asksName.test(text),
    isAboutNow:
      /\b(still|now|yet|currently|right now|at the moment|today|latest|so far|these days|current|any more|anymore|situation|status|already|over(?= yet| now| already)|again|back|resumed|reopened|any longer)\b/.test(
        text,
      ) || endsWithOver(text),
    isAboutFuture:
      /\b(will|going to|gonna|expected|due|plan(ned)?|next|upcoming|supposed to|scheduled|until when|be (over|gone|back|out))\b/.test(
        text,
      ),
    isNegated: /\b(not|never|no|without|nobody|none|refus\w+)\b/.test(text),
    formTokens: formTokensOf(words, hit),
    countedAt: slot === 'howMany' ? countedAt(words) : undefined,
  }
}

/** "Is the strike over" asks how things stand, "what did they clash over" asks what for. */
const endsWithOver = (text: string) => /\bover$/.test(text) && !/^((and|so|but) )?(what|which|whom?)\b/.test(text)

/** Of several question words the first asks: "how many were hurt when it began". Quotations and timelines are asked for anywhere. */
function firstAsked(text: string): Pattern | undefined {
  let first: Pattern | undefined
  let at = Number.POSITIVE_INFINITY
  for (const one of patterns) {
    const index = text.search(one.pattern)
    if (index < 0) continue
    if (one.slot === 'timeline' || one.slot === 'quote') return one
    if (index >= at) continue
    first = one
    at = index
  }
  return first
}

function slotOfVerb(verb: Verb | null): Slot | undefined {
  if (verb === null) return undefined
  if (verb === 'howmany') return 'howMany'
  if (verb === 'who' || verb === 'what') return 'definition'
  return verb
}

function refineSlot(slot: Slot | undefined, text: string, first: string | undefined, words: readonly string[]): Slot {
  if (slot === undefined && /^(and )?(what|whats) .*\b(name|called|named)\b/.test(text)) return 'who'
  const startsWithAuxiliary = first !== undefined && auxiliaries.has(first)
  if (slot === 'quote' && /^(and )?who\b/.test(text)) return 'who'
  if (
    slot !== undefined &&
    startsWithAuxiliary &&
    !/^(do you know|can you|could you|would you|will you|have you|did you|do we know|does anyone know|is there a|is it known)\b/.test(
      text,
    )
  )
    return 'yesNo'
  if (slot !== undefined) return slot
  if (startsWithAuxiliary || /\bor not\b|\bright$/.test(text)) return 'yesNo'
  if (
    /\bwhat (is|are|was|were|s|does)\b|^(explain|define|describe)\b|\b(tell me about|meaning of|stand for|stands for|mean)\b/.test(
      text,
    )
  )
    return 'definition'
  return words.length <= 3 && first !== 'what' && first !== 'how' ? 'definition' : 'what'
}

function countedAt(words: readonly string[]): number | undefined {
  const many = words.findIndex((word, i) => word === 'many' && words[i - 1] === 'how')
  if (many >= 0) return many + 1
  const number = words.findIndex(
    (word, i) => ['number', 'count', 'total', 'tally'].includes(word) && words[i + 1] === 'of',
  )
  return number >= 0 ? number + 2 : undefined
}

const formWords = new Set(
  'when who whom whose where why what which how many much long old big large far often day date year month week weekday night evening morning afternoon time come reason reasons exactly exact word words verbatim quote quotes quotation timeline chronology number share percentage proportion'.split(
    ' ',
  ),
)

function formTokensOf(words: readonly string[], hit: Pattern | undefined): ReadonlySet<number> {
  const form = new Set<number>()
  words.forEach((word, i) => {
    if (!formWords.has(word)) return
    const previous = words[i - 1] ?? ''
    const isTime =
      durationWords.has(word) ||
      ['day', 'date', 'year', 'month', 'week', 'weekday', 'night', 'evening', 'morning', 'afternoon', 'time'].includes(
        word,
      )
    if (isTime && !['what', 'which', 'many', 'wat', 'exact'].includes(previous)) return
    if (['long', 'old', 'big', 'large', 'far', 'often', 'many', 'much'].includes(word) && previous !== 'how') return
    if (['number', 'share', 'percentage', 'proportion'].includes(word) && hit?.slot !== 'howMany') return
    if (['word', 'words'].includes(word) && hit?.slot !== 'quote') return
    form.add(i)
  })
  return form
}
