// How wide a text is and where it breaks, without a font at hand: the advance widths of Noto Sans, in thousandths of an em.

export type Weight = 'regular' | 'strong'

// From the `hmtx` tables of Noto Sans Regular and SemiBold, for U+0020 to U+007E.
const advances: Readonly<Record<Weight, readonly number[]>> = {
  regular: [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907,
    760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615,
    564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380,
    551, 380, 572,
  ],
  strong: [
    260, 277, 452, 646, 572, 875, 743, 250, 324, 324, 546, 572, 279, 320, 276, 399, 572, 572, 572, 572, 572, 572, 572,
    572, 572, 572, 276, 279, 572, 572, 572, 461, 898, 672, 659, 638, 732, 558, 538, 726, 756, 370, 309, 647, 546, 929,
    793, 787, 615, 787, 643, 550, 569, 747, 631, 953, 638, 603, 576, 330, 399, 330, 572, 423, 333, 585, 626, 502, 626,
    585, 371, 626, 638, 283, 283, 588, 283, 960, 638, 617, 626, 626, 434, 493, 406, 638, 547, 830, 560, 548, 484, 389,
    551, 389, 572,
  ],
}
/** Beyond ASCII: the mean of Cyrillic, with room to spare for accented Latin. */
const OTHER = { regular: 664, strong: 691 } as const
/** From here on scripts are as wide as high. */
const FULL_WIDTH_FROM = 0x1100

/** The width of a line of text, in the units of its size. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    width += advances[weight][code - 32] ?? (code < FULL_WIDTH_FROM ? OTHER[weight] : 1000)
  }
  return (width * size) / 1000
}

export type Box = { readonly width: number; readonly size: number; readonly weight?: Weight; readonly lines: number }

/** The lines of a text in a box; what does not fit ends in an ellipsis. A word that is too long for a line is broken. */
export function wrapped(text: string, { width, size, weight = 'regular', lines: most }: Box): readonly string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (!fits(line)) {
      const head = headThat(line, fits)
      lines.push(head)
      line = line.slice(head.length)
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const last = lines[most - 1] ?? ''
  return [...lines.slice(0, most - 1), shortenedTo(last, (shorter) => fits(`${shorter}…`))]
}

/** The longest beginning of a text that passes, at least one character. */
function headThat(text: string, passes: (head: string) => boolean): string {
  const characters = [...text]
  let count = characters.length
  while (count > 1 && !passes(characters.slice(0, count).join(''))) count -= 1
  return characters.slice(0, count).join('')
}

function shortenedTo(text: string, fits: (shorter: string) => boolean): string {
  return `${headThat(text, fits).replace(/[\s,;:.]+$/u, '')}…`
}
