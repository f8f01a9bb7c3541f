// The menu in which a reader types the beginning of a name or topic and chooses what to ask about.

import type { ActionsBlock, PlainTextOption } from '@slack/types'
import type { Completion } from '../../core/desk/request.ts'
import { plainText } from './escapeText.ts'
import { MAX_OPTION_CHARS, MAX_OPTIONS } from './limits.ts'

export const NAME_SEARCH = 'sitrep-find'

export function nameSearch(): ActionsBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'external_select',
        action_id: NAME_SEARCH,
        placeholder: { type: 'plain_text', text: 'Find a name or topic', emoji: false },
        min_query_length: 1,
      },
    ],
  }
}

/** What the menu offers; a value that Slack could not give back whole is left out. */
export function nameOptions(completions: readonly Completion[]): PlainTextOption[] {
  return completions
    .filter(({ value }) => value.length <= MAX_OPTION_CHARS && plainText(value) !== '')
    .slice(0, MAX_OPTIONS)
    .map(({ label, value }) => {
      const shown = plainText(label)
      const fits = shown !== '' && shown.length <= MAX_OPTION_CHARS
      return { text: { type: 'plain_text', text: fits ? shown : plainText(value), emoji: false }, value }
    })
}
