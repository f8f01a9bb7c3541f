// What somebody typed into Slack, as plain text: Slack escapes it and writes mentions and links in angle brackets
// (docs: "Formatting message text", "Retrieving formatted messages").

/** The text without mentions of people, with links and channels as they are read. */
export function readText(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inner: string) => readReference(inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

function readReference(inner: string): string {
  const [target = '', label = ''] = inner.split('|', 2)
  if (target.startsWith('@') || (target.startsWith('!') && !target.startsWith('!date'))) return ''
  if (target.startsWith('#')) return label === '' ? '' : `#${label}`
  return label === '' ? target : label
}
