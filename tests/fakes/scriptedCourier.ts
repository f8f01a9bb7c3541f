// A courier whose platform does what a test says, and which keeps what it was asked.

import type { Courier, CourierSafety, Found, Outcome, Posting } from '../../src/core/digests/courier.ts'

export type ScriptedCourier = Courier & {
  readonly posted: readonly Posting[]
  readonly looks: readonly { readonly reference: string; readonly sinceMs: number }[]
}

/** Safety as on Slack, where a repeated call is another message. */
const slackLike: CourierSafety = { repeatableForMs: 0, settlesAfterMs: 60_000 }

/** Answers come in turn; after the last one each message is sent, and none is found. */
export function scriptedCourier(
  outcomes: readonly Outcome[] = [],
  founds: readonly Found[] = [],
  safety: CourierSafety = slackLike,
): ScriptedCourier {
  const [nextOutcomes, nextFounds] = [[...outcomes], [...founds]]
  const posted: Posting[] = []
  const looks: { reference: string; sinceMs: number }[] = []
  return {
    safety,
    posted,
    looks,
    render: (card) => card.lines.map(({ text }) => text).join('\n'),
    post: async (posting) => {
      posted.push(posting)
      return nextOutcomes.shift() ?? { kind: 'sent', message: `m${posted.length}` }
    },
    find: async ({ reference }, sinceMs) => {
      looks.push({ reference, sinceMs })
      return nextFounds.shift() ?? { kind: 'absent' }
    },
  }
}
