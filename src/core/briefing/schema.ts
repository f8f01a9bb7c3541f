// The shape of a briefing's files, as zod schemas: the border at which everything a curator writes is parsed.
// `sitrep schema` prints the JSON Schema made from them; briefings/README.md explains each field with an example.

import { z } from 'zod'
import { bounds, parseQuantity } from './quantity.ts'
import { parseSpan } from './span.ts'

const idPattern = /^[a-z0-9][a-z0-9-]*$/
const id = z.string().max(100).regex(idPattern, 'an id is lower-case letters, digits and hyphens')
const text = z.string().trim().min(1, 'must not be empty')
const line = text.max(2000, 'must not be longer than 2,000 characters')
// YAML reads a bare year as a number.
const date = z
  .union([z.string().max(60), z.number().int().transform(String)])
  .refine((value) => parseSpan(value) !== undefined, {
    error: (issue) =>
      `"${String(issue.input)}" is no date in EDTF; write 2030-05-03, 2030-05, 2030, 2030-05-03/2030-05-05 or 2030-05-03~`,
  })
const boundedDate = date.refine((value) => Number.isFinite(parseSpan(value)?.to ?? 0), 'must have a last day')
/** The list that all share who have none: a large base would hold half a million of them. */
const empty: never[] = []
Object.freeze(empty)
const none = () => empty
const listOf = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item)]).transform((value) => [value].flat() as z.output<T>[])

const isRising = (range: { value: number; to?: number | undefined }) => range.to === undefined || range.to > range.value
const rangeAdvice = 'the upper end of a range must be larger than the lower one'
const quantityObject = z
  .strictObject({
    value: z.number(),
    to: z.number().optional(),
    bound: z.enum(bounds).default('exactly'),
    unit: z.string().trim().default(''),
    of: z.number().optional(),
    scope: text.optional(),
    derived: text.optional(),
    text: text.optional(),
  })
  .refine(isRising, rangeAdvice)
const quantity = z.union([
  z.number().transform((value) => quantityObject.parse({ value })),
  z.string().transform((value, context) => {
    const parsed = parseQuantity(value)
    if (parsed !== undefined && isRising(parsed)) return parsed
    const advice = 'is no quantity; write [bound] figure [of total] unit, such as: at least 14 people'
    context.addIssue(parsed === undefined ? `"${value}" ${advice}` : rangeAdvice)
    return z.NEVER
  }),
  quantityObject,
])

/** What a fact tells, slot by slot; the questions when, how many, why, where and who are answered from it. */
export const frameSchema = z.strictObject({
  what: text.max(200).optional(),
  who: listOf(id).default(none),
  whom: listOf(id).default(none),
  when: date.optional(),
  where: listOf(id).default(none),
  why: line.optional(),
  howMany: quantity.optional(),
  value: text.max(300).optional(),
  saidBy: listOf(id).default(none),
  quote: line.optional(),
})

const standings = ['reported', 'official', 'claimed', 'denied', 'forecast', 'retracted'] as const
export const leads = ['yes', 'no', 'not yet', 'disputed', 'claimed'] as const

const citationSchema = z.strictObject({
  source: id,
  paragraph: listOf(z.number().int().positive()).default(none),
  reports: z
    .strictObject({
      when: date.optional(),
      howMany: quantity.optional(),
      value: text.optional(),
      statement: line.optional(),
      quote: line.optional(),
      standing: z.enum(standings).optional(),
    })
    .optional(),
  wording: z.record(z.string(), z.union([text, z.array(text)])).optional(),
})

const askSchema = z.union([
  line.transform((ask) => ({ ask, lead: undefined })),
  z.strictObject({ ask: line, lead: z.enum(leads).optional() }).transform(({ ask, lead }) => ({ ask, lead })),
])

const citationAdvice = 'a fact needs a list of at least one citation: `- source: …`'
/** An answer holds 700 characters, and the statement has to fit with what stands before it. */
const statement = text.max(500, 'must not be longer than 500 characters; make two facts of it')

export const factSchema = z.strictObject({
  id,
  statement,
  standing: z.enum(standings).default('reported'),
  background: z.boolean().default(false),
  joint: z.boolean().default(false),
  frame: frameSchema.default(() => frameSchema.parse({})),
  asks: z.array(askSchema).default(none),
  corrects: z.array(line).default(none),
  related: z.array(id).default(none),
  matters: line.optional(),
  citations: z.array(citationSchema, citationAdvice).min(1, citationAdvice),
})

const entityKinds = ['person', 'group', 'organisation', 'place', 'event', 'thing'] as const
const pronouns = ['he', 'she', 'they', 'it'] as const

export const entitySchema = z.strictObject({
  id,
  kind: z.enum(entityKinds),
  name: text,
  names: z.array(text).default(none),
  pronoun: z.enum(pronouns).optional(),
  unnamed: z.boolean().default(false),
  partOf: listOf(id).default(none),
  /** Latitude and longitude in degrees, north and east positive: where a map shows it. */
  at: z
    .tuple(
      [z.number().min(-90).max(90), z.number().min(-180).max(180)],
      'write [latitude, longitude], such as [51.5, -0.1]',
    )
    .optional(),
  roles: z
    .array(
      z.strictObject({
        title: text,
        of: id.optional(),
        from: date.optional(),
        until: date.optional(),
        former: z.boolean().default(false),
        fact: id.optional(),
      }),
    )
    .default(none),
  profile: z.array(id).default(none),
})

function isRange(text: string): boolean {
  const [first = 0, last = first] = text.split('-').map(Number)
  return /^\d+(-\d+)?$/.test(text) && first >= 1 && last >= first
}
const paragraphRange = z
  .union([z.number().int().positive().transform(String), z.string()])
  .refine(isRange, 'write the first and last paragraph that count, such as 1-14')

export const sourceSchema = z.strictObject({
  id,
  publisher: text,
  title: text,
  authors: z.array(text).default(none),
  published: boundedDate,
  language: text.default('en'),
  url: z.url({ protocol: /^https?$/, error: 'must be a web address that begins with https://' }).optional(),
  names: z.array(text).default(none),
  file: text.optional(),
  paragraphs: paragraphRange.optional(),
  parts: z
    .array(
      z.strictObject({
        title: text,
        authors: z.array(text).default(none),
        published: boundedDate.optional(),
        paragraphs: paragraphRange.optional(),
      }),
    )
    .default(none),
})

/** A question that readers ask and the sources leave open, so that it is declined by name and not answered from its neighbour. */
export const openQuestionSchema = z.strictObject({
  id,
  missing: text.optional(),
  asks: z.array(line).min(1),
  near: z.array(id).default(none),
})

export const briefingSchema = z.strictObject({
  title: text,
  summary: line,
  period: date,
  language: text.default('en'),
  overview: z.array(id).default(none),
  words: z.array(z.array(text).min(2)).default(none),
})

export const verbs = ['who', 'what', 'when', 'where', 'why', 'howmany', 'timeline'] as const
/** A slash command's verb; null stands for a plain message. */
export type Verb = (typeof verbs)[number]

export const questionSchema = z.strictObject({
  ask: z.string(),
  command: z.enum(verbs).optional(),
  after: z.array(z.string()).default(none),
  asOf: date.optional(),
  expect: z.enum(['answer', 'abstain', 'correct', 'ambiguous']).default('answer'),
  facts: z.array(id).default(none),
  disputed: z.boolean().default(false),
  says: z.array(z.union([text.transform((one) => [one]), z.array(text)])).default(none),
  never: z.array(text).default(none),
})

/** The schema of each file of a briefing, by the name that `sitrep schema` prints it under. */
export const fileSchemas = {
  briefing: briefingSchema,
  sources: z.array(sourceSchema),
  entities: z.array(entitySchema),
  facts: z.array(factSchema),
  open: z.array(openQuestionSchema),
  questions: z.array(questionSchema),
} as const
export type FileKind = keyof typeof fileSchemas

export type Source = z.output<typeof sourceSchema>
export type Entity = z.output<typeof entitySchema>
export type Role = Entity['roles'][number]
export type Fact = z.output<typeof factSchema>
export type Frame = Fact['frame']
export type Citation = Fact['citations'][number]
export type OpenQuestion = z.output<typeof openQuestionSchema>
export type Standing = Fact['standing']
export type Lead = (typeof leads)[number]
export type BriefingHead = z.output<typeof briefingSchema>
export type ExpectedAnswer = z.output<typeof questionSchema>
