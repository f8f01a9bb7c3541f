// Draws a locator map: where the places of an answer lie, with the countries around them.

import { geoContains, geoDistance, geoPath } from 'd3-geo'
import type { Briefing } from '../briefing/briefing.ts'
import type { Entity } from '../briefing/schema.ts'
import type { CardPicture } from '../cards/card.ts'
import type { Atlas, Country, Point } from './atlas.ts'
import { type Label, placeLabels } from './labels.ts'
import { colours } from './palette.ts'
import { type Place, placesOf, placeText } from './places.ts'
import { type View, viewOf, type Window } from './projection.ts'
import { drawScaleBar } from './scaleBar.ts'
import { type Drawn, element, MARGIN, picture, textAt, WIDTH } from './svg.ts'
import { thinOut } from './thinOut.ts'
import { drawTitle } from './title.ts'

const MAP_HEIGHT = 260
/** More names than this find no room. */
const MOST_PLACES = 8
/** Natural Earth's own words: it draws borders as they are held, whoever claims them. */
const DISCLAIMER = 'Borders: Natural Earth, as held; no statement on whose they are.'

/** How many maps are kept: one takes up to 150 KB, and up to a tenth of a second to draw. */
const MOST_KEPT = 50
const kept = new WeakMap<Atlas, Map<string, CardPicture>>()

/** A map of the places among these entities; undefined where none of them can be located. The same map is drawn once. */
export function pictureOfPlaces(
  briefing: Briefing,
  entities: readonly Entity[],
  atlas: Atlas,
): CardPicture | undefined {
  const places = placesOf(briefing, entities, atlas).slice(0, MOST_PLACES)
  if (places.length === 0) return undefined
  const maps = kept.get(atlas) ?? new Map<string, CardPicture>()
  kept.set(atlas, maps)
  const key = JSON.stringify(places.map(({ name, at, country, within }) => [name, at, country?.name, within]))
  const found = maps.get(key)
  if (found !== undefined) return found
  const oldest = maps.keys().next().value
  if (maps.size >= MOST_KEPT && oldest !== undefined) maps.delete(oldest)
  const map = mapPicture(places, atlas)
  maps.set(key, map)
  return map
}

function mapPicture(places: readonly Place[], atlas: Atlas): CardPicture {
  const title = titleOf(places)
  const head = drawTitle(title, 'Where it is')
  const window = { width: WIDTH, top: head.height + 4, height: MAP_HEIGHT }
  const points = places.map(({ at }) => at).filter((at) => at !== undefined)
  const countries = shownCountries(places, points, atlas)
  const view = viewOf(points, countries, window)
  const bottom = window.top + window.height
  const alt = `Map: ${places.map(placeText).join('; ')}.`
  return picture(`Map: ${title}`, alt, bottom + 40, [
    head.drawn,
    element('rect', { x: 0, y: window.top, width: WIDTH, height: MAP_HEIGHT, fill: colours.sea }),
    drawLand(view, countries, atlas),
    drawPins(view, places),
    drawNames(view, places, countries, window),
    drawScaleBar(view.kmPerUnit, bottom),
    textAt(MARGIN, bottom + 25, DISCLAIMER, { 'font-size': 12, fill: colours.faint }),
  ])
}

function titleOf(places: readonly Place[]): string {
  const names = places.map(({ name }) => name.charAt(0).toLocaleUpperCase('en') + name.slice(1))
  return names.length < 3 ? names.join(' and ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}

/** The countries that are asked about, and those in which the points lie. */
function shownCountries(places: readonly Place[], points: readonly Point[], atlas: Atlas): readonly Country[] {
  const holding = points.map((point) =>
    atlas.countries.find(
      ({ shape, centre, reach }) => geoDistance(centre, point) <= reach && geoContains(shape, point),
    ),
  )
  return [...new Set([...places.map(({ country }) => country), ...holding])].filter((one) => one !== undefined)
}

function drawLand({ projection, centre, reach }: View, shown: readonly Country[], atlas: Atlas): Drawn {
  const path = geoPath(thinOut(projection)).digits(1)
  const near = atlas.countries.filter((one) => geoDistance(centre, one.centre) <= reach + one.reach)
  // Those of interest last, so that their borders lie on top.
  const ordered = [...near.filter((one) => !shown.includes(one)), ...shown]
  const drawn = ordered.map((country) => {
    const isShown = shown.includes(country)
    return element('path', {
      d: path(country.shape) ?? '',
      fill: isShown ? colours.landOfInterest : colours.land,
      stroke: isShown ? colours.fact : colours.border,
      'stroke-width': isShown ? 1.25 : 0.75,
      'stroke-linejoin': 'round',
    })
  })
  return drawn.join('')
}

function drawPins({ projection }: View, places: readonly Place[]): Drawn {
  const pins = places.flatMap(({ at }) => {
    const spot = at === undefined ? null : projection(at)
    if (spot === null) return []
    const [x, y] = spot
    return [
      element('circle', { cx: x, cy: y, r: 7, fill: colours.dispute, stroke: colours.paper, 'stroke-width': 2.5 }),
      element('circle', { cx: x, cy: y, r: 2, fill: colours.paper }),
    ]
  })
  return pins.join('')
}

function drawNames(
  { projection }: View,
  places: readonly Place[],
  countries: readonly Country[],
  window: Window,
): Drawn {
  const path = geoPath(projection)
  const points = places.flatMap(({ at, name, within }): Label[] => {
    const spot = at === undefined ? null : projection(at)
    return spot === null ? [] : [{ text: within ?? name, x: spot[0], y: spot[1], size: 15, isArea: false }]
  })
  const areas = countries.map((country): Label => {
    const [x, y] = path.centroid(country.mainland)
    const asked = places.find((place) => place.country === country && place.within === undefined)
    return { text: asked?.name ?? country.name, x, y, size: asked === undefined ? 13 : 15, isArea: true }
  })
  const area = { left: 8, right: WIDTH - 8, top: window.top + 4, bottom: window.top + window.height - 4 }
  const placed = placeLabels([...points, ...areas], area)
  const drawn = placed.map(({ text, left, baseline, size, isArea }) =>
    textAt(left, baseline, text, {
      'font-size': size,
      'font-weight': 600,
      fill: isArea ? colours.fact : colours.ink,
      stroke: colours.paper,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  )
  return drawn.join('')
}
