// `npm run eval [-- FILE.jsonl …] [--misses with|without]`: right, wrong and abstained by category, with the curator's `asks` and without.
// Without files it runs each briefing's own questions.yaml.

import { ask } from '../src/core/answering/ask.ts'
import { buildEngine, type Engine } from '../src/core/answering/engine.ts'
import { judge, type Verdict } from '../src/core/answering/judge.ts'
import type { LexiconFile } from '../src/core/answering/lexicon.ts'
import { type Briefing, buildBriefing } from '../src/core/briefing/briefing.ts'
import { parseDay } from '../src/core/briefing/span.ts'
import { listBriefings, openBriefing } from '../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../src/storage/language.ts'
import { endWithOneLine } from './endWithOneLine.ts'
import { type Case, readCases } from './readCases.ts'
import { readOptions } from './readOptions.ts'

function ownCases(briefing: Briefing): Case[] {
  return briefing.questions.map((question, i) => ({
    ...question,
    id: `q${i + 1}`,
    category:
      question.expect === 'answer'
        ? question.after.length > 0
          ? 'followup'
          : question.asOf !== undefined
            ? 'asof'
            : question.disputed
              ? 'disputed'
              : 'answer'
        : question.expect,
    text: question.ask,
    context: question.after,
    asOf: question.asOf,
  }))
}

function withoutAsks(briefing: Briefing): Briefing {
  const facts = briefing.facts.map((fact) => ({ ...fact, asks: [] }))
  return buildBriefing({
    ...briefing,
    sources: [...briefing.sources.values()],
    entities: [...briefing.entities.values()],
    facts,
    open: [],
  })
}

function run(
  engine: Engine,
  cases: readonly Case[],
): { one: Case; verdict: Verdict; text: string; facts: readonly string[] }[] {
  return cases.map((one) => {
    const answer = ask(engine, {
      text: one.text,
      verb: one.command ?? null,
      context: one.context,
      asOf: one.asOf === undefined ? undefined : parseDay(one.asOf),
    })
    return {
      one,
      verdict: judge(answer, one),
      text: `[${answer.status}${answer.isDisputed ? ' disputed' : ''}${answer.isCorrected ? ' corrected' : ''}] ${answer.text}`,
      facts: answer.facts,
    }
  })
}

function report(title: string, results: ReturnType<typeof run>, showMisses: boolean): void {
  const rows = new Map<string, { right: number; wrong: number; abstained: number }>()
  for (const { one, verdict } of results) {
    for (const key of [one.category, 'all']) {
      const row = rows.get(key) ?? { right: 0, wrong: 0, abstained: 0 }
      row[verdict.outcome]++
      rows.set(key, row)
    }
  }
  console.log(`\n${title}`)
  console.log(
    `${'category'.padEnd(14)}${'right'.padStart(7)}${'wrong'.padStart(7)}${'abstained'.padStart(11)}${'share right'.padStart(13)}`,
  )
  for (const [category, row] of [...rows].sort(([a], [b]) => (a === 'all' ? 1 : b === 'all' ? -1 : a < b ? -1 : 1))) {
    const share = (100 * row.right) / (row.right + row.wrong + row.abstained)
    console.log(
      `${category.padEnd(14)}${String(row.right).padStart(7)}${String(row.wrong).padStart(7)}${String(row.abstained).padStart(11)}${`${share.toFixed(1)} %`.padStart(13)}`,
    )
  }
  if (!showMisses) return
  for (const { one, verdict, text, facts } of results)
    if (verdict.outcome !== 'right')
      console.log(
        `\n${one.id} ${one.category}${one.command === undefined ? '' : ` /${one.command}`} | ${[...one.context, one.text].join(' → ')}${one.asOf === undefined ? '' : ` (as of ${one.asOf})`}\n   ${verdict.outcome}: ${verdict.why} [${facts.slice(0, 2).join(', ')}]\n   ${text.slice(0, 330)}`,
      )
}

await endWithOneLine('eval', async () => {
  const { values, positionals } = readOptions(process.argv.slice(2), {
    misses: { type: 'string' },
    briefings: { type: 'string', default: 'briefings' },
    briefing: { type: 'string' },
  })
  const lexicon: LexiconFile = await readLexicon('config')
  const english = englishWords()
  const slugs = values.briefing === undefined ? await listBriefings(values.briefings) : [values.briefing]
  for (const slug of slugs) {
    const briefing = await openBriefing(values.briefings, slug)
    const engines = {
      'with asks': buildEngine(briefing, lexicon, english),
      'without asks': buildEngine(withoutAsks(briefing), lexicon, english),
    }
    const sets: [string, Case[]][] =
      positionals.length === 0
        ? [[`${slug}/questions.yaml`, ownCases(briefing)]]
        : await Promise.all(positionals.map(async (file): Promise<[string, Case[]]> => [file, await readCases(file)]))
    for (const [name, cases] of sets)
      for (const [way, engine] of Object.entries(engines))
        report(
          `${slug}: ${name}, ${way} (${cases.length} questions)`,
          run(engine, cases),
          values.misses === way.split(' ')[0],
        )
  }
})
