// Tells Slack that a request has arrived. Where the socket has just gone that fails, and the work goes on all the same: its
// answer has an address of its own.

import type { Log } from '../../core/ports.ts'

export async function acknowledge(ack: () => Promise<void>, log: Log) {
  await ack().catch((error: unknown) => log.debug('a request could not be acknowledged', { platform: 'slack', error }))
}
