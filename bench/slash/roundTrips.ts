// Many round trips: as fast as they are answered, or as they arrive.

/** What was measured of one contestant in one round. */
export type Trips = { readonly ms: readonly number[]; readonly seconds: number }
/** Resolves with the answer. */
export type Trip = (number: number) => Promise<string>

/** Makes `count` trips, `atOnce` at a time, each begun when another has ended. */
export async function makeTrips(count: number, atOnce: number, trip: Trip): Promise<Trips> {
  const ms: number[] = []
  let next = 0
  const started = performance.now()
  const reader = async () => {
    while (next < count) {
      const begun = performance.now()
      await trip(next++)
      ms.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, reader))
  return { ms, seconds: (performance.now() - started) / 1000 }
}

/** Begins `count` trips, `perSecond` of them a second whether or not earlier ones have ended. Each is measured from when it should have begun. */
export async function offerTrips(count: number, perSecond: number, trip: Trip): Promise<Trips> {
  const started = performance.now()
  const ms = await Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const due = started + (number * 1000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      await trip(number)
      return performance.now() - due
    }),
  )
  return { ms, seconds: (performance.now() - started) / 1000 }
}
