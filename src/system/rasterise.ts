// Draws an SVG as PNG, for platforms that show no SVG. Knows nothing of what the picture tells.

import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Rasterise } from '../core/ports.ts'

/** Pixels for one unit of the SVG: sharp on the dense screens of phones. */
const SCALE = 2
/** How many pictures are kept, newest first; one takes about 100 KB. */
const MOST_KEPT = 64

/** Opens the port. The same picture is drawn once, also where several ask for it at the same time. */
export function openRasterise(): Rasterise {
  const require = createRequire(import.meta.url)
  const fontFiles = [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  ]
  const kept = new Map<string, Promise<Uint8Array>>()
  return (svg) => {
    const key = createHash('sha256').update(svg).digest('base64')
    const png = kept.get(key) ?? draw(svg, fontFiles)
    kept.delete(key)
    kept.set(key, png)
    png.catch(() => kept.delete(key))
    const oldest = kept.keys().next().value
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return png
  }
}

async function draw(svg: string, fontFiles: readonly string[]): Promise<Uint8Array> {
  // Loaded with the first picture: most runs draw none.
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Noto Sans' },
    fitTo: { mode: 'zoom', value: SCALE },
  })
  return image.asPng()
}
