import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/core/cards/card.ts'
import { messagesOf } from '../../../src/messagesOf.ts'
import { discordMarkdown } from '../../../src/platforms/web/discordMarkdown.ts'
import { discordPreview } from '../../../src/platforms/web/discordPreview.ts'
import { slackMrkdwn } from '../../../src/platforms/web/slackMrkdwn.ts'
import { slackPreview } from '../../../src/platforms/web/slackPreview.ts'

describe("Discord's markdown", () => {
  test.each([
    ['### Big', '<p class="d-heading">Big</p>'],
    ['-# small **and bold**', '<p class="d-small">small <strong>and bold</strong></p>'],
    ['> quoted', '<p class="d-quote">quoted</p>'],
    ['- item', '<p class="d-item">item</p>'],
    ['\\*no\\* \\_mark\\_ \\<b\\>', '<p>*no* _mark_ &lt;b&gt;</p>'],
    [
      '[a \\[title\\]](https://example.org/x)',
      '<p><a href="https://example.org/x" rel="noreferrer noopener">a [title]</a></p>',
    ],
    ['[bad](javascript:alert(1))', '<p>[bad](javascript:alert(1))</p>'],
    ['<script>', '<p>&lt;script&gt;</p>'],
    ['a\n\nb', '<p>a</p><p class="d-blank"></p><p>b</p>'],
  ])('%j is drawn', async (markdown, html) => {
    expect(String(await discordMarkdown(markdown))).toBe(html)
  })
})

describe("Slack's mrkdwn", () => {
  test.each([
    ['*bold* and 2*3*4', '<p><strong>bold</strong> and 2*3*4</p>'],
    ['&lt;b&gt; &amp;amp;', '<p>&lt;b&gt; &amp;amp;</p>'],
    [
      '<https://example.org/?a=1&amp;b=2|a title>',
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">a title</a></p>',
    ],
    ['<javascript:alert(1)|bad>', '<p>&lt;javascript:alert(1)|bad&gt;</p>'],
    ['>quoted', '<p class="s-quote">quoted</p>'],
  ])('%j is drawn', async (mrkdwn, html) => {
    expect(String(await slackMrkdwn(mrkdwn))).toBe(html)
  })
})

const card: Card = {
  kind: 'answer',
  title: 'A *title*',
  lines: [
    { kind: 'text', text: 'Two <b>trams</b> stood still.', cites: [1] },
    { kind: 'dispute', text: 'Sources differ.', cites: [1] },
  ],
  stamp: 'As of 3 May 2031',
  sources: [
    {
      number: 1,
      id: 'a',
      publisher: 'The Alder',
      title: 'First',
      published: '2 April 2031',
      paragraphs: [2],
      url: 'https://example.org/a',
    },
  ],
  nearby: ['who drove'],
  actions: ['sources', 'report'],
  picture: { svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>', alt: 'A picture' },
}

describe('the preview of a message', () => {
  const { discord, slack } = messagesOf(card, 'handle')
  const words = [
    'A *title*',
    'Two &lt;b&gt;trams&lt;/b&gt; stood still.',
    'Sources differ.',
    'As of 3 May 2031',
    'The Alder',
    'First',
    'who drove',
    'Sources',
    'Report a problem',
    '<svg',
  ]
  test.each(words)('on Discord shows %s', async (word) => {
    expect(String(await discordPreview(discord, card.picture))).toContain(word)
  })
  test.each(words.filter((word) => !word.includes('*')))('on Slack shows %s', async (word) => {
    expect(String(await slackPreview(slack, card.picture))).toContain(word)
  })
  test('shows a plain text as it is, line for line', async () => {
    const text = { type: 'plain_text', text: '• a_b_c\n• *no* mark' }
    expect(String(await slackPreview({ blocks: [{ type: 'section', text }] }, undefined))).toContain(
      '<div class="s-section"><p>• a_b_c</p><p>• *no* mark</p></div>',
    )
  })
  test('is drawn from the payload alone: what is not in it is not shown', async () => {
    expect(String(await discordPreview({ components: [] }, card.picture))).not.toContain('<svg')
    expect(String(await slackPreview({ blocks: [] }, card.picture))).not.toContain('<svg')
  })
  test('says so where it cannot draw a part', async () => {
    expect(String(await discordPreview({ components: [{ type: 99 }] }, undefined))).toContain('does not draw')
    expect(String(await slackPreview({ blocks: [{ type: 'video' }] }, undefined))).toContain('does not draw')
  })
})
