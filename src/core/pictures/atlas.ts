// The world's countries as shapes with names. Knows the format of the atlas, not where it comes from.

import { geoCentroid, geoDistance } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { fold } from '../briefing/fold.ts'

/** Longitude and latitude in degrees, as d3-geo takes them. */
export type Point = [longitude: number, latitude: number]

/** The parts of GeoJSON that an atlas needs (RFC 7946). */
type Rings = Point[][]
type Feature<Geometry> = { type: 'Feature'; properties: { name: string }; geometry: Geometry }
export type Area = Feature<{ type: 'Polygon'; coordinates: Rings } | { type: 'MultiPolygon'; coordinates: Rings[] }>

export type Country = {
  readonly name: string
  readonly shape: Area
  /** Its largest part alone: far islands make no frame for a map. */
  readonly mainland: Area
  readonly centre: Point
  /** How far its farthest point lies from the centre, in radians. */
  readonly reach: number
}

export type Atlas = {
  readonly countries: readonly Country[]
  readonly find: (names: readonly string[]) => Country | undefined
}

/** Reads a topology of countries as `world-atlas` makes them from Natural Earth. */
export function readAtlas(topology: Topology): Atlas {
  const countries = shapesIn(topology).map(countryOf)
  const byName = new Map(countries.map((country) => [fold(country.name), country]))
  return {
    countries,
    find: (names) => names.map((name) => byName.get(fold(name))).find((country) => country !== undefined),
  }
}

function shapesIn(topology: Topology): readonly Area[] {
  const collection = topology.objects.countries as GeometryCollection<{ name: string }>
  return feature(topology, collection).features as Area[]
}

function countryOf(shape: Area): Country {
  const { geometry, properties } = shape
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const largest = parts.reduce((a, b) => ((b[0]?.length ?? 0) > (a[0]?.length ?? 0) ? b : a), parts[0] ?? [])
  const centre = geoCentroid(shape)
  const points = parts.flatMap((rings) => rings[0] ?? [])
  return {
    name: properties.name,
    shape,
    mainland: { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: largest } },
    centre,
    reach: points.reduce((most, point) => Math.max(most, geoDistance(centre, point)), 0),
  }
}
