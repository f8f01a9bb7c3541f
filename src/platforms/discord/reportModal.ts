// The form in which a reader says what is wrong with an answer.

import { actionLabels } from '../../core/cards/card.ts'
import { writeButton } from '../../core/desk/button.ts'
import { componentTypes } from './message.ts'

export const reportField = 'report'
const MAX_REPORT = 2000
/** A text input of several lines. */
const PARAGRAPH = 2

export function reportModal(handle: string) {
  return {
    custom_id: writeButton({ handle, action: 'report', page: 0 }),
    title: actionLabels.report,
    components: [
      {
        type: componentTypes.label,
        label: 'What is wrong with this answer?',
        description: 'It is kept for the curator, without your name.',
        component: {
          type: componentTypes.textInput,
          custom_id: reportField,
          style: PARAGRAPH,
          min_length: 1,
          max_length: MAX_REPORT,
          required: true,
        },
      },
    ],
  } as const
}
