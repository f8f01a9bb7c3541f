// What Slack accepts, as a table of shapes: Block Kit's reference and its limits (docs.slack.dev/reference/block-kit), held
// strictly, so that a misspelt field fails as it would there, and what the methods that we call take.

import { z } from 'zod'

const text = (max: number) => z.string().min(1).max(max)
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.literal(false) })
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.literal(true) })
const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)])
const blockId = { block_id: text(255).optional() }
const actionId = { action_id: text(255) }

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  ...actionId,
  value: text(2000),
  style: z.enum(['primary', 'danger']).optional(),
})
const select = z.strictObject({
  type: z.literal('external_select'),
  ...actionId,
  placeholder: plain(150),
  min_query_length: z.int().min(0),
})
const input = z.strictObject({
  type: z.literal('plain_text_input'),
  ...actionId,
  multiline: z.boolean(),
  max_length: z.int().min(1).max(3000),
  placeholder: plain(150).optional(),
})

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), text: plain(150), ...blockId }),
  z.strictObject({ type: z.literal('section'), text: anyText(3000), expand: z.boolean().optional(), ...blockId }),
  z.strictObject({ type: z.literal('context'), elements: z.array(anyText(3000)).min(1).max(10), ...blockId }),
  z.strictObject({
    type: z.literal('actions'),
    elements: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(25),
    ...blockId,
  }),
  z.strictObject({
    type: z.literal('image'),
    slack_file: z.strictObject({ id: z.string().min(1) }),
    alt_text: text(2000),
    ...blockId,
  }),
  z.strictObject({ type: z.literal('input'), label: plain(2000), element: input, optional: z.boolean(), ...blockId }),
])

/** The texts of all blocks of a message may measure so much (what Slack really takes lies above 9,597). */
const MAX_TEXT_OF_BLOCKS = 9000

const blocks = (max: number) =>
  z
    .array(block)
    .max(max)
    .refine(
      (all) => textLength(all) <= MAX_TEXT_OF_BLOCKS,
      `msg_blocks_too_long: over ${MAX_TEXT_OF_BLOCKS} characters`,
    )
    .refine((all) => new Set(actionIds(all)).size === actionIds(all).length, 'an action_id stands twice')

const actionIds = (all: readonly z.infer<typeof block>[]) =>
  all.flatMap((one) => (one.type === 'actions' ? one.elements.map((element) => element.action_id) : []))

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textLength(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (typeof one === 'string' && (key === 'text' || key === 'alt_text') ? one.length : textLength(one)),
    0,
  )
}

/** A message as it is rendered. */
export const slackMessage = z.strictObject({ text: text(4000), blocks: blocks(50) })

/** Every message of ours says that nothing in it may be taken for a mention or unfurled. */
const quiet = {
  parse: z.literal('none'),
  link_names: z.literal(false),
  unfurl_links: z.literal(false),
  unfurl_media: z.literal(false),
}

/** What is sent as the answer to a request, or to its response_url. */
export const slackResponse = z.strictObject({
  response_type: z.enum(['ephemeral', 'in_channel']),
  replace_original: z.boolean(),
  thread_ts: z.string().optional(),
  ...quiet,
  ...slackMessage.shape,
})

const modal = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  close: plain(24),
  submit: plain(24).optional(),
  callback_id: text(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: blocks(100),
})
const home = z.strictObject({ type: z.literal('home'), blocks: blocks(100) })

export const slackViewResponse = z.strictObject({ response_action: z.literal('update'), view: modal })

export const slackOptions = z.strictObject({
  options: z.array(z.strictObject({ text: plain(75), value: text(75) })).max(100),
})

const message = { channel: z.string().min(1), ...quiet, ...slackMessage.shape }

/** The arguments of each Web API method that may be called. */
export const slackCalls: Readonly<Record<string, z.ZodType>> = {
  'apps.connections.open': z.strictObject({}),
  'assistant.threads.setSuggestedPrompts': z.strictObject({
    channel_id: z.string(),
    thread_ts: z.string().optional(),
    title: text(300).optional(),
    prompts: z
      .array(z.strictObject({ title: text(300), message: text(3000) }))
      .min(1)
      .max(4),
  }),
  'auth.test': z.strictObject({}),
  // Nothing unfolds in what only one reader sees.
  'chat.postEphemeral': z.strictObject({
    channel: message.channel,
    parse: quiet.parse,
    link_names: quiet.link_names,
    ...slackMessage.shape,
    user: z.string().min(1),
    thread_ts: z.string().optional(),
  }),
  'chat.postMessage': z.strictObject({ ...message, thread_ts: z.string().optional() }),
  'files.completeUploadExternal': z.strictObject({
    files: z.array(z.strictObject({ id: z.string(), title: text(255) })).length(1),
  }),
  'files.getUploadURLExternal': z.strictObject({
    filename: text(255),
    length: z.coerce.number().int().min(1),
    alt_text: text(1000),
  }),
  'oauth.v2.access': z.looseObject({ code: z.string(), client_id: z.string() }),
  'users.info': z.strictObject({ user: z.string() }),
  'views.open': z.strictObject({ trigger_id: z.string(), view: modal }),
  'views.update': z.strictObject({ view_id: z.string(), view: modal }),
  'views.publish': z.strictObject({ user_id: z.string(), view: home }),
}
