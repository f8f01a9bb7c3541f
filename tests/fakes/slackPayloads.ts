// What Slack sends, in the shapes of its documentation ("Interaction payloads", "Slash commands", "Events API").

import { BOT_USER, CHANNEL, TEAM } from './slackWorkspace.ts'

let count = 0
/** A number that no other payload of this run has. */
const next = () => ++count

export type Asker = { readonly user: string; readonly responseUrl: string }

export function slashCommand(text: string, { user, responseUrl }: Asker, more: Record<string, string> = {}) {
  return {
    token: 'legacy',
    team_id: TEAM,
    team_domain: 'emulate',
    channel_id: CHANNEL,
    channel_name: 'general',
    user_id: user,
    user_name: 'reader',
    command: '/brief',
    text,
    api_app_id: 'ASITREP01',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: `trigger-${next()}`,
    ...more,
  }
}

export function eventCallback(event: Record<string, unknown>) {
  return {
    token: 'legacy',
    team_id: TEAM,
    api_app_id: 'ASITREP01',
    event,
    type: 'event_callback',
    event_id: `Ev${next()}`,
    event_time: 1_934_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
  }
}

export function mention(text: string, user: string, more: Record<string, string> = {}) {
  const ts = `1934000000.${String(next()).padStart(6, '0')}`
  return eventCallback({
    type: 'app_mention',
    user,
    text: `<@${BOT_USER}> ${text}`,
    ts,
    channel: CHANNEL,
    event_ts: ts,
    ...more,
  })
}

export function directMessage(text: string, user: string, channel: string, more: Record<string, string> = {}) {
  const ts = `1934000000.${String(next()).padStart(6, '0')}`
  return eventCallback({ type: 'message', channel_type: 'im', user, text, ts, channel, event_ts: ts, ...more })
}

export type PressOptions = Asker & {
  readonly value?: string
  readonly actionId?: string
  readonly chosen?: string
  readonly isEphemeral?: boolean
  readonly channel?: string
  readonly thread?: string
  readonly trigger?: string
  /** Where the button stands in no message. */
  readonly view?: { readonly id: string; readonly type: 'home' | 'modal' }
}

export function blockActions(options: PressOptions) {
  const { user, responseUrl, value, actionId = 'sitrep:test', chosen, isEphemeral = true, channel = CHANNEL } = options
  const { thread, view, trigger } = options
  const action = {
    action_id: actionId,
    block_id: 'b1',
    type: chosen === undefined ? 'button' : 'external_select',
    action_ts: `1934000001.${next()}`,
    ...(value === undefined ? {} : { value }),
    ...(chosen === undefined ? {} : { selected_option: { text: { type: 'plain_text', text: chosen }, value: chosen } }),
  }
  const where =
    view === undefined
      ? {
          container: {
            type: 'message',
            message_ts: '1934000000.000100',
            channel_id: channel,
            is_ephemeral: isEphemeral,
            ...(thread === undefined ? {} : { thread_ts: thread }),
          },
          channel: { id: channel, name: 'general' },
          response_url: responseUrl,
        }
      : { container: { type: 'view', view_id: view.id }, view }
  return {
    type: 'block_actions',
    team: { id: TEAM, domain: 'emulate' },
    user: { id: user, username: 'reader', team_id: TEAM },
    api_app_id: 'ASITREP01',
    token: 'legacy',
    trigger_id: trigger ?? `trigger-${next()}`,
    is_enterprise_install: false,
    enterprise: null,
    ...where,
    actions: [action],
  }
}

export function blockSuggestion(typed: string, user: string) {
  return {
    type: 'block_suggestion',
    team: { id: TEAM },
    user: { id: user },
    api_app_id: 'ASITREP01',
    token: 'legacy',
    container: { type: 'message' },
    channel: { id: CHANNEL },
    action_id: 'sitrep-find',
    block_id: 'b1',
    value: typed,
  }
}

export function viewSubmission(handle: string, text: string, user: string) {
  return {
    type: 'view_submission',
    team: { id: TEAM },
    user: { id: user },
    api_app_id: 'ASITREP01',
    token: 'legacy',
    view: {
      id: `V${next()}`,
      type: 'modal',
      hash: 'h',
      callback_id: 'sitrep-report',
      private_metadata: handle,
      state: { values: { 'sitrep-report-text': { 'sitrep-report-text': { type: 'plain_text_input', value: text } } } },
    },
  }
}

export function messageShortcut(text: string, { user, responseUrl }: Asker) {
  return {
    type: 'message_action',
    callback_id: 'sitrep-check',
    team: { id: TEAM },
    user: { id: user },
    channel: { id: CHANNEL, name: 'general' },
    api_app_id: 'ASITREP01',
    token: 'legacy',
    trigger_id: `trigger-${next()}`,
    response_url: responseUrl,
    message_ts: '1934000000.000200',
    message: { type: 'message', user: 'U999', ts: '1934000000.000200', text },
  }
}
