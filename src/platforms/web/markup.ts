// HTML as the page writes it: every value that is put into a template is escaped, unless it is markup already.

import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

/** Nothing, where something could stand. */
export const nothing: Markup = raw('')

/** A picture of ours: its text was escaped when it was drawn. Its alternative stands in its own title and description. */
export function inlineSvg(svg: string): Markup {
  return raw(svg)
}

export { html }
