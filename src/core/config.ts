// The shape of config/sitrep.yaml: settings that are no secrets. Every field has a default, so that an empty file will do.

import { z } from 'zod'
import { verbs } from './briefing/schema.ts'
import { declaredSubscriptions } from './digests/declared.ts'

const allowance = (times: number, seconds: number) =>
  z
    .strictObject({ times: z.int().min(1).max(1_000_000), seconds: z.int().min(1).max(86_400) })
    .default({ times, seconds })

export const configSchema = z.strictObject({
  /** How often may be asked in so many seconds. */
  limits: z
    .strictObject({
      user: allowance(120, 60),
      channel: allowance(600, 60),
      /** By address, for POST /api/ask. */
      api: allowance(6000, 60),
      /** Everybody together, which also bounds the memory that the limits take. */
      together: allowance(60_000, 60),
    })
    .prefault({}),
  /** How long what runs may take to finish when the bot is told to stop. */
  stop: z.strictObject({ graceSeconds: z.number().min(0).max(300).default(25) }).prefault({}),
  digests: z
    .strictObject({
      /** How long after its time a digest that was missed is still delivered. */
      graceHours: z.number().min(0).max(168).default(6),
      /** Channels that get a digest without having ordered it. */
      subscriptions: declaredSubscriptions.default([]),
    })
    .prefault({}),
  slack: z
    .strictObject({
      /** Further slash commands beside /brief, without their slash, each with the verb that it stands for. */
      commands: z
        .record(z.string().regex(/^[a-z0-9-]{1,31}$/, 'must be lower-case letters, digits and hyphens'), z.enum(verbs))
        .default({}),
      /** Users, by Slack's ids, who may subscribe channels to digests; workspace admins always may. */
      managers: z.array(z.string().regex(/^[UW][A-Z0-9]+$/, "must be a user's id, such as U012ABCDEF")).default([]),
    })
    .prefault({}),
})

export type Config = z.output<typeof configSchema>
