// Puts what the schema finds wrong into a curator's words: what to do, instead of the names of types.

import type { z } from 'zod'

/** The words for an issue that the schema itself does not word. */
export function curatorWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, issue.input)
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}; see briefings/README.md`
    case 'too_small':
      return issue.origin === 'array' ? `needs at least ${issue.minimum} entries` : `must be more than ${issue.minimum}`
    case 'too_big':
      return `must not be longer than ${issue.maximum} characters`
    default:
      return undefined
  }
}

function typeWords(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing'
  if (input === null) return 'has no value; fill it in or remove the line'
  switch (expected) {
    case 'array':
      return 'must be a list; begin each entry with a hyphen'
    case 'object':
    case 'record':
      return 'must be fields with values, such as `id: …`'
    case 'string':
      return typeof input === 'object' ? 'must be text' : `must be text; put it in quotes: "${String(input)}"`
    case 'boolean':
      return 'must be true or false'
    default:
      return typeof input === 'string' ? 'must be a number, without quotes and words' : 'must be a number'
  }
}
