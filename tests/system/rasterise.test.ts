import { describe, expect, test } from 'vitest'
import { picture, textAt } from '../../src/core/pictures/svg.ts'
import { openRasterise } from '../../src/system/rasterise.ts'

const svgOf = (text: string) => picture('Title', 'alt', 100, [textAt(10, 50, text)]).svg
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

describe('a picture as PNG', () => {
  test('has two pixels for each unit', async () => {
    const png = await openRasterise()(svgOf('Hello'))
    expect(png).toBeDefined()
    expect([...(png ?? []).slice(1, 4)]).toEqual([...Buffer.from('PNG')])
    expect(sizeOf(png ?? new Uint8Array())).toEqual([800, 200])
  })
  test('is drawn once for the same content, also when asked for twice at once', async () => {
    const rasterise = openRasterise()
    const [first, second] = await Promise.all([rasterise(svgOf('Same')), rasterise(svgOf('Same'))])
    expect(second).toBe(first)
    expect(await rasterise(svgOf('Same'))).toBe(first)
    expect(await rasterise(svgOf('Other'))).not.toBe(first)
  })
  test('holds text: with other words it looks otherwise, in Cyrillic too', async () => {
    const rasterise = openRasterise()
    const pictures = await Promise.all(['', 'Hello', 'Привет'].map((text) => rasterise(svgOf(text))))
    const shapes = pictures.map((png) => Buffer.from(png ?? []).toString('base64'))
    expect(new Set(shapes).size).toBe(3)
  })
  test('is drawn whatever the text is made of', async () => {
    const hostile = svgOf('</text><script>alert(1)</script>\u0000\ud800 & "quoted" \u202e')
    await expect(openRasterise()(hostile)).resolves.toBeInstanceOf(Uint8Array)
  })
  test('that is no SVG is refused, and the same is tried again', async () => {
    const rasterise = openRasterise()
    await expect(rasterise('no picture')).rejects.toThrow()
    await expect(rasterise('no picture')).rejects.toThrow()
  })
})
