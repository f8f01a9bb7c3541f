// Who may manage a channel's digests: whom the operator names, and the workspace's admins and owners.

import type { Clock, Log } from '../../core/ports.ts'
import { isAdmin, type WebClient } from './calls.ts'
import type { Place } from './place.ts'

/** For so long somebody made or unmade an admin counts as before. */
const REMEMBER_MS = 10 * 60_000
const MOST_REMEMBERED = 1000

type Remembered = { readonly isAdmin: boolean; readonly untilMs: number }

export function openManagers(named: readonly string[], clock: Clock, log: Log) {
  const remembered = new Map<string, Remembered>()
  return async (client: WebClient, { tenant, user }: Place): Promise<boolean> => {
    if (named.includes(user)) return true
    const key = `${tenant}/${user}`
    const nowMs = clock.now().getTime()
    const known = remembered.get(key)
    if (known !== undefined && known.untilMs > nowMs) return known.isAdmin
    try {
      const found = await isAdmin(client, user)
      remembered.delete(key)
      remembered.set(key, { isAdmin: found, untilMs: nowMs + REMEMBER_MS })
      const [oldest] = remembered.keys()
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
      return found
    } catch (error) {
      log.warn('whether somebody is an admin could not be asked', { platform: 'slack', error })
      return false
    }
  }
}
