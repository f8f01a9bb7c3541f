// The twin as it comes, without what our fakes add: it does not list commands, wants rights as strings and takes no files.

import { REST } from 'discord.js'
import { DigitalDiscord } from 'discord-digital-twin'
import { expect, onTestFinished, test } from 'vitest'
import { openCalls } from '../../../src/platforms/discord/calls.ts'
import { commands } from '../../../src/platforms/discord/commands.ts'
import { componentTypes, IS_COMPONENTS_V2 } from '../../../src/platforms/discord/message.ts'
import { pictureName } from '../../../src/platforms/discord/pictureBlock.ts'
import { registerCommands } from '../../../src/platforms/discord/registerCommands.ts'

async function openTwin() {
  const twin = new DigitalDiscord({ channels: [{ name: 'general', type: 0 }], users: [{ username: 'Mira' }] })
  await twin.start()
  onTestFinished(() => twin.stop())
  return { twin, rest: new REST({ api: twin.restUrl, retries: 0 }).setToken(twin.botToken) }
}

test('commands are registered where they cannot be read, and where rights are strings', async () => {
  const { twin, rest } = await openTwin()
  expect(await registerCommands(rest, twin.botUserId)).toBe(true)
  const registered = await twin.prisma.applicationCommand.findMany()
  expect(registered.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort())
})

test('an answer whose picture is refused comes without it', async () => {
  const { twin, rest } = await openTwin()
  const channel = (await twin.prisma.channel.findFirst())?.id ?? ''
  const description = 'A line'
  const text = { type: componentTypes.textDisplay, content: 'In words' }
  const gallery = {
    type: componentTypes.mediaGallery,
    items: [{ media: { url: `attachment://${pictureName}` }, description }],
  } as const
  const message = {
    flags: IS_COMPONENTS_V2,
    components: [{ type: componentTypes.container, components: [text, gallery] }],
    allowed_mentions: { parse: [], replied_user: false },
    attachments: [{ id: '0', filename: pictureName, description }],
  } as const
  const sent = await openCalls(rest).answerMessage(channel, '1', { message, picture: new Uint8Array([1]) })
  expect(sent.components).toMatchObject([{ components: [text] }])
  expect(JSON.stringify(sent)).not.toContain('attachment://')
})
