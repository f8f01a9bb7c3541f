// How each part of the bot stands, put together for readiness and the metrics.

import type { Health, Library, Platform } from '../core/ports.ts'

export type Readiness = () => Promise<Readonly<Record<string, Health>>>

export type ReadinessParts = {
  readonly library: Library
  /** Asks the state. */
  readonly checkState: () => Promise<Health>
  /** Platforms, and whatever else has a name and a health. */
  readonly parts: readonly Pick<Platform, 'name' | 'health'>[]
  /** Takes secrets out of a message. */
  readonly redact: (text: string) => string
}

export function openReadiness({ library, checkState, parts, redact }: ReadinessParts): Readiness {
  const clean = ({ state, message }: Health): Health =>
    message === undefined ? { state } : { state, message: redact(message) }
  return async () => ({
    state: clean(await checkState()),
    briefings: clean(healthOf(library)),
    ...Object.fromEntries(parts.map(({ name, health }) => [name, clean(health())])),
  })
}

/** Briefings answer even while an edit is broken; the message says that one is. */
function healthOf({ brokenEdits }: Library): Health {
  const [first, ...more] = brokenEdits()
  if (first === undefined) return { state: 'ready' }
  return { state: 'ready', message: more.length === 0 ? first.message : `${first.message} (and ${more.length} more)` }
}
