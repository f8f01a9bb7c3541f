// Where a briefing's places lie: at a point, as a country, or in what they are part of.

import type { Briefing } from '../briefing/briefing.ts'
import { namesOf } from '../briefing/briefing.ts'
import type { Entity } from '../briefing/schema.ts'
import type { Atlas, Country, Point } from './atlas.ts'

export type Place = {
  readonly name: string
  /** Where it lies exactly; undefined for a country, and for what is only known to lie in something larger. */
  readonly at: Point | undefined
  readonly country: Country | undefined
  /** The name of the larger place that stands for it; undefined where it is shown itself. */
  readonly within: string | undefined
}

/** The places that a map can show, each once, in the order given. */
export function placesOf(briefing: Briefing, entities: readonly Entity[], atlas: Atlas): readonly Place[] {
  const places = [...new Set(entities)].flatMap((entity) => placeOf(entity, entity, briefing, atlas, new Set()) ?? [])
  return places.filter(({ name }, i) => places.findIndex((one) => one.name === name) === i)
}

function placeOf(
  entity: Entity,
  asked: Entity,
  briefing: Briefing,
  atlas: Atlas,
  seen: ReadonlySet<string>,
): Place | undefined {
  if (entity.kind !== 'place' && entity.at === undefined) return undefined
  const within = entity === asked ? undefined : entity.name
  if (entity.at !== undefined) {
    const [latitude, longitude] = entity.at
    return { name: asked.name, at: [longitude, latitude], country: undefined, within }
  }
  const country = atlas.find(namesOf(entity))
  if (country !== undefined) return { name: asked.name, at: undefined, country, within }
  for (const id of entity.partOf) {
    const whole = briefing.entities.get(id)
    if (whole === undefined || seen.has(id)) continue
    const place = placeOf(whole, asked, briefing, atlas, new Set([...seen, id]))
    if (place !== undefined) return place
  }
  return undefined
}

/** The place in words, for whoever does not see the map. */
export function placeText({ name, at, within }: Place): string {
  if (within !== undefined) return `${name} (in ${within}; where exactly is not given)`
  if (at === undefined) return name
  const [longitude, latitude] = at
  const degrees = (value: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(value).toFixed(1)}° ${value < 0 ? negative : positive}`
  return `${name} (${degrees(latitude, ['north', 'south'])}, ${degrees(longitude, ['east', 'west'])})`
}
