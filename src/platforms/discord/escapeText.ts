// Makes any text plain text for Discord: no markup, no mention, no link, no invisible or direction-turning characters.
// The library's own escapeMarkdown leaves links, mentions and custom emoji alone, which is right for bots that trust their text.

/** Controls, and characters without a width or that turn the direction of what follows. The joiners of Persian, Indic scripts and emoji stay. */
const invisible = /(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u3164\uffa0\u2800]/gu
const control = /\p{Cc}|[\u2028\u2029]/gu
/** A backslash before any of these shows it as it is (a rule of Discord's markdown: any sign but letters, digits and spaces). */
const markup = /[\\*_~`|<>@#[\]]/g
/** What only means something where a line begins: lists and small text. */
const lineStart = /^(?=[-+])|^(\d+)(?=[.)])/

/** One line of plain text. */
export function escapeText(text: string): string {
  return plainText(text).replace(markup, '\\$&').replaceAll('://', '\\://').replace(lineStart, '$1\\')
}

/** Text that needs no cleaning, as most does: what follows is slow in comparison. */
const clean = /^(?:[!-~]+ )*[!-~]+$/

/** The text in one line, without what cannot be seen. */
export function plainText(text: string): string {
  if (clean.test(text)) return text
  return text.toWellFormed().replace(control, ' ').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text escaped, and where that is longer than `max` as much of it as fits, with an ellipsis. */
export function escapeWithin(text: string, max: number): string {
  const whole = escapeText(text)
  if (whole.length <= max) return whole
  let kept = ''
  for (const { segment } of graphemes.segment(plainText(text).slice(0, max))) {
    if (escapeText(kept + segment).length > max - 2) break
    kept += segment
  }
  const atWord = kept.lastIndexOf(' ')
  return `${escapeText(atWord > kept.length / 2 ? kept.slice(0, atWord) : kept)} …`
}
