// What counts as one conversation, and how its key is written.

import { ChannelType } from 'discord.js'

/** The conversation of a whole thread or direct message, or of somebody or some first message in a channel. */
export function threadOf(channel: string, within?: string): string {
  return within === undefined ? `discord:${channel}` : `discord:${channel}:${within}`
}

export function isThreadType(type: ChannelType | undefined): boolean {
  return (
    type === ChannelType.PublicThread || type === ChannelType.PrivateThread || type === ChannelType.AnnouncementThread
  )
}
