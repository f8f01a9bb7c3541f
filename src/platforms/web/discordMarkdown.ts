// Draws the part of Discord's markdown that messages of ours use, for the preview. Whatever it does not know stays text.

import { html, type Markup } from './markup.ts'

/** A text display: headings, small print, quotes and lists line by line. */
export function discordMarkdown(content: string): Markup {
  const lines = content.split('\n').map(blockOf)
  return html`${lines}`
}

function blockOf(line: string): Markup {
  const [, mark = '', rest = ''] = /^(#{1,3} |-# |> |- )?(.*)$/s.exec(line) ?? []
  switch (mark.trim()) {
    case '#':
    case '##':
    case '###':
      return html`<p class="d-heading">${inline(rest)}</p>`
    case '-#':
      return html`<p class="d-small">${inline(rest)}</p>`
    case '>':
      return html`<p class="d-quote">${inline(rest)}</p>`
    case '-':
      return html`<p class="d-item">${inline(rest)}</p>`
    default:
      return rest === '' ? html`<p class="d-blank"></p>` : html`<p>${inline(rest)}</p>`
  }
}

// An escaped sign, a link, or text between marks; the first that matches counts.
const pattern =
  /\\([^\p{L}\p{N}\s])|\[((?:\\.|[^\]\\])+)\]\(<?(https?:[^)>\s]+)>?\)|\*\*((?:\\.|[^\\])+?)\*\*|~~((?:\\.|[^\\])+?)~~|__((?:\\.|[^\\])+?)__|[*_]((?:\\.|[^*_\\])+?)[*_]|`([^`]+)`/gu

function inline(text: string): Markup {
  const parts: (string | Markup)[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const [whole, escaped, label, address, strong, struck, underlined, slanted, code] = match
    parts.push(text.slice(last, match.index))
    last = match.index + whole.length
    if (escaped !== undefined) parts.push(escaped)
    else if (label !== undefined && address !== undefined)
      parts.push(html`<a href="${address}" rel="noreferrer noopener">${inline(label)}</a>`)
    else if (strong !== undefined) parts.push(html`<strong>${inline(strong)}</strong>`)
    else if (struck !== undefined) parts.push(html`<s>${inline(struck)}</s>`)
    else if (underlined !== undefined) parts.push(html`<u>${inline(underlined)}</u>`)
    else if (slanted !== undefined) parts.push(html`<em>${inline(slanted)}</em>`)
    else parts.push(html`<code>${code ?? ''}</code>`)
  }
  parts.push(text.slice(last))
  return html`${parts}`
}
