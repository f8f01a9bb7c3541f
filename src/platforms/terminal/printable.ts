// Text as a terminal may show it: nothing in it moves the cursor, colours the screen or turns the reading direction.

const commanding = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** The text without control characters; line breaks stay, tabs become spaces. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(commanding, (one) => (one === '\n' ? one : ''))
}

/** What somebody wrote, as part of a line of ours. */
export function onOneLine(text: string): string {
  return printable(shortened(text.replace(/\s+/g, ' ').trim(), 300))
}

/** At most so many characters, for echoing what somebody typed. */
export function shortened(text: string, length = 100): string {
  return text.length <= length
    ? text
    : `${text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}
