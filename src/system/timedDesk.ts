// Measures how long the desk takes for each request.

import type { Desk } from '../core/desk/request.ts'

/** The desk, with the seconds of each answer told by platform. */
export function timedDesk(desk: Desk, tell: (platform: string, seconds: number) => void): Desk {
  return {
    ...desk,
    async respond(visit, request) {
      const started = performance.now()
      try {
        return await desk.respond(visit, request)
      } finally {
        tell(visit.platform, (performance.now() - started) / 1000)
      }
    },
  }
}
