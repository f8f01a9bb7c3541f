// Discord and Slack in a process of their own, so that they take no time from what is measured. Tells its addresses, and
// when asked, how many messages it was sent and how many of them twice.

import { discordPlatform } from '../../chaos/discordPlatform.ts'
import { openPlatformServer } from '../../chaos/platformServer.ts'
import { slackPlatform } from '../../chaos/slackPlatform.ts'

export type Addresses = { readonly discord: string; readonly slack: string }
export type Counts = { readonly created: number; readonly doubled: number }

const discord = discordPlatform(Date.now, () => 'open')
const slack = slackPlatform(Date.now, () => 'open')
const calm = { nextFault: () => undefined, killAt: () => false }
const [onDiscord, onSlack] = await Promise.all([openPlatformServer(discord, calm), openPlatformServer(slack, calm)])

process.on('message', () => {
  const references = [...discord.messages, ...slack.messages].map((message) => message.reference)
  const counts: Counts = { created: references.length, doubled: references.length - new Set(references).size }
  process.send?.(counts)
})
process.on('disconnect', () => process.exit())
const addresses: Addresses = { discord: onDiscord.urlOf('bench'), slack: `${onSlack.urlOf('bench')}/` }
process.send?.(addresses)
