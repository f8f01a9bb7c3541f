// Draws a Slack message from the very payload that would be sent. It knows the shape of the payload, not who makes it.

import { z } from 'zod'
import type { CardPicture } from '../../core/cards/card.ts'
import { html, inlineSvg, type Markup, nothing } from './markup.ts'
import { slackMrkdwn } from './slackMrkdwn.ts'

const textSchema = z.looseObject({ type: z.string(), text: z.string() })
const elementSchema = z.looseObject({
  type: z.string(),
  // The text of a context element is a string, that of a button an object.
  text: z.union([z.string(), textSchema]).optional(),
  placeholder: textSchema.optional(),
})
const blockSchema = z.looseObject({
  type: z.string(),
  text: textSchema.optional(),
  elements: z.array(elementSchema).optional(),
})
const messageSchema = z.looseObject({ blocks: z.array(blockSchema) })
type Block = z.output<typeof blockSchema>
type Element = z.output<typeof elementSchema>

/** The message as a reader sees it; `picture` stands for the uploaded file. */
export function slackPreview(payload: unknown, picture: CardPicture | undefined): Markup {
  const { blocks } = messageSchema.parse(payload)
  return html`<div class="slack" role="group" aria-label="The Slack message">
    <p class="who"><span class="avatar" aria-hidden="true">S</span><strong>Sitrep</strong> <span class="app">APP</span></p>
    ${blocks.map((block) => draw(block, picture))}
  </div>`
}

function draw({ type, text, elements = [] }: Block, picture: CardPicture | undefined): Markup {
  switch (type) {
    case 'header':
      return html`<p class="s-header">${text?.text ?? ''}</p>`
    case 'section':
      return html`<div class="s-section">${textOf(text)}</div>`
    case 'context':
      return html`<div class="s-context">${elements.map((element) => html`<div>${textOf(element)}</div>`)}</div>`
    case 'image':
      return picture === undefined ? nothing : html`<div class="picture">${inlineSvg(picture.svg)}</div>`
    case 'divider':
      return html`<hr>`
    case 'actions':
      return html`<div class="s-row">${elements.map(drawElement)}</div>`
    default:
      return html`<p class="s-context">(a block that this preview does not draw)</p>`
  }
}

function drawElement({ type, text, placeholder }: Element): Markup {
  if (type === 'button')
    return html`<span class="s-button">${typeof text === 'object' ? text.text : (text ?? '')}</span>`
  return html`<span class="s-select">${placeholder?.text ?? type} ▾</span>`
}

function textOf(text: { type: string; text?: unknown } | undefined): Markup {
  if (typeof text?.text !== 'string') return nothing
  return text.type === 'mrkdwn'
    ? slackMrkdwn(text.text)
    : html`${text.text.split('\n').map((line) => html`<p>${line}</p>`)}`
}
