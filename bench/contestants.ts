// Those who are measured, behind one port. Each loads its own library, so that a process holds no other's.

import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export type Found = { readonly fact: string | undefined; readonly isAnswered: boolean }
export type Contestant = {
  /** Reads the base from its files and makes it ready to be asked. */
  readonly load: (folder: string) => Promise<(question: string) => Found | Promise<Found>>
}

export const contestantNames = ['sitrep', 'minisearch', 'orama'] as const
export type ContestantName = (typeof contestantNames)[number]

/** Loads the code of a contestant, but no base yet. */
export async function enterContestant(name: ContestantName): Promise<Contestant> {
  switch (name) {
    case 'sitrep':
      return enterSitrep()
    case 'minisearch':
      return enterMiniSearch()
    case 'orama':
      return enterOrama()
  }
}

async function enterSitrep(): Promise<Contestant> {
  const { ask } = await import('../src/core/answering/ask.ts')
  const { buildEngine } = await import('../src/core/answering/engine.ts')
  const { openBriefing } = await import('../src/storage/briefings.ts')
  const { englishWords, readLexicon } = await import('../src/storage/language.ts')
  return {
    async load(folder) {
      const lexicon = await readLexicon(join(import.meta.dirname, '../config'))
      const engine = buildEngine(await openBriefing(dirname(folder), basename(folder)), lexicon, englishWords())
      return (question) => {
        const { facts, status } = ask(engine, { text: question, verb: null, context: [], asOf: undefined })
        return { fact: facts[0], isAnswered: status === 'answered' }
      }
    },
  }
}

type Statement = { readonly id: string; readonly statement: string }

async function readStatements(folder: string): Promise<Statement[]> {
  const statements: Statement[] = []
  for (const file of (await readdir(join(folder, 'facts'))).sort()) {
    const text = await readFile(join(folder, 'facts', file), 'utf8')
    for (const line of text.split('\n')) {
      if (line === '') continue
      const { id, statement } = JSON.parse(line) as Statement
      statements.push({ id, statement })
    }
  }
  return statements
}

async function enterMiniSearch(): Promise<Contestant> {
  const { default: MiniSearch } = await import('minisearch')
  return {
    async load(folder) {
      const index = new MiniSearch<Statement>({ fields: ['statement'], searchOptions: { fuzzy: 0.2, prefix: true } })
      index.addAll(await readStatements(folder))
      return (question) => {
        const [first] = index.search(question)
        return { fact: first === undefined ? undefined : String(first.id), isAnswered: first !== undefined }
      }
    },
  }
}

async function enterOrama(): Promise<Contestant> {
  const { create, insertMultiple, search } = await import('@orama/orama')
  return {
    async load(folder) {
      const index = create({ schema: { statement: 'string' } })
      await insertMultiple(index, await readStatements(folder))
      return async (question) => {
        const [first] = (await search(index, { term: question, tolerance: 1 })).hits
        return { fact: first?.id, isAnswered: first !== undefined }
      }
    },
  }
}
