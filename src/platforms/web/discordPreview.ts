// Draws a Discord message from the very payload that would be sent. It knows the shape of the payload, not who makes it.

import { z } from 'zod'
import type { CardPicture } from '../../core/cards/card.ts'
import { discordMarkdown } from './discordMarkdown.ts'
import { html, inlineSvg, type Markup, nothing } from './markup.ts'

/** The numbers of the components (Discord's documentation, "Component Reference"). */
const componentTypes = {
  actionRow: 1,
  button: 2,
  textDisplay: 10,
  mediaGallery: 12,
  separator: 14,
  container: 17,
} as const

const componentSchema = z.looseObject({
  type: z.number(),
  content: z.string().optional(),
  label: z.string().optional(),
  style: z.number().optional(),
  get components() {
    return z.array(componentSchema).optional()
  },
})
type Component = z.output<typeof componentSchema>

const messageSchema = z.looseObject({ components: z.array(componentSchema) })

/** The message as a reader sees it; `picture` stands for the attached file. */
export function discordPreview(payload: unknown, picture: CardPicture | undefined): Markup {
  const { components } = messageSchema.parse(payload)
  return html`<div class="discord" role="group" aria-label="The Discord message">
    <p class="who"><span class="avatar" aria-hidden="true">S</span><strong>Sitrep</strong> <span class="app">APP</span></p>
    ${components.map((component) => draw(component, picture))}
  </div>`
}

function draw(component: Component, picture: CardPicture | undefined): Markup {
  const inside = () => (component.components ?? []).map((one) => draw(one, picture))
  switch (component.type) {
    case componentTypes.container:
      return html`<div class="d-container">${inside()}</div>`
    case componentTypes.actionRow:
      return html`<div class="d-row">${inside()}</div>`
    case componentTypes.button:
      return html`<span class="d-button d-button-${component.style ?? 2}">${component.label ?? ''}</span>`
    case componentTypes.textDisplay:
      return html`<div class="d-text">${discordMarkdown(component.content ?? '')}</div>`
    case componentTypes.separator:
      return html`<hr>`
    case componentTypes.mediaGallery:
      return picture === undefined ? nothing : html`<div class="picture">${inlineSvg(picture.svg)}</div>`
    default:
      return html`<p class="d-small">(a component that this preview does not draw)</p>`
  }
}
