// The frame of every page: head, tabs, and the place of what a tab shows.

import type { BriefingTitle } from '../../core/desk/request.ts'
import { html, type Markup, nothing } from './markup.ts'
import { addressOf, type PageQuery } from './pageQuery.ts'

export const tabs = [
  { path: '/', name: 'Ask' },
  { path: '/briefing', name: 'Briefing' },
  { path: '/disagreements', name: 'Disagreements' },
  { path: '/digest', name: 'Digest' },
  { path: '/sources', name: 'Sources' },
  { path: '/curator', name: 'Curator' },
] as const
export type TabPath = (typeof tabs)[number]['path']

export type Layout = {
  readonly path: TabPath
  readonly title: string
  readonly query: PageQuery
  readonly briefings: readonly BriefingTitle[]
  /** True where a newer edit of this briefing is broken, so that an older one is shown. */
  readonly isBehind: boolean
  /** The choice of a day, on tabs that depend on it. */
  readonly days: Markup | undefined
  readonly content: Markup
}

export function layout({ path, title, query, briefings, isBehind, days, content }: Layout): Markup {
  const shown = briefings.find(({ slug }) => slug === query.briefing)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${shown?.title ?? 'Sitrep'}</title>
<link rel="stylesheet" href="/assets/page.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script src="/assets/page.js" type="module"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  <p class="brand"><a href="${addressOf('/', { briefing: query.briefing })}">Sitrep</a></p>
  ${briefings.length > 1 ? chooser(path, query, briefings) : html`<p class="subject">${shown?.title ?? ''}</p>`}
  <nav aria-label="Parts">
    <ul id="tabs" data-tabs>${tabs.map((tab) => html`<li><a href="${addressOf(tab.path, { briefing: query.briefing, asOf: query.asOf })}" ${tab.path === path ? html`aria-current="page"` : ''}>${tab.name}</a></li>`)}</ul>
  </nav>
</header>
<main id="main" tabindex="-1">
  ${isBehind ? html`<p class="notice" role="status">A newer edit of this briefing is broken. What you see is the last good one.</p>` : nothing}
  ${days ?? nothing}
  <div id="content" tabindex="-1">${content}</div>
</main>
<p id="status" class="hidden" role="status" aria-live="polite"></p>
<footer><p>Every value here stands in a reviewed file and traces to a citation. No text is generated.</p></footer>
</body>
</html>`
}

function chooser(path: TabPath, query: PageQuery, briefings: readonly BriefingTitle[]): Markup {
  return html`<form class="subject" action="${path}" method="get" data-choose>
    <label class="hidden" for="briefing">Briefing</label>
    <select id="briefing" name="briefing">
      ${briefings.map(({ slug, title }) => html`<option value="${slug}" ${slug === query.briefing ? 'selected' : ''}>${title}</option>`)}
    </select>
    <button type="submit">Open</button>
  </form>`
}
