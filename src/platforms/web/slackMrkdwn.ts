// Draws the part of Slack's mrkdwn that messages of ours use, for the preview. Whatever it does not know stays text.

import { html, type Markup } from './markup.ts'

export function slackMrkdwn(text: string): Markup {
  const lines = text
    .split('\n')
    .map((line) =>
      line.startsWith('>')
        ? html`<p class="s-quote">${inline(line.slice(1).trim())}</p>`
        : html`<p>${inline(line)}</p>`,
    )
  return html`${lines}`
}

const pattern =
  /<(https?:[^|>]+)(?:\|([^>]*))?>|(?<![\p{L}\p{N}])(?:\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~|`([^`\n]+)`)(?![\p{L}\p{N}])/gu

function inline(text: string): Markup {
  const parts: (string | Markup)[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, address, label, strong, slanted, struck, code] = match
    parts.push(unescaped(text.slice(last, match.index)))
    last = match.index + whole.length
    if (address !== undefined)
      parts.push(html`<a href="${unescaped(address)}" rel="noreferrer noopener">${unescaped(label ?? address)}</a>`)
    else if (strong !== undefined) parts.push(html`<strong>${inline(strong)}</strong>`)
    else if (slanted !== undefined) parts.push(html`<em>${inline(slanted)}</em>`)
    else if (struck !== undefined) parts.push(html`<s>${inline(struck)}</s>`)
    else parts.push(html`<code>${unescaped(code ?? '')}</code>`)
  }
  parts.push(unescaped(text.slice(last)))
  return html`${parts}`
}

/** Slack knows three escapes (docs: "Formatting message text", "Escaping text"). */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
