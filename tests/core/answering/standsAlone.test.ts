import { expect, test } from 'vitest'
import { understand } from '../../../src/core/answering/inquiry.ts'
import { standsAlone } from '../../../src/core/answering/standsAlone.ts'
import { engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const engine = engineOf(tramStrike())
const stands = (text: string) => standsAlone(understand(engine, text, null))

test.each([
  'when did the strike begin',
  'why did the drivers stop work',
  'who says that Voss told the drivers to strike',
])('%s says all that it asks', (text) => {
  expect(stands(text)).toBe(true)
})

test.each([
  'why?',
  'how many?',
  'who replaced her',
  'when was that',
  'and the drivers of the square?',
  'what about Voss and the strike',
])('%s needs the thread', (text) => {
  expect(stands(text)).toBe(false)
})
