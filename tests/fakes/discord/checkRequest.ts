// Holds each request of a bot against Discord's official schema, and against the rules that the schema leaves out.

import { isDeepStrictEqual } from 'node:util'
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  CreatePrivateChannelRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod'
import type { ZodMiniType } from 'zod/mini'
import { z } from 'zod/mini'
import { checkCommands } from './checkCommands.ts'
import { asPart, checkMessage, list } from './checkMessage.ts'

export type SentRequest = {
  readonly method: string
  /** Behind /api/v10, without the query. */
  readonly path: string
  readonly body: unknown
  /** The names of attached files. */
  readonly files: readonly string[]
}

type Rule = readonly [
  method: string,
  path: RegExp,
  schema: ((body: unknown) => ZodMiniType) | undefined,
  check?: (body: unknown, files: readonly string[]) => string[],
]

const rules: readonly Rule[] = [
  ['POST', /^\/interactions\/\d+\/[^/]+\/callback$/, schemaOfCallback, checkCallback],
  [
    'PATCH',
    /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/,
    () => IncomingWebhookUpdateRequestPartialSchema,
    checkMessage,
  ],
  ['DELETE', /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/, undefined],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, () => IncomingWebhookRequestPartialSchema, checkMessage],
  ['POST', /^\/channels\/\d+\/messages$/, () => MessageCreateRequestSchema, checkMessage],
  ['GET', /^\/channels\/\d+\/messages\/\d+$/, undefined],
  ['POST', /^\/channels\/\d+\/typing$/, undefined],
  ['POST', /^\/users\/@me\/channels$/, () => CreatePrivateChannelRequestSchema],
  ['PUT', /^\/applications\/\d+\/commands$/, () => z.array(ApplicationCommandUpdateRequestSchema), checkCommands],
  ['GET', /^\/applications\/(\d+\/commands|@me)$/, undefined],
  ['GET', /^\/gateway\/bot$/, undefined],
]

/** What is wrong with a request; nothing where it is right. */
export function checkRequest({ method, path, body, files }: SentRequest): string[] {
  const rule = rules.find(([ruled, pattern]) => ruled === method && pattern.test(path))
  if (rule === undefined) return [`${method} ${path} is no request that the bot makes`]
  const [, , schemaFor, check] = rule
  if (schemaFor === undefined) return body === undefined ? [] : [`${method} ${path} has a body`]
  const parsed = schemaFor(body).safeParse(body)
  const problems = parsed.success
    ? isDeepStrictEqual(parsed.data, body)
      ? []
      : ['it has fields that the schema does not know']
    : parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
  return [...problems, ...(check?.(body, files) ?? [])].map((problem) => `${method} ${path}: ${problem}`)
}

function schemaOfCallback(body: unknown): ZodMiniType {
  switch (asPart(body).type) {
    case 4:
    case 5:
      return CreateMessageInteractionCallbackRequestSchema
    case 6:
    case 7:
      return UpdateMessageInteractionCallbackRequestSchema
    case 8:
      return ApplicationCommandAutocompleteCallbackRequestSchema
    default:
      return ModalInteractionCallbackRequestSchema
  }
}

function checkCallback(body: unknown, files: readonly string[]): string[] {
  const { type, data } = asPart(body)
  if (type === 4 || type === 7) return checkMessage(data, files)
  if (type === 8) {
    const choices = list(asPart(data).choices).map(asPart)
    return choices.every(({ name }) => String(name).trim() !== '') ? [] : ['a choice has no name']
  }
  // A deferral says nothing but who may see the answer.
  return type === 5 && ![0, 64].includes(Number(asPart(data).flags)) ? ['a deferral has other flags'] : []
}
