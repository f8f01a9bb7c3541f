// How long the pictures of a briefing take, each kind by itself: the SVG from the facts, and the PNG for the platforms.

import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { allConflicts, type Known } from '../../src/core/briefing/conflicts.ts'
import type { CardPicture } from '../../src/core/cards/card.ts'
import { pictureOfConflict } from '../../src/core/pictures/conflictPicture.ts'
import { pictureOfPlaces } from '../../src/core/pictures/mapPicture.ts'
import { pictureOfTimeline } from '../../src/core/pictures/timelinePicture.ts'
import { listBriefings, openBriefing } from '../../src/storage/briefings.ts'
import { openRasterise } from '../../src/system/rasterise.ts'
import { readAtlas } from '../../src/system/readAtlas.ts'

export type Measured = { readonly kind: string; readonly ms: readonly number[] }

/** The first picture of all loads the fonts and the engine that draws them, which is measured with it. */
export async function measurePictures(folder: string): Promise<readonly Measured[]> {
  const [slug = ''] = await listBriefings(folder)
  const briefing = await openBriefing(folder, slug)
  const known: Known = (fact) => fact.citations
  const atlas = await readAtlas()
  const rasterise = openRasterise()
  const time = async (draw: () => CardPicture | undefined) => {
    const start = performance.now()
    const picture = draw()
    if (picture === undefined) return []
    await rasterise(picture.svg)
    return [performance.now() - start]
  }
  const kinds: [string, (() => CardPicture | undefined)[]][] = [
    ['timeline', timelines(briefing, known)],
    ['chart', allConflicts(briefing, known).map((conflict) => () => pictureOfConflict(briefing, conflict))],
    ['map', [...briefing.entities.values()].map((entity) => () => pictureOfPlaces(briefing, [entity], atlas))],
  ]
  const measured: Measured[] = []
  for (const [kind, draws] of kinds) {
    const ms: number[] = []
    for (const draw of draws) ms.push(...(await time(draw)))
    measured.push({ kind, ms })
  }
  return measured
}

/** Of the whole briefing, and of each entity in it. */
function timelines(briefing: Briefing, known: Known): (() => CardPicture | undefined)[] {
  const ofAll = () => pictureOfTimeline(briefing, briefing.facts, known)
  const ofEach = [...briefing.entities.values()].map((entity) => () => {
    const facts = briefing.facts.filter(({ frame }) => [...frame.who, ...frame.whom].includes(entity.id))
    return pictureOfTimeline(briefing, facts, known, entity.name)
  })
  return [ofAll, ...ofEach]
}
