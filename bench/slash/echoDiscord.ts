// discord.js alone, answering every command with a constant: what Discord's framework costs by itself.

import { Client, Events, MessageFlags } from 'discord.js'

const { DISCORD_TOKEN = '', DISCORD_API_URL = '' } = process.env
const client = new Client({ intents: [], rest: { api: DISCORD_API_URL, version: '10' } })
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand())
    void interaction.reply({ content: 'A constant.', flags: MessageFlags.Ephemeral })
})
client.once(Events.ClientReady, () => console.log(JSON.stringify({ msg: 'ready' })))
await client.login(DISCORD_TOKEN)
process.once('SIGTERM', () => process.exit())
