// The calls that answers make to Slack's Web API. A call that Slack turned down for its rate is made again when Slack
// allows it; one whose outcome is not known is not, as it could show an answer twice.

import { setTimeout } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { HomeView, ModalView } from '@slack/types'
import pRetry from 'p-retry'
import { quiet } from './quiet.ts'
import type { SlackMessage } from './renderCard.ts'

export type WebClient = webApi.WebClient

/** Where a message goes: into a conversation, or into a thread of it. */
export type Target = { readonly channel: string; readonly thread: string | undefined }

export type Prompt = { readonly title: string; readonly message: string }

/** A reader does not wait longer for an answer. */
const MAX_WAIT_S = 30
const RETRIES = 3

export async function postMessage(client: WebClient, { channel, thread }: Target, message: SlackMessage) {
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  await patiently(() => client.chat.postMessage({ channel, ...inThread, ...quiet, ...message }))
}

/** To one reader of a conversation alone. */
export async function postPrivately(
  client: WebClient,
  user: string,
  { channel, thread }: Target,
  message: SlackMessage,
) {
  const { parse, link_names } = quiet
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  await patiently(() => client.chat.postEphemeral({ channel, user, ...inThread, parse, link_names, ...message }))
}

export async function openModal(client: WebClient, trigger: string, view: ModalView) {
  await patiently(() => client.views.open({ trigger_id: trigger, view }))
}

export async function updateModal(client: WebClient, id: string, view: ModalView) {
  await patiently(() => client.views.update({ view_id: id, view }))
}

export async function publishHome(client: WebClient, user: string, view: HomeView) {
  await patiently(() => client.views.publish({ user_id: user, view }))
}

export async function suggestPrompts(client: WebClient, { channel, thread }: Target, prompts: readonly Prompt[]) {
  const inThread = thread === undefined ? {} : { thread_ts: thread }
  await patiently(() =>
    client.assistant.threads.setSuggestedPrompts({ channel_id: channel, ...inThread, prompts: [...prompts] }),
  )
}

/** True for an admin or owner of the workspace. */
export async function isAdmin(client: WebClient, user: string): Promise<boolean> {
  const { user: found } = await patiently(() => client.users.info({ user }))
  return found?.is_admin === true || found?.is_owner === true
}

/** Uploads a picture that only messages of ours show, and gives its id. Sending it takes so long at most. */
export async function uploadPicture(
  client: WebClient,
  png: Uint8Array,
  alt: string,
  timeoutMs: number,
): Promise<string | undefined> {
  const place = await patiently(() =>
    client.files.getUploadURLExternal({ filename: 'sitrep.png', length: png.byteLength, alt_text: alt }),
  )
  const { upload_url: url, file_id: id } = place
  if (url === undefined || id === undefined) return undefined
  const sending = { method: 'POST', body: new Uint8Array(png), signal: AbortSignal.timeout(timeoutMs) }
  const { ok, status } = await fetch(url, sending)
  if (!ok) throw new Error(`Slack took no picture (${status})`)
  await patiently(() => client.files.completeUploadExternal({ files: [{ id, title: 'Picture' }] }))
  return id
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  const mayWait = (error: unknown) => error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= MAX_WAIT_S
  return pRetry(call, {
    retries: RETRIES,
    minTimeout: 0,
    shouldRetry: ({ error }) => mayWait(error),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (error instanceof webApi.WebAPIRateLimitedError && mayWait(error) && retriesLeft > 0)
        await setTimeout(error.retryAfter * 1000)
    },
  })
}
