// Holds README.md against the truth: its first commands, the scripts it names, and its folder map.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const lines = existsSync(join(root, 'README.md')) ? readFileSync(join(root, 'README.md'), 'utf8').split('\n') : []
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

type Block = { readonly language: string; readonly line: number; readonly lines: readonly string[] }

/** The fenced blocks, each with the number of its first line inside. */
function blocksOf(text: readonly string[]): Block[] {
  const blocks: Block[] = []
  let open: { language: string; line: number; lines: string[] } | undefined
  text.forEach((line, i) => {
    if (line.startsWith('```')) {
      if (open !== undefined) blocks.push(open)
      open = open === undefined ? { language: line.slice(3).trim(), line: i + 2, lines: [] } : undefined
    } else open?.lines.push(line)
  })
  return blocks
}
const blocks = blocksOf(lines)

test('README.md is there', () => {
  expect(lines.length).toBeGreaterThan(1)
})

describe('the first commands', () => {
  const first = blocks.find((block) => block.language === 'bash')
  const commands = (first?.lines ?? []).filter((line) => line.trim() !== '' && !line.startsWith('#'))

  test('stand before line 20: install, then ask', () => {
    expect(first?.line).toBeLessThan(20)
    expect(commands[0]).toMatch(/^npm ci\b/)
    expect(commands[1]).toMatch(/^npx sitrep ask ./)
  })
  test('each question in them is answered', () => {
    const questions = commands.filter((command) => command.startsWith('npx sitrep ask '))
    expect(questions.length).toBeGreaterThan(0)
    for (const command of questions) {
      const { status, stdout, stderr } = spawnSync(command.replace(/^npx sitrep/, 'node bin/sitrep.mjs'), {
        cwd: root,
        shell: true,
        encoding: 'utf8',
      })
      expect(`${status} ${stderr}`).toBe('0 ')
      expect(stdout.trim()).not.toBe('')
    }
  })
})

test('every npm script that it names is there', () => {
  const named = [...lines.join('\n').matchAll(/\bnpm (?:run ([\w:-]+)|(test|start))\b/g)].map(
    ([, run, short]) => run ?? short ?? '',
  )
  expect(named).toContain('test')
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

describe('the folder map', () => {
  const map = blocks.find((block) => block.lines.some((line) => /^src\/(\s|$)/.test(line)))
  const paths = map === undefined ? [] : pathsOf(map.lines)

  test('names nothing that is not there', () => {
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
  test('names every folder of src', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((entry) => `src/${entry.name}/`).filter((path) => !paths.includes(path))).toEqual([])
  })
})

/** The paths of a map: each line names one or more in its first column, and lies in the line above that stands less far in. */
function pathsOf(map: readonly string[]): string[] {
  const above: { indent: number; path: string }[] = []
  return map.flatMap((line) => {
    const [, space = '', column = ''] = /^(\s*)(\S+(?: \S+)*)/.exec(line) ?? []
    if (column === '') return []
    while ((above.at(-1)?.indent ?? -1) >= space.length) above.pop()
    const parent = above.at(-1)?.path ?? ''
    const names = column.split(' ').map((name) => parent + name)
    above.push({ indent: space.length, path: names[0] ?? '' })
    return names
  })
}
