import { describe, expect, test } from 'vitest'
import { declaredSubscriptions, declareSubscriptions } from '../../../src/core/digests/declared.ts'
import { memorySubscriptions } from '../../fakes/memorySubscriptions.ts'

const nowMs = Date.parse('2031-05-02T12:00Z')
const morning = {
  id: 'morning',
  platform: 'slack',
  tenant: 'T1',
  channel: 'C1',
  briefing: 'tram-strike',
  schedule: 'daily 09:00',
  zone: 'europe/berlin',
}
const declare = (subscriptions: ReturnType<typeof memorySubscriptions>, ...written: readonly object[]) =>
  declareSubscriptions(declaredSubscriptions.parse(written), ['tram-strike'], subscriptions, nowMs)
const problemOf = (...written: readonly object[]) =>
  declaredSubscriptions.safeParse(written).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('declared subscriptions', () => {
  test('one that is new is added, due with its next period', async () => {
    const subscriptions = memorySubscriptions()
    await declare(subscriptions, morning)
    const [one] = await subscriptions.list({})
    expect(one).toMatchObject({
      id: expect.stringMatching(/^morning-[0-9a-z]{6}$/),
      place: { platform: 'slack', tenant: 'T1', channel: 'C1' },
      ...{ schedule: '0 9 * * *', zone: 'Europe/Berlin', mode: 'changes', isQuiet: false },
      ...{ status: 'active', origin: 'declared', admin: undefined, dueMs: Date.parse('2031-05-03T07:00Z') },
    })
  })

  test('declaring the same again changes nothing, not even a pause', async () => {
    const subscriptions = memorySubscriptions()
    await declare(subscriptions, morning)
    const [one] = await subscriptions.list({})
    await subscriptions.change(one?.id ?? '', { status: 'paused', dueMs: 7 })
    const before = await subscriptions.list({})
    await declare(subscriptions, morning)
    expect(await subscriptions.list({})).toEqual(before)
  })

  test('another time is due at that time; another channel is another subscription', async () => {
    const subscriptions = memorySubscriptions()
    await declare(subscriptions, morning)
    const [first] = await subscriptions.list({})
    await declare(subscriptions, { ...morning, schedule: 'daily 18:00' })
    expect(await subscriptions.list({})).toMatchObject([{ id: first?.id, dueMs: Date.parse('2031-05-02T16:00Z') }])
    await declare(subscriptions, { ...morning, channel: 'C2' })
    const [other, ...more] = await subscriptions.list({})
    expect(more).toEqual([])
    expect(other?.id).not.toBe(first?.id)
  })

  test('one that is not declared any more goes, and those of channels stay', async () => {
    const subscriptions = memorySubscriptions()
    await declare(subscriptions, morning)
    const [one] = await subscriptions.list({})
    if (one !== undefined) await subscriptions.add({ ...one, id: 'ordered', origin: 'command' })
    await declare(subscriptions)
    expect((await subscriptions.list({})).map(({ id }) => id)).toEqual(['ordered'])
  })

  test('what is wrong is named by its place', () => {
    expect(problemOf({ ...morning, schedule: 'sometimes' })?.[0]).toMatch(/^0\.schedule: "sometimes" is no schedule/)
    expect(problemOf({ ...morning, zone: 'Berlin' })?.[0]).toMatch(/"Berlin" is no IANA time zone/)
    expect(problemOf({ ...morning, channel: 1012345678901234567n.toString().length })?.[0]).toMatch(/an id in quotes/)
    expect(problemOf(morning, morning)).toEqual([': two subscriptions have the same id'])
  })

  test('a briefing that is not there stops the start', async () => {
    await expect(declare(memorySubscriptions(), { ...morning, briefing: 'tram-strik' })).rejects.toThrow(
      'names the briefing "tram-strik"; there is: tram-strike',
    )
  })
})
