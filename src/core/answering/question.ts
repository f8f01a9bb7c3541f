// What a question asks for: which slot, in which kind of words, of which source or speaker, at which time.

import type { UnitClass } from '../briefing/quantity.ts'
import type { Verb } from '../briefing/schema.ts'
import type { Slot } from './slot.ts'
import { firstAsked, type Pattern } from './slotPatterns.ts'
import type { Token } from './tokens.ts'

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
  /** True for "word for word", "exactly": nothing but a quotation answers. */
  readonly asksVerbatim: boolean
  /** True for "what happened to": the newest that is known. */
  readonly asksFate: boolean
  /** True for "who" and "whose", which somebody answers; "which country" may be answered by a place. */
  readonly asksWho: boolean
  /** True for "what is she called": the name of somebody described. */
  readonly asksName: boolean
  /** True where it speaks of a man, a woman or the like. */
  readonly isAboutPerson: boolean
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
/** What a question for a yes or a no opens with, a verb left out included: "anyone hurt". */
const auxiliaries = new Set(
  'anyone anybody anything anywhere is are was were am do does did has have had can could will would should may might must isnt arent wasnt werent didnt doesnt dont hasnt havent wont cant any'.split(
    ' ',
  ),
)
const durationWords = new Set(
  'day days week weeks month months year years hour hours minute minutes night nights'.split(' '),
)

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
    asksVerbatim:
      /\b(word for word|verbatim|literally|(exact|precise|very|own) (words|wording|quote|text|phrase))\b|\b(say|said|read|write|wrote) exactly\b/.test(
        text,
      ),
    asksFate:
      /\b(what|wat|wot) (has |have |had |ha)?(ever )?(happen(ed|s)?|hapend|become|became)( to| of| with)?\b|\b(situation|status|latest|news|update|story|going on|stand(s|ing)?|happening) (with|on|of|about)\b|\bhow (is|are) .* doing\b/.test(
        text,
      ),
    asksWho: /\b(who|whom|whose)\b/.test(text) || asksName.test(text),
    asksName: asksName.test(text),
    isAboutPerson:
      /\b(man|woman|boy|girl|guy|lady|person|student|pupil|suspect|victim|witness|survivor|patient|passenger|driver|worker|employee|soldier|policeman|officer|prisoner)\b/.test(
        text,
      ),
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

function slotOfVerb(verb: Verb | null): Slot | undefined {
  if (verb === null) return undefined
  if (verb === 'howmany') return 'howMany'
  if (verb === 'who' || verb === 'what') return 'definition'
  return verb
}

/** Questions that only open like one for a yes or a no. */
const isPolite =
  /^(any(one|body)? (know|idea|clue|word on|news)|do you know|can you|could you|would you|will you|have you|did you|do we know|does anyone know|is there a|is it known)\b/
const asksToTell =
  /^(can|could|would|will) (you|someone|somebody|anyone|anybody)( please| kindly| briefly)? (explain|describe|define|tell (me|us))\b/

/** "Dead or alive", "or not": what a yes or a no would answer. */
const asksEither =
  /\bor not\b|\bright$|\b(up or down|on or off|in or out|(open|opened) or (closed|shut)|dead or alive|alive or dead|true or false|free or .{3,12})$/
/** "Ambulances diverted so far" asks for their number. */
const soFar = /^(\S+ ){1,5}(so far|to date|in total|all told|altogether)$/

/** "Anyone else arrested" asks who. */
const asksForOthers = /^((and|so|but) )?any(one|body) else\b/

function refineSlot(slot: Slot | undefined, text: string, first: string | undefined, words: readonly string[]): Slot {
  if (slot === undefined && /^(and )?(what|whats) .*\b(name|called|named)\b/.test(text)) return 'who'
  const startsWithAuxiliary = first !== undefined && auxiliaries.has(first) && !asksForOthers.test(text)
  if (slot === 'quote' && /^(and )?who\b/.test(text)) return 'who'
  if (slot !== undefined && startsWithAuxiliary && !isPolite.test(text)) return 'yesNo'
  if (slot !== undefined) return slot
  if ((startsWithAuxiliary && !asksToTell.test(text)) || asksEither.test(text)) return 'yesNo'
  if (soFar.test(text) && !/^what\b/.test(text)) return 'howMany'
  if (
    /\bwhat (is|are|was|were|s|does)\b|^(explain|define|describe)\b|\b(tell me about|meaning of|stand for|stands for|mean)\b/.test(
      text,
    )
  )
    return 'definition'
  return asksToTell.test(text) || (words.length <= 3 && first !== 'what' && first !== 'how') ? 'definition' : 'what'
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

/** "Who is she again" asks for what was told before; "when was it open again" asks for the opening. */
const asksOnceMore =
  /^((and|so|but|ok) )?(who|whos|what|whats|which|when|where)( (is|was|were|are))? .*(?<!\b(open|back|up|running|working|safe|free|together)) again$/

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
  const asking = asksToTell.exec(words.join(' '))?.[0].split(' ').length ?? 0
  for (let i = 0; i < asking; i++) form.add(i)
  if (asking > 0 && /^(story|saga|affair|business|thing|situation)$/.test(words.at(-1) ?? ''))
    form.add(words.length - 1)
  if (asksOnceMore.test(words.join(' '))) form.add(words.length - 1)
  return form
}
