// What Slack shows beside messages: the App Home, a card in a modal, the form for a report. Pure.

import type { HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { BriefingTitle } from '../../core/desk/request.ts'
import { chunksWithin } from './cardPages.ts'
import { escapeText } from './escapeText.ts'
import { mrkdwn, plain, type SlackMessage } from './renderCard.ts'

export const REPORT_VIEW = 'sitrep-report'
export const REPORT_INPUT = 'sitrep-report-text'
/** What the desk keeps of a report. */
const MAX_REPORT_CHARS = 2000
/** Some dozen titles: the App Home is no catalogue. */
const LIST_CHARS = 1000

/** The App Home: the overview, and which briefings there are. */
export function homeView({ blocks }: SlackMessage, briefings: readonly BriefingTitle[]): HomeView {
  const titles = briefings.map(({ title, slug }) => `${escapeText(title)} (${escapeText(slug)})`)
  const [shown = []] = chunksWithin(titles, LIST_CHARS)
  const list: KnownBlock = { type: 'context', elements: [mrkdwn(`Briefings: ${shown.join(', ')}`)] }
  return { type: 'home', blocks: briefings.length > 1 ? [...blocks, list] : [...blocks] }
}

/** A card over whatever the reader looks at. */
export function cardModal({ blocks }: SlackMessage): ModalView {
  return { type: 'modal', title: plain('Sitrep'), close: plain('Close'), blocks: [...blocks] }
}

/** The form in which a reader says what is wrong with the answer that has this handle. */
export function reportModal(handle: string): ModalView {
  const input: InputBlock = {
    type: 'input',
    block_id: REPORT_INPUT,
    label: plain('What is wrong, or missing?'),
    optional: false,
    element: {
      type: 'plain_text_input',
      action_id: REPORT_INPUT,
      multiline: true,
      max_length: MAX_REPORT_CHARS,
      placeholder: plain('It is kept for the curator, without your name.'),
    },
  }
  return {
    type: 'modal',
    callback_id: REPORT_VIEW,
    private_metadata: handle,
    title: plain('Report a problem'),
    submit: plain('Send'),
    close: plain('Cancel'),
    blocks: [input],
  }
}
