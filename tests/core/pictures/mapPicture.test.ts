import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeLabels } from '../../../src/core/pictures/labels.ts'
import { pictureOfPlaces } from '../../../src/core/pictures/mapPicture.ts'
import { placesOf, placeText } from '../../../src/core/pictures/places.ts'
import { textWidth } from '../../../src/core/pictures/textWidth.ts'
import { readAtlas } from '../../../src/system/readAtlas.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const atlas = await readAtlas()
const briefing = briefingWith({
  entities: [
    { id: 'iceland', kind: 'place', name: 'the island', names: ['Iceland'] },
    { id: 'harbour', kind: 'place', name: 'Old <Harbour>', at: [64.15, -21.94], partOf: 'iceland' },
    { id: 'pier', kind: 'place', name: 'the pier', partOf: 'harbour' },
    { id: 'hall', kind: 'place', name: 'town hall', partOf: 'iceland' },
    { id: 'nowhere', kind: 'place', name: 'Nowhere', partOf: 'elsewhere' },
    { id: 'elsewhere', kind: 'place', name: 'Elsewhere', partOf: 'nowhere' },
    { id: 'mayor', kind: 'person', name: 'Peru' },
    { id: 'fiji', kind: 'place', name: 'Fiji' },
    { id: 'norway', kind: 'place', name: 'Norway' },
  ],
})
const entities = (...ids: readonly string[]) => ids.flatMap((id) => briefing.entities.get(id) ?? [])
const mapOf = (...ids: readonly string[]) => pictureOfPlaces(briefing, entities(...ids), atlas)

describe('the places of a map', () => {
  test('lie at their point, as a country, or in what they are part of', () => {
    expect(placesOf(briefing, entities('harbour', 'iceland', 'pier', 'hall'), atlas).map(placeText)).toEqual([
      'Old <Harbour> (64.2° north, 21.9° west)',
      'the island',
      'the pier (in Old <Harbour>; where exactly is not given)',
      'town hall (in the island; where exactly is not given)',
    ])
  })
  test('that nobody can locate make no map, and people are no places', () => {
    expect(mapOf('nowhere', 'mayor')).toBeUndefined()
  })
})

describe('the map', () => {
  test('names the place, shows a scale, and takes no side about borders', () => {
    const map = mapOf('harbour')
    expect(map?.svg).toContain('>Old &lt;Harbour&gt;</text>')
    expect(map?.svg).toMatch(/>\d+ km<\/text>/)
    expect(map?.svg).toContain('no statement')
    expect(map?.alt).toBe('Map: Old <Harbour> (64.2° north, 21.9° west).')
  })
  test('is drawn once', () => {
    expect(mapOf('norway')).toBe(mapOf('norway'))
  })
  test.each([['fiji'], ['iceland', 'fiji'], ['norway', 'harbour'], ['pier', 'hall']])(
    'draws %s %s whole, also across the date line, in numbers that are numbers',
    (...ids) => {
      const map = mapOf(...ids)
      expect(map?.svg).toContain('<path')
      expect(map?.svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(map?.svg.length).toBeLessThan(200_000)
    },
  )
})

test('no name covers another', () => {
  const area = { left: 0, right: 400, top: 0, bottom: 260 }
  const label = fc.record({
    text: fc.string({ minLength: 1, maxLength: 20 }),
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 260 }),
    size: fc.constant(15),
    isArea: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
      const boxes = placeLabels(labels, area).map(({ text, left, baseline, size }) => ({
        left,
        right: left + textWidth(text, size, 'strong'),
        top: baseline - size,
        bottom: baseline,
      }))
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
    }),
  )
})
