// Text as Slack shows it: literally. Nothing in it is taken for markup, a mention, a link or an emoji, and nothing hides
// in it or turns its reading direction. It knows nothing of cards.

/** What cannot be seen: control, zero-width, direction and tag characters. */
const hidden = /\p{Cc}|(?!\u200c|\u200d|\ufe0f)\p{Default_Ignorable_Code_Point}/gu
/** Joiners and emoji selectors mean something in emoji and in scripts that join; elsewhere they only hide. */
const strayJoiner =
  /(?<=^|[^\p{L}\p{M}\p{Extended_Pictographic}]|\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek})(?:\u200c|\u200d|\ufe0f)/gu

/** Slack makes a mention of these words in some places; a joiner behind the sign keeps them words. */
const call = /@(?=(?:here|channel|everyone|group)\b)/gi

/** One line of plain text, for buttons, headings and options: they know no markup, but clients have linked mentions there. */
export function plainText(text: string): string {
  return visible(text).replaceAll('<', '‹').replace(call, '@\u2060')
}

/**
 * One line for a mrkdwn text. Slack has escapes for `& < >` alone (docs: "Formatting message text", "Escaping text"), so
 * that the marks of bold, italic, strike and code give way to signs that look the same, and so do the colons of an emoji.
 */
export function escapeText(text: string): string {
  const shown = visible(text)
  if (!/[&<>*_~`:@]/.test(shown)) return shown
  return (
    shown
      // At the beginning of a line Slack takes it for a quotation, also where it is escaped.
      .replace(/^>/, '›')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[*_~`]/g, (mark) => lookalikes[mark] ?? mark)
      .replace(emojiColon, '\ua789')
      .replace(call, '@\u2060')
  )
}

/**
 * True for a text of which mrkdwn would show lookalikes, and a plain text the very signs: a name such as channel_not_found,
 * which people copy. What clients could make a link of in a plain text stays in mrkdwn, where we tell them not to.
 */
export function isTruerPlain(text: string): boolean {
  return (/[*_~`]/.test(text) || text.search(emojiColon) !== -1) && !/<|:\/\//.test(text)
}

/** Before the name of an emoji, which is no number: "10:30:45" has none. */
const emojiColon = /:(?=\d*[a-z_+'-][\w+'-]{0,100}:)/gi
const lookalikes: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02cd', '~': '\u223c', '`': '\u02cb' }

/** An address as a mrkdwn link may hold it; undefined for what is no web address. */
export function linkAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  return href
    .replace(/[<>|`*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('&', '&amp;')
}

/** Most texts have nothing to hide in but signs of scripts and usual punctuation, and are soon done with. */
const isPlain = /^(?:[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u052f\u2010-\u2015\u2018-\u2022]+(?: |$))*$/

/** The text without what cannot be seen, on one line. */
function visible(text: string): string {
  if (isPlain.test(text) && !text.endsWith(' ')) return text
  return text.toWellFormed().replace(/\s+/gu, ' ').replace(hidden, '').replace(strayJoiner, '').trim()
}
