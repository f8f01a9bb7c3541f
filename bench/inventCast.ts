// Who and what there is in a generated base. It grows with the base, so that facts stay distinguishable.

import type { Random } from './seededRandom.ts'
import type { Stories } from './stories.ts'
import { times } from './times.ts'

/** `short` is the surname, or a firm's name without its branch, where nobody else bears it. */
export type Named = {
  readonly id: string
  readonly kind: 'person' | 'organisation' | 'place'
  readonly name: string
  readonly short: string | undefined
}

export type Cast = {
  readonly people: readonly Named[]
  readonly firms: readonly Named[]
  readonly towns: readonly Named[]
  readonly brands: readonly string[]
}

/** Draws a cast for a base of so many facts. */
export function inventCast(size: number, name: () => string, { words }: Stories, random: Random): Cast {
  const count = (share: number) => Math.ceil(size * share)
  const firms = times(count(0.02), (i) => {
    const short = name()
    return { id: `o${i}`, kind: 'organisation' as const, name: `${short} ${random.pick(words.branches)}`, short }
  })
  const towns = times(count(0.0167), (i) => ({ id: `t${i}`, kind: 'place' as const, name: name(), short: undefined }))
  return { people: inventPeople(count(0.05), name, random), firms, towns, brands: times(count(0.08), name) }
}

/** People share given names, and some of them a surname. */
function inventPeople(count: number, name: () => string, random: Random): Named[] {
  const givenNames = times(Math.ceil((20 * count) ** 0.6), name)
  const surnames = times(count, name)
  const bearers = new Map<string, number>()
  const people = new Map<string, { id: string; kind: 'person'; name: string; short: string }>()
  for (let i = 0; i < count; i++) {
    const short = random.pick(surnames)
    const full = `${random.pick(givenNames)} ${short}`
    if (people.has(full)) continue
    people.set(full, { id: `p${i}`, kind: 'person', name: full, short })
    bearers.set(short, (bearers.get(short) ?? 0) + 1)
  }
  return [...people.values()].map((one) => ({ ...one, short: bearers.get(one.short) === 1 ? one.short : undefined }))
}
