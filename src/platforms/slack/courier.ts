// Delivers digests to Slack's channels, and notices to admins. Each call is made once, as Slack does not know a repeated one
// for the same: whether a message is there is read back from its metadata, which holds nothing but an opaque reference.

import { setTimeout } from 'node:timers/promises'
import * as webApi from '@slack/web-api'
import type { Courier, Outcome, Posting } from '../../core/digests/courier.ts'
import type { Rasterise } from '../../core/ports.ts'
import { findMessage } from './findMessage.ts'
import { judgeCall } from './judgeCall.ts'
import { openPictureFiles, type PictureFiles } from './pictureFiles.ts'
import { renderPosting } from './renderPosting.ts'
import { withPicture } from './withPicture.ts'

export type SlackCourierOptions = {
  /** The bot token of a workspace; undefined where the app is not installed (any more). */
  readonly tokenOf: (tenant: string) => Promise<string | undefined>
  /** Undefined for the real service. */
  readonly apiUrl?: string | undefined
  /** Draws a digest's picture; without it digests are text alone. */
  readonly rasterise?: Rasterise
  /** How long a call may take. */
  readonly timeoutMs?: number
  /** How long a picture may take, from drawing it to the file that shows it. */
  readonly pictureMs?: number
}

const TIMEOUT_MS = 15_000
/** A picture that takes longer is left out: with the calls after it, it must stay well below what follows. */
const PICTURE_MS = 10_000
/** Longer than any call that could still be under way. */
const SETTLES_MS = 60_000

export function openSlackCourier(options: SlackCourierOptions): Courier {
  const { tokenOf, apiUrl, rasterise, timeoutMs = TIMEOUT_MS, pictureMs = PICTURE_MS } = options
  const files = rasterise === undefined ? undefined : openPictureFiles(rasterise, timeoutMs)
  const fileOf: FileOf = async (client, tenant, picture) => {
    const uploaded = files?.fileOf(client, tenant, picture).catch(withheld)
    return Promise.race([uploaded, setTimeout(pictureMs, undefined, { ref: false })])
  }
  const clientOf = async (tenant: string) => {
    const token = await tokenOf(tenant)
    if (token === undefined) return undefined
    return new webApi.WebClient(token, {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: timeoutMs,
      logLevel: webApi.LogLevel.ERROR,
      ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    })
  }
  return {
    safety: { repeatableForMs: 0, settlesAfterMs: SETTLES_MS },
    render: renderPosting,
    async post(posting) {
      const client = await clientOf(posting.place.tenant)
      return client === undefined ? notInstalled : post(client, posting, fileOf)
    },
    async find(posting, sinceMs) {
      const client = await clientOf(posting.place.tenant)
      if (client === undefined) return { kind: 'unreadable', reason: notInstalled.reason }
      return findMessage(client, () => channelOf(client, posting), posting.reference, sinceMs)
    },
  }
}

const notInstalled = { kind: 'refused', reason: 'the app is not installed in this workspace' } as const

/** The file that shows a picture; undefined where there is none in time. */
type FileOf = PictureFiles['fileOf']

async function post(client: webApi.WebClient, posting: Posting, fileOf: FileOf): Promise<Outcome> {
  const channel = await channelOf(client, posting).catch(judgeCall)
  if (typeof channel !== 'string') {
    // Opening a conversation posts nothing, whatever became of it.
    return channel.kind === 'unclear' ? { kind: 'unreachable', reason: channel.reason } : channel
  }
  const message = { ...JSON.parse(posting.payload), channel }
  const { picture, place } = posting
  const file = picture === undefined ? undefined : await fileOf(client, place.tenant, picture)
  if (picture === undefined || file === undefined) return postMessage(client, message)
  const outcome = await postMessage(client, { ...message, blocks: withPicture(message.blocks, file, picture.alt) })
  // Slack may not be ready to show a file that it took a moment ago. What it turned down it has not posted.
  return outcome.kind === 'rejected' ? postMessage(client, message) : outcome
}

/** A picture that cannot be shown is no reason to withhold a digest. */
const withheld = () => undefined

async function postMessage(client: webApi.WebClient, message: webApi.ChatPostMessageArguments): Promise<Outcome> {
  try {
    const { ts } = await client.chat.postMessage(message)
    return ts === undefined
      ? { kind: 'unclear', reason: 'Slack answered without a message' }
      : { kind: 'sent', message: ts }
  } catch (error) {
    return judgeCall(error)
  }
}

/** The channel; for a notice the conversation with the user, which Slack opens once. */
async function channelOf(client: webApi.WebClient, { place, isDirect }: Posting): Promise<string> {
  if (!isDirect) return place.channel
  const { channel } = await client.conversations.open({ users: place.channel })
  if (channel?.id === undefined) throw new Error('Slack opened no conversation')
  return channel.id
}
