import { expect, test } from 'vitest'
import type { BrokenEdit, Health } from '../../src/core/ports.ts'
import { openReadiness } from '../../src/system/readiness.ts'
import { redactSecrets } from '../../src/system/redactSecrets.ts'

const edit = (slug: string): BrokenEdit => ({ slug, message: `briefing "${slug}" is broken`, since: new Date(0) })

function readinessWith(brokenEdits: readonly BrokenEdit[], pager: Health) {
  return openReadiness({
    library: { engines: () => [], brokenEdits: () => brokenEdits },
    checkState: async () => ({ state: 'ready' }),
    parts: [{ name: 'pager', health: () => pager }],
    redact: redactSecrets(['hush-hush']),
  })()
}

test('each part is named with how it stands', async () => {
  expect(await readinessWith([], { state: 'starting' })).toEqual({
    state: { state: 'ready' },
    briefings: { state: 'ready' },
    pager: { state: 'starting' },
  })
})

test('briefings are ready while an edit is broken, and the first is told', async () => {
  const { briefings } = await readinessWith([edit('a'), edit('b'), edit('c')], { state: 'ready' })
  expect(briefings).toEqual({ state: 'ready', message: 'briefing "a" is broken (and 2 more)' })
})

test('no secret is in a message', async () => {
  const { pager } = await readinessWith([], { state: 'failed', message: 'token hush-hush was refused' })
  expect(pager).toEqual({ state: 'failed', message: 'token [secret] was refused' })
})
