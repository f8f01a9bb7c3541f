// A clock that can be set forward while processes run: the machine's own, and so much more.

export type SimulatedClock = {
  readonly nowMs: () => number
  readonly offsetMs: () => number
  readonly advance: (ms: number) => void
}

export function openSimulatedClock(startMs: number): SimulatedClock {
  let offset = startMs - Date.now()
  return {
    nowMs: () => Date.now() + offset,
    offsetMs: () => offset,
    advance: (ms) => {
      offset += Math.floor(ms)
    },
  }
}
