// Places names on a map so that none covers another.

import { textWidth } from './textWidth.ts'

export type Label = {
  readonly text: string
  /** What it names. */
  readonly x: number
  readonly y: number
  readonly size: number
  /** Names of areas stand on them, names of points beside them. */
  readonly isArea: boolean
}

/** Where the text begins, with its baseline. */
export type PlacedLabel = Label & { readonly left: number; readonly baseline: number }

type Rectangle = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** The labels that find room in the area, in order: the first come first. */
export function placeLabels(labels: readonly Label[], area: Rectangle): readonly PlacedLabel[] {
  // No name stands on a point.
  const taken: Rectangle[] = labels.filter(({ isArea }) => !isArea).map(({ x, y }) => around(x, y, 7))
  return labels.flatMap((label) => {
    const width = textWidth(label.text, label.size, 'strong')
    for (const { left, baseline } of candidates(label, width)) {
      const box = { left: left - 3, right: left + width + 3, top: baseline - label.size, bottom: baseline + 5 }
      if (!isInside(box, area) || taken.some((other) => touches(box, other))) continue
      taken.push(box)
      return [{ ...label, left, baseline }]
    }
    return []
  })
}

function candidates({ x, y, size, isArea }: Label, width: number) {
  const middle = x - width / 2
  const beside = [
    { left: x + 12, baseline: y + size / 3 },
    { left: x - 12 - width, baseline: y + size / 3 },
    { left: middle, baseline: y - 12 },
    { left: middle, baseline: y + 12 + size },
    { left: x + 10, baseline: y - 10 },
    { left: x + 10, baseline: y + 8 + size },
    { left: x - 10 - width, baseline: y - 10 },
    { left: x - 10 - width, baseline: y + 8 + size },
  ]
  const on = [0, -26, 26, -48, 48].map((shift) => ({ left: middle, baseline: y + size / 3 + shift }))
  return isArea ? on : beside
}

const around = (x: number, y: number, reach: number): Rectangle => ({
  left: x - reach,
  right: x + reach,
  top: y - reach,
  bottom: y + reach,
})

const touches = (a: Rectangle, b: Rectangle) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const isInside = (box: Rectangle, area: Rectangle) =>
  box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
