// Takes secrets out of a text, those that we know and those that look like one: what others put into their error messages
// is not ours to choose.

const mark = '[secret]'
/** A shorter value keeps no secret, and taking it out would garble every line. */
const SHORTEST = 6

const patterns: readonly (readonly [RegExp, string])[] = [
  // Slack's tokens: https://docs.slack.dev/authentication/tokens
  [/\b(?:xox[a-z]|xapp|xoxe\.xox[a-z])-[\w-]+/g, mark],
  // Discord's bot tokens: an id, a time and a signature. https://docs.discord.com/developers/reference#authentication
  [/\b[\w-]{18,}\.[\w-]{6,7}\.[\w-]{27,}/g, mark],
  // Whoever has these addresses may post without any other token.
  [/\bhooks\.slack\.com\/[^\s"'\\]+/g, `hooks.slack.com/${mark}`],
  [/\b(webhooks|interactions)\/(\d+)\/[\w-]+/g, `$1/$2/${mark}`],
  [/\b(Bearer|Basic|Bot) [\w.~+/=-]{12,}/gi, `$1 ${mark}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^:/\s"@]*):[^@\s"]+@/gi, `$1:${mark}@`],
]

/** A function that takes these secrets, and whatever looks like one, out of a text or a line of JSON. */
export function redactSecrets(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length)
  return (text) => {
    let clean = text
    for (const secret of known) clean = clean.replaceAll(secret, mark)
    for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
    return clean
  }
}
