// From a pressed button or a chosen name to what is wanted. Pure.

import { z } from 'zod'
import { type Button, readButton } from '../../core/desk/button.ts'
import { turnsPage } from './buttons.ts'
import { NAME_SEARCH } from './nameSearch.ts'
import type { Place } from './place.ts'

const schema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({
    type: z.string(),
    is_ephemeral: z.boolean().default(false),
    thread_ts: z.string().optional(),
  }),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
  view: z.object({ id: z.string(), type: z.string() }).optional(),
  trigger_id: z.string(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().default(''),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})

/** Where a button stands: in a message that all see or one reader alone, in the App Home, or in a modal. */
export type Surface =
  | { readonly kind: 'message' | 'private message' | 'home' }
  | { readonly kind: 'modal'; readonly view: string }

export type Press = {
  readonly key: string
  readonly place: Place
  /** A button of ours, or a name that was chosen to be asked about. */
  readonly wanted: { readonly button: Button } | { readonly name: string }
  /** True where another page of the same card is wanted. */
  readonly turnsPage: boolean
  readonly surface: Surface
  readonly trigger: string
}

/** Reads what was pressed; undefined for what is none of ours. */
export function readPress(body: unknown): Press | undefined {
  const { success, data } = schema.safeParse(body)
  const action = data?.actions[0]
  if (!success || action === undefined) return undefined
  const button = readButton(action.value ?? '')
  const name = action.action_id === NAME_SEARCH ? action.selected_option?.value : undefined
  const wanted = button !== undefined ? { button } : name !== undefined ? { name } : undefined
  if (wanted === undefined) return undefined
  const { container, message, channel } = data
  return {
    key: `press/${data.trigger_id}/${action.action_ts}`,
    place: {
      tenant: data.team?.id ?? data.enterprise?.id ?? '',
      channel: channel?.id ?? 'home',
      user: data.user.id,
      thread: container.thread_ts ?? message?.thread_ts,
    },
    wanted,
    turnsPage: turnsPage(action.action_id),
    surface: surfaceOf(data),
    trigger: data.trigger_id,
  }
}

function surfaceOf({ container, view }: z.output<typeof schema>): Surface {
  if (view?.type === 'modal') return { kind: 'modal', view: view.id }
  if (container.type === 'view') return { kind: 'home' }
  return { kind: container.is_ephemeral ? 'private message' : 'message' }
}
