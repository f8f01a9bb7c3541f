// Keeps every briefing of a folder open, and swaps one for its newest edit as soon as that is whole. It knows files and
// when they change, and nothing of who asks.

import { join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { watch } from 'chokidar'
import PQueue from 'p-queue'
import type { Engine } from '../core/answering/engine.ts'
import type { Briefing } from '../core/briefing/briefing.ts'
import { BriefingError } from '../core/errors.ts'
import type { BrokenEdit, Clock, Library, Log } from '../core/ports.ts'
import { listBriefings, openBriefing } from './briefings.ts'
import { isFolder } from './readFiles.ts'

export type OpenLibrary = Library & { readonly close: () => Promise<void> }

export type LibraryOptions = {
  readonly folder: string
  readonly build: (briefing: Briefing) => Engine
  readonly log: Log
  readonly clock: Clock
}

/** Editors and checkouts write several files in a row; this long after the last one they are read. */
const SETTLE_MS = 200

/** Opens all briefings of a folder. Of several a broken one is left out until it is mended; where none is whole it throws. */
export async function openLibrary(options: LibraryOptions): Promise<OpenLibrary> {
  const { folder, log } = options
  const shelf = openShelf(options)
  const slugs = await listBriefings(folder)
  const watcher = await watchFolder(folder, log, shelf.review)
  for (const slug of slugs) await shelf.review(slug)
  if (shelf.engines().length === 0) {
    await watcher.close()
    const [first] = shelf.brokenEdits()
    throw new BriefingError(first?.message ?? `${folder}: holds no briefing that can be opened`)
  }
  const close = async () => {
    await watcher.close()
    await shelf.settle()
  }
  return { engines: shelf.engines, brokenEdits: shelf.brokenEdits, close }
}

/** The open briefings, and what happens to one whose files changed. */
function openShelf({ folder, build, log, clock }: LibraryOptions) {
  const open = new Map<string, Engine>()
  const broken = new Map<string, BrokenEdit>()
  // One at a time, so that of two edits the later one stays.
  const queue = new PQueue({ concurrency: 1 })
  let inOrder: readonly Engine[] = []
  const shelve = (slug: string, engine: Engine | undefined) => {
    if (engine === undefined) open.delete(slug)
    else open.set(slug, engine)
    inOrder = [...open].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
  const breakOff = (slug: string, message: string) => {
    if (broken.get(slug)?.message === message) return
    broken.set(slug, { slug, message, since: clock.now() })
    const consequence = open.has(slug) ? 'the last good one still answers' : 'it is left out until it is mended'
    log.warn('briefing is broken', { briefing: slug, message, consequence })
  }
  const remove = (slug: string) => {
    if (open.size === 1 && open.has(slug)) return breakOff(slug, `briefing "${slug}" is gone, and there is no other`)
    broken.delete(slug)
    if (!open.has(slug)) return
    shelve(slug, undefined)
    log.info('briefing removed', { briefing: slug })
  }
  const reopen = async (slug: string) => {
    const started = performance.now()
    const briefing = await openBriefing(folder, slug)
    // Building takes the whole thread (a tenth of a second for a thousand facts, some four for a hundred thousand), as an
    // engine cannot be handed over from another one: whoever asked in the meantime is answered first.
    await setImmediate()
    shelve(slug, build(briefing))
    broken.delete(slug)
    log.info('briefing opened', {
      briefing: slug,
      facts: briefing.facts.length,
      ms: Math.round(performance.now() - started),
    })
  }
  const look = async (slug: string) => {
    try {
      if (await isFolder(join(folder, slug))) await reopen(slug)
      else remove(slug)
    } catch (error) {
      breakOff(slug, error instanceof Error ? error.message : String(error))
    }
  }
  return {
    engines: () => inOrder,
    brokenEdits: () => [...broken.values()],
    /** Reads a briefing as it stands now, and swaps it in where it is whole. */
    review: (slug: string): Promise<void> => queue.add(() => look(slug)),
    settle: () => queue.onIdle(),
  }
}

/** Calls `review` for each briefing whose files changed, until it is closed. */
async function watchFolder(folder: string, log: Log, review: (slug: string) => Promise<void>) {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const settle = () => {
    for (const slug of changed) void review(slug)
    changed.clear()
  }
  const isHidden = (path: string) =>
    relative(folder, path)
      .split(sep)
      .some((part) => part.startsWith('.') && part !== '..')
  const watcher = watch(folder, { ignoreInitial: true, ignored: isHidden })
  watcher.on('all', (_, path) => {
    const [slug = ''] = relative(folder, path).split(sep)
    if (slug === '' || slug === '..') return
    changed.add(slug)
    clearTimeout(timer)
    timer = setTimeout(settle, SETTLE_MS)
  })
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve)
    watcher.on('error', (error) => {
      log.warn('briefings cannot be watched; restart to read an edit', { error })
      resolve()
    })
  })
  return {
    async close() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
