// Reads what generated bases are made of: the templates in stories.yaml and the common words in words.yaml.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const entitySlot = z.enum(['person', 'person2', 'firm', 'firm2', 'town'])
export type EntitySlot = z.output<typeof entitySlot>

export const askedSlots = ['when', 'howMany', 'who', 'where', 'why'] as const

const template = z.strictObject({
  name: z.string(),
  keys: z.array(z.string()),
  what: z.string(),
  statements: z.array(z.string()),
  frame: z.strictObject({
    who: z.array(entitySlot).optional(),
    whom: z.array(entitySlot).optional(),
    where: z.array(entitySlot).optional(),
    when: z.enum(['date', 'year']).optional(),
    why: z.string().optional(),
    howMany: z.string().optional(),
  }),
  count: z.tuple([z.number(), z.number()]).optional(),
  questions: z.partialRecord(z.enum(askedSlots), z.array(z.string())),
})
export type Template = z.output<typeof template>

const templates = z.array(template)
const storiesSchema = z.strictObject({ works: templates, people: templates, firms: templates, towns: templates })

const words = z.array(z.string())
const wordsSchema = z.strictObject({
  works: words,
  parts: words,
  goods: words,
  trades: words,
  devices: words,
  crimes: words,
  illnesses: words,
  roles: words,
  fields: words,
  branches: words,
  products: words,
  reasons: words,
})

/** Templates by whom or what the story is about, and the words to fill them with. */
export type Stories = { readonly of: z.output<typeof storiesSchema>; readonly words: z.output<typeof wordsSchema> }

export async function readStories(): Promise<Stories> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(join(import.meta.dirname, file), 'utf8'))
  return { of: storiesSchema.parse(await read('stories.yaml')), words: wordsSchema.parse(await read('words.yaml')) }
}
