// Splits a stream of bytes into lines in bounded memory: of a line that is too long nothing is kept.

export type Line =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too long' }
  | { readonly kind: 'not UTF-8' }

/** A question or a message is far shorter; what is longer is a mistake or an attack. */
export const MAX_LINE_CHARS = 1_000_000
/** UTF-8 takes at most three bytes for what JavaScript counts as one character. */
const MAX_LINE_BYTES = 3 * MAX_LINE_CHARS
const LINE_FEED = 10

/** Every line of the stream, as soon as it is complete; the last one needs no line break. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array) => {
    length += part.length
    if (length > MAX_LINE_BYTES) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finish = (): Line => {
    const line = length > MAX_LINE_BYTES ? ({ kind: 'too long' } as const) : decode(Buffer.concat(parts))
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    take(chunk.subarray(start))
  }
  if (length > 0) yield finish()
}

function decode(bytes: Uint8Array): Line {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.length > MAX_LINE_CHARS ? { kind: 'too long' } : { kind: 'text', text }
  } catch {
    return { kind: 'not UTF-8' }
  }
}
