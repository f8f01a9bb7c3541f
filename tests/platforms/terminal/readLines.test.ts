import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, MAX_LINE_CHARS, readLines } from '../../../src/platforms/terminal/readLines.ts'

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function read(text: string | Uint8Array, size = 7): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(chunked(Buffer.from(text), size))) lines.push(line)
  return lines
}

const text = (line: string) => ({ kind: 'text', text: line })

test('lines come whole, however the stream was cut', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((one) => one.replace(/[\n\ufeff]/g, ''))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 20 }), async (lines, size) => {
      expect(await read(lines.map((one) => `${one}\n`).join(''), size)).toEqual(lines.map(text))
    }),
  )
})

test('the last line needs no line break, and after one there is no further line', async () => {
  expect(await read('a\n\nb')).toEqual(['a', '', 'b'].map(text))
  expect(await read('a\n')).toEqual([text('a')])
  expect(await read('')).toEqual([])
})

test('a line that is not UTF-8 is told apart, and the next is read', async () => {
  expect(await read(Buffer.from('a\xe9\nb', 'latin1'))).toEqual([{ kind: 'not UTF-8' }, text('b')])
})

test('a line as long as allowed is read; one character more is too long', async () => {
  const longest = 'é'.repeat(MAX_LINE_CHARS)
  expect(await read(`${longest}\n${longest}x\nb`, 65_536)).toEqual([text(longest), { kind: 'too long' }, text('b')])
})

test('a line with more bytes than any allowed line is too long, also where it is the last', async () => {
  const huge = 'x'.repeat(5 * MAX_LINE_CHARS)
  expect(await read(`${huge}\nb\n${huge}`, 65_536)).toEqual([{ kind: 'too long' }, text('b'), { kind: 'too long' }])
})
