// The tables as they are moved from one database to another: the columns of this program's version. The first is the key.

import { z } from 'zod'

const text = z.string()
const number = z.int()

export const tables = {
  meta: z.strictObject({ id: text, value: text }),
  values: z.strictObject({ id: text, value: text, expires: number.nullable() }),
  claims: z.strictObject({ id: text, lapses: number }),
  gaps: z.strictObject({
    ...{ id: text, kind: text, text, briefing: text, about: text },
    ...{ times: number, first_day: text, last_day: text },
  }),
  looks: z.strictObject({ id: text, latest: number, previous: number.nullable() }),
  subscriptions: z.strictObject({
    ...{
      id: text,
      platform: text,
      tenant: text,
      channel: text,
      briefing: text,
      schedule: text,
      zone: text,
      mode: text,
    },
    ...{ is_quiet: number, status: text, note: text.nullable(), admin: text.nullable(), origin: text },
    ...{ created_ms: number, due_ms: number },
  }),
  deliveries: z.strictObject({
    ...{ id: text, kind: text, subscription: text, platform: text, tenant: text, channel: text, briefing: text },
    ...{ start: text, start_ms: number, is_late: number, state: text, note: text.nullable(), attempts: number },
    ...{ sending_ms: number.nullable(), not_before_ms: number, frozen: text.nullable() },
    ...{ told: text.nullable(), message: text.nullable(), token: number, leased_until_ms: number, changed_ms: number },
  }),
  snapshots: z.strictObject({ id: text, text, kept_ms: number }),
} as const

export type TableName = keyof typeof tables

export const tableNames = Object.keys(tables) as readonly TableName[]
