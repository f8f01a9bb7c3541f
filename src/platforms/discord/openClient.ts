// The library's client, with what the bot wants to hear of and little kept in memory: answers need no cache.

import { Client, GatewayIntentBits, Options, Partials } from 'discord.js'

export function openClient(apiUrl: string): Client {
  return new Client({
    // None of these is privileged. Text comes along where the bot is mentioned or written to alone.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    shards: 'auto',
    rest: { api: apiUrl, version: '10' },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  })
}
