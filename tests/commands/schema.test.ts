import { expect, test } from 'vitest'
import { runSitrep } from '../runSitrep.ts'

test('one file has one JSON Schema, which asks for what a curator must write', async () => {
  const { code, out } = await runSitrep(['schema', 'facts'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    title: 'Sitrep: facts',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'array',
    items: { required: ['id', 'statement', 'citations'], additionalProperties: false },
  })
})

test('without a name the schema of every file is printed, by file', async () => {
  const { out } = await runSitrep(['schema'])
  expect(Object.keys(JSON.parse(out))).toEqual(['briefing', 'sources', 'entities', 'facts', 'open', 'questions'])
})
