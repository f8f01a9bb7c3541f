// Tells how the connection to the gateway stands, of all its shards together.

import { type Client, Events } from 'discord.js'
import type { Health } from '../../core/ports.ts'
import { explainClose } from './failures.ts'

export function watchShards(client: Client, tell: (health: Health) => void) {
  const lost = new Set<number>()
  const found = (shard: number) => {
    if (lost.delete(shard) && lost.size === 0) tell({ state: 'ready' })
  }
  client.on(Events.ShardReconnecting, (shard) => {
    lost.add(shard)
    tell({ state: 'starting', message: 'the connection to Discord is lost; it is being made again' })
  })
  client.on(Events.ShardResume, found)
  client.on(Events.ShardReady, found)
  client.on(Events.ShardDisconnect, ({ code }) => tell({ state: 'failed', message: explainClose(code) }))
}
