// Where on Slack somebody asks, and which conversation that is.

import type { Visit } from '../../core/desk/request.ts'

export type Place = {
  /** The workspace, or the organisation where the app is installed for all of it. */
  readonly tenant: string
  readonly channel: string
  readonly user: string
  /** The `ts` of the thread's first message; undefined outside of threads. */
  readonly thread: string | undefined
  /** True for what follows on nothing that was asked before. */
  readonly isFresh?: boolean
}

/** Direct conversations with the app have ids that begin so. */
export function isDirect({ channel }: Pick<Place, 'channel'>): boolean {
  return channel.startsWith('D')
}

/**
 * Follow-ups belong to their thread; in a direct conversation outside of threads to the whole of it; elsewhere to the
 * reader in that channel, whose commands nobody else sees.
 */
export function visitOf({ tenant, channel, user, thread, isFresh = false }: Place, mayManage: boolean): Visit {
  const place = `slack/${tenant}/${channel}`
  const alone = isDirect({ channel }) ? place : `${place}/by/${user}`
  const conversation = thread === undefined ? alone : `${place}/${thread}`
  return { platform: 'slack', tenant, channel, user, thread: isFresh ? undefined : conversation, mayManage }
}
