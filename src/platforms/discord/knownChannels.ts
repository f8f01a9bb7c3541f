// What the client knows of where a message was written, which the message itself does not tell.

import { type Client, type GatewayMessageCreateDispatchData, PermissionFlagsBits } from 'discord.js'

type Message = Pick<GatewayMessageCreateDispatchData, 'channel_id' | 'guild_id' | 'author' | 'member'>

export function isInThread(client: Client, { channel_id }: Message): boolean {
  return client.channels.cache.get(channel_id)?.isThread() ?? false
}

/** Whether the writer may manage the server, by its roles. */
export function mayManage(client: Client, { guild_id, author, member }: Message): boolean {
  const guild = guild_id === undefined ? undefined : client.guilds.cache.get(guild_id)
  if (guild === undefined) return false
  if (guild.ownerId === author.id) return true
  return [guild.id, ...(member?.roles ?? [])].some(
    (role) => guild.roles.cache.get(role)?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  )
}
