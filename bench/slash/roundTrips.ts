// So many round trips, some at a time, each begun when another has ended.

/** What was measured of one contestant in one round. */
export type Trips = { readonly ms: readonly number[]; readonly seconds: number }

/** Makes `count` trips, at most `atOnce` at a time. */
export async function makeTrips(
  count: number,
  atOnce: number,
  trip: (number: number) => Promise<unknown>,
): Promise<Trips> {
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
