// Reads the atlas of the world's countries that ships with `world-atlas` (Natural Earth, 1:50 million), once.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Topology } from 'topojson-specification'
import { type Atlas, readAtlas as atlasOf } from '../core/pictures/atlas.ts'

let atlas: Promise<Atlas> | undefined

/** The same atlas for everybody who asks: it takes a fifth of a second to read, and is never changed. */
export function readAtlas(): Promise<Atlas> {
  const require = createRequire(import.meta.url)
  atlas ??= readFile(require.resolve('world-atlas/countries-50m.json'), 'utf8').then((text) =>
    atlasOf(JSON.parse(text) as Topology),
  )
  return atlas
}
