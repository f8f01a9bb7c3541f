// The claims of somebody's message: its sentences, and the halves of one that holds two. Nothing here knows which words are
// verbs, so that a sentence is only cut where its small words show that a clause of its own begins; in doubt it stays whole.

/** A shorter sentence ("Wow!") claims nothing. */
const LEAST_WORDS = 3

export function claimsIn(message: string): readonly string[] {
  return (
    message
      // The segmenter takes a figure behind a full stop for part of the sentence before it.
      .split(/\n+|(?<=[.!?])\s+(?=\d)/)
      .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
      .flatMap(halvesOf)
      .filter((claim) => wordsOf(claim).length >= LEAST_WORDS)
  )
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

function halvesOf(sentence: string): readonly string[] {
  const halves: string[] = []
  let start = 0
  for (const { 0: joint, index } of sentence.matchAll(/\s*;\s+|,?\s+(?:and|but)\s+/g)) {
    const end = index + joint.length
    if (!isWhole(wordsOf(sentence.slice(start, index))) || !opensClause(wordsOf(sentence.slice(end)))) continue
    halves.push(sentence.slice(start, index))
    start = end
  }
  return [...halves, sentence.slice(start)]
}

const set = (words: string) => new Set(words.split(' '))
const plurals = set('were are have')
const auxiliaries = set('was were is are has have had did will would can could should may might must')
/** "May" is a month. */
const isAuxiliary = (word = '') => auxiliaries.has(word.replace(/\P{L}/gu, ''))
/** Forms that are nothing but a verb in the past; "held" and "injured" may also say which one is meant. */
const pasts = set(
  'became began blew broke came chose drew drove fell flew forgot froze gave grew knew rose sang sank shook spoke stole swam took threw went woke wore',
)
/** Behind these a clause may go on after an "and", with two subjects: "said that Voss and Anders were there". */
const subordinating =
  /^(?:that|who|whom|whose|which|what|when|where|why|how|whether|if|as|than|after|before|because|since|until|till|unless|while|although|though|once|(?:says?|said|saying|tells?|told|writes?|wrote|thinks?|thought|knows?|knew|finds?|found|sees?|saw|hears?|heard|means?|meant|hopes?|shows?|feels?|felt|fears?|(?:claim|report|announce|den[iy]|confirm|believe|suggest|expect|learn|fear|hope|show|admit|argue|assume|warn|insist|reveal|state|note|add|explain|promise|agree|doubt|suspect|allege)(?:s|es|d|ed|ted)?))$/

const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** True for what can stand alone: a verb behind something that does it, and nothing under which the rest could fall. */
function isWhole(words: readonly string[]): boolean {
  const read = words.map(plain)
  return (
    words.length >= LEAST_WORDS &&
    !read.some((word) => subordinating.test(word)) &&
    read.some((word, i) => i > 0 && (isAuxiliary(words[i]) || pasts.has(word) || isDone(words, i)))
  )
}

/** "cleared the square" and "resigned", but neither "armed forces" nor "injured on the square", nor "in closed and open …". */
function isDone(words: readonly string[], i: number): boolean {
  const [before = '', word = '', after] = words.slice(i - 1)
  return pastForm.test(word) && !modifier.test(before) && (after === undefined || object.test(after))
}

const pastForm = /^(?!hundred\b)\p{Ll}{2,}[^e]ed\p{P}*$/u
/** Behind these it says which one is meant. */
const modifier =
  /^(?:an?|the|this|these|those|his|her|its|their|our|my|your|no|any|each|both|some|many|more|most|few|several|other|all|two|three|four|five|six|seven|eight|nine|ten|\p{N}.*|\p{L}+ly|at|by|for|from|in|into|of|on|to|with)$/iu
/** And so begins what it is done to. */
const object = /^(?:an?|the|this|these|those|his|her|its|their|our|my|your|no|some|many|several|all|\p{N}.*|\p{Lu}.*)$/u
/** What says nothing where it stands alone: whom or what it means was said in the other half. */
const pronoun =
  /^(?:he|she|it|they|this|that|these|those|so|nor|neither|both|none|who|which|what|also|then|now|instead)$/

/** How many words a subject has at most. */
const LONGEST_SUBJECT = 6

/** True for "44 drivers were injured": a subject, and a verb that goes with it. "Market Street were" is the end of a list. */
function opensClause(words: readonly string[]): boolean {
  const read = words.map(plain)
  const verb = words.findIndex((word) => isAuxiliary(word) || pasts.has(plain(word)))
  if (verb < 1 || verb > LONGEST_SUBJECT || words.length < LEAST_WORDS) return false
  // "… and corruption, the Herald reported" ends what began before it.
  if (words.slice(0, verb).some((word) => word.endsWith(','))) return false
  const subject = read.slice(0, verb)
  if (pronoun.test(subject[0] ?? '') || subject.some((word) => subordinating.test(word))) return false
  return !plurals.has(read[verb] ?? '') || isPlural(subject)
}

function isPlural(subject: readonly string[]): boolean {
  return /(?:[^sui]s|ies|\p{N}|^(?:people|police|men|women|children|many|several|dozens|hundreds|thousands))$/u.test(
    subject.at(-1) ?? '',
  )
}
