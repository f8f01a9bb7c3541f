import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentHash } from '../../../src/core/digests/contentHash.ts'

test('a hash is 25 small letters and digits, whatever the content', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (content) => {
      expect(contentHash(content)).toMatch(/^[0-9a-z]{25}$/)
    }),
  )
})

test('the same content has the same hash on every machine', () => {
  expect(contentHash('digest/discord/1/2/tram-strike/s1/2031-05-02T09:00')).toBe(
    contentHash('digest/discord/1/2/tram-strike/s1/2031-05-02T09:00'),
  )
  expect(contentHash('')).toMatchInlineSnapshot(`"emvbam23um9d9ii1ihg6s52fy"`)
  expect(contentHash('Ostermoor')).toMatchInlineSnapshot(`"5j7yrb8ff9uy71w9gefx93vpi"`)
})

test('contents that differ in a digit or two have different hashes', () => {
  const hashes = new Set<string>()
  for (let i = 0; i < 50_000; i += 1) hashes.add(contentHash(`digest/slack/T1/C${i}/s/2031-05-02T${i % 24}:00`))
  expect(hashes.size).toBe(50_000)
})
