import { expect, test } from 'vitest'
import { choicesFor } from '../../../src/platforms/discord/choices.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'

const { desk } = openTestDesk()
const asking = (option: string, typed: string) => ({ option, typed, briefing: undefined })
const completing = (label: string, value: string) => ({ ...desk, complete: () => [{ label, value }] })

test('a long label is cut, and a value that is too long is not offered', () => {
  const [choice] = choicesFor(completing('x'.repeat(150), 'value'), asking('text', ''))
  expect(choice).toEqual({ name: `${'x'.repeat(99)}…`, value: 'value' })
  expect(choicesFor(completing('label', 'x'.repeat(101)), asking('text', ''))).toEqual([])
})

test('what would be blank is not offered', () => {
  expect(choicesFor(completing('\u200b', 'value'), asking('text', ''))).toEqual([])
})

test('briefings are found by title or slug, time zones by any part', () => {
  expect(choicesFor(desk, asking('briefing', 'STRIKE'))).toHaveLength(1)
  expect(choicesFor(desk, asking('briefing', 'nothing of the kind'))).toEqual([])
  expect(choicesFor(desk, asking('zone', 'new york'))).toEqual([
    { name: 'America/New_York', value: 'America/New_York' },
  ])
})

test('an option without choices has none', () => {
  expect(choicesFor(desk, asking('as-of', '2031'))).toEqual([])
})
