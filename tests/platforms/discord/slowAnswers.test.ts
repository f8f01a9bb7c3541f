// Answers that are slow, long, drawn or refused, over real sockets.

import { describe, expect, test } from 'vitest'
import { noticeCard } from '../../../src/core/cards/card.ts'
import { asPart } from '../../fakes/discord/checkMessage.ts'
import type { Seen } from '../../fakes/discord/openReader.ts'
import { holdBack } from '../../fakes/discord/openTestBot.ts'
import { eventually, showing, withDiscord } from '../../fakes/discord/withDiscord.ts'
import { heldUp } from '../../fakes/heldUp.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'

const { discord, reader, start, requestsOf, askVoss, mentionVoss } = withDiscord()
const voss = { text: 'is Ilka Voss' }

describe('a slow answer', () => {
  test('is deferred within three seconds, and given when it is there', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk })
    const began = performance.now()
    const id = await askVoss()
    const { body } = await discord().rest.wait(({ path }) => path.includes(id), 'a deferral')
    expect(performance.now() - began).toBeLessThan(3000)
    expect(body).toEqual({ type: 5, data: { flags: 0 } })
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 3100 - (performance.now() - began))))
    letGo()
    expect(await reader().see(id)).toMatchObject({ first: 5, isPrivate: false, text: expect.stringContaining('Voss') })
  })

  test('is given at once where only the process was held up', async () => {
    await start({ desk: heldUp(openTestDesk().desk, 1100), deferAfterMs: 1000 })
    expect(await reader().see(await askVoss())).toMatchObject({ first: 4, text: expect.stringContaining('Voss') })
  })

  test('stays for the asker alone where that was wished', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk, deferAfterMs: 1 })
    const asked = reader().command('who', { ...voss, private: true })
    await eventually(() =>
      discord().rest.seen.some(({ body }) => asPart(body).type === 5 && asPart(asPart(body).data).flags === 64),
    )
    letGo()
    expect(await asked).toMatchObject({ first: 5, isPrivate: true })
  })

  test('that turns out to be for the asker alone is not shown to others', async () => {
    const { desk, letGo } = holdBack(showing({ isPrivate: true }))
    await start({ desk, deferAfterMs: 1 })
    const id = await askVoss()
    await discord().rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    const { body } = await discord().rest.wait(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/') && path.endsWith(id),
      'a follow-up',
    )
    expect(Number(asPart(body).flags) & 64).toBe(64)
    expect(requestsOf(id).map(({ method }) => method)).toEqual(['POST', 'DELETE', 'POST'])
  })

  test('to a message is announced by typing', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk, deferAfterMs: 1 })
    const id = await mentionVoss()
    await discord().rest.wait(({ path }) => path.endsWith('/typing'), 'typing')
    letGo()
    expect((await reader().replyTo(id)).text).toContain('Voss')
  })
})

describe('pages', () => {
  const card = {
    ...noticeCard(
      ...Array.from({ length: 90 }, (_, i) => `${i}: the union and the operator met at the depot once more.`),
    ),
    kind: 'answer' as const,
  }

  test('are turned in place where the reader is alone with them', async () => {
    await start({ desk: showing({ card, handle: 'h1' }) })
    const first = await reader().command('ask', { text: 'x', private: true })
    const second = await reader().press(first, 'Next')
    expect(second).toMatchObject({ first: 7, text: expect.stringContaining('Page 2 of') })
    expect(await reader().press(second, 'Previous')).toMatchObject({
      first: 7,
      text: expect.stringContaining('Page 1 of'),
    })
  })

  test('of what all can see are turned for oneself', async () => {
    await start({ desk: showing({ card, handle: 'h1' }) })
    const first = await reader().command('ask', { text: 'x' })
    expect(await reader().press(first, 'Next')).toMatchObject({ first: 4, isPrivate: true })
  })

  test('that take long are turned in place too', async () => {
    let held = showing({ card, handle: 'h1' })
    await start({ desk: { ...held, respond: (...asked) => held.respond(...asked) }, deferAfterMs: 50 })
    const first = await reader().command('ask', { text: 'x', private: true })
    const { desk, letGo } = holdBack(held)
    held = desk
    const turned = reader().press(first, 'Next')
    await eventually(() => discord().rest.seen.some(({ body }) => asPart(body).type === 6))
    letGo()
    expect(await turned).toMatchObject({ first: 6, text: expect.stringContaining('Page 2 of') })
  })

  test('a limit stands beside the page that was to be turned', async () => {
    let desk = showing({ card, handle: 'h1' })
    await start({ desk: { ...desk, respond: (...asked) => desk.respond(...asked) } })
    const first = await reader().command('ask', { text: 'x', private: true })
    desk = showing({ isPrivate: true })
    expect(await reader().press(first, 'Next')).toMatchObject({ first: 4, isPrivate: true, text: '- A notice.' })
  })
})

describe('a picture', () => {
  const card = {
    ...noticeCard('31 or 44.'),
    picture: { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', alt: 'Two counts' },
  }

  test('is attached', async () => {
    await start({ desk: showing({ card }), rasterise: async () => new Uint8Array([137, 80, 78, 71]) })
    const seen = await reader().command('ask', { text: 'x' })
    expect(seen.files).toEqual(['picture.png'])
    expect(JSON.stringify(seen.body)).toContain('attachment://picture.png')
  })

  test('is attached to a deferred answer too', async () => {
    const { desk, letGo } = holdBack(showing({ card }))
    await start({ desk, rasterise: async () => new Uint8Array([137, 80, 78, 71]), deferAfterMs: 1 })
    const id = await askVoss()
    await discord().rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    expect(await reader().see(id)).toMatchObject({ first: 5, files: ['picture.png'] })
  })

  test('that cannot be drawn is left out', async () => {
    const { log } = await start({
      desk: showing({ card }),
      rasterise: async () => {
        throw new Error('no fonts')
      },
    })
    expect(await reader().command('ask', { text: 'x' })).toMatchObject({
      files: [],
      text: expect.stringContaining('31 or 44'),
    })
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', event: 'a picture could not be drawn' }))
  })
})

describe('limits and faults of our own are told to the asker alone', () => {
  test('too many questions', async () => {
    await start({ desk: openTestDesk({ limits: { take: async () => 5000 } }).desk })
    expect(await reader().command('who', voss)).toMatchObject({
      isPrivate: true,
      text: expect.stringContaining('5 seconds'),
    })
  })

  test('a desk that fails', async () => {
    const respond = async () => {
      throw new Error('secret inside')
    }
    const { log } = await start({ desk: { ...openTestDesk().desk, respond } })
    const seen: Seen = await reader().command('who', voss)
    expect(seen).toMatchObject({ isPrivate: true, text: expect.stringContaining('a fault on our side') })
    expect(seen.text).not.toContain('secret')
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'an answer could not be shown' }))
  })
})
