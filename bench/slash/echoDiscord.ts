// discord.js alone, answering every command with a constant: what Discord's framework costs by itself. ANSWER is the
// constant as JSON; left out, it is a short one.

import { Client, Events, type InteractionReplyOptions, MessageFlags } from 'discord.js'

const { DISCORD_TOKEN = '', DISCORD_API_URL = '', ANSWER } = process.env
const constant: InteractionReplyOptions =
  ANSWER === undefined ? { content: 'A constant.', flags: MessageFlags.Ephemeral } : JSON.parse(ANSWER).data
const client = new Client({ intents: [], rest: { api: DISCORD_API_URL, version: '10' } })
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(constant)
})
client.once(Events.ClientReady, () => console.log(JSON.stringify({ msg: 'ready' })))
await client.login(DISCORD_TOKEN)
process.once('SIGTERM', () => process.exit())
