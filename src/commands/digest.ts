// `sitrep digest`: what changed in a briefing in some days, as readers, programs or a platform get it.

import type { Changes } from '../core/digests/changes.ts'
import type { Digest } from '../core/digests/composeDigest.ts'
import type { Expectation } from '../core/digests/expectations.ts'
import { digestOfDays } from '../core/digests/prepareDigest.ts'
import { readDays } from '../core/digests/readDays.ts'
import { SettingsError } from '../core/errors.ts'
import type { DigestCommand } from '../platforms/terminal/command.ts'
import { renderCard } from '../platforms/terminal/renderCard.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openBriefing } from '../storage/briefings.ts'
import { chooseSlugs } from './desk.ts'

export async function runDigest(command: DigestCommand, settings: Settings, terminal: Terminal): Promise<number> {
  const folder = command.briefings ?? settings.briefings
  await chooseSlugs(folder, command.slug)
  const briefing = await openBriefing(folder, command.slug)
  const days = readDays(briefing, command.since, command.until)
  if (typeof days === 'string') throw new SettingsError(days)
  const digest = digestOfDays(briefing, days.first, days.last)
  await write(terminal.output, await shownAs(command, digest, terminal))
  return 0
}

/** Stands where a delivery would give the message its own. */
const REFERENCE = 'reference'

async function shownAs({ platform, isJson, slug }: DigestCommand, digest: Digest, terminal: Terminal): Promise<string> {
  if (isJson) return `${JSON.stringify(toDigestObject(slug, digest), null, 2)}\n`
  if (platform === 'text') return renderCard(digest.card, terminal.screen)
  const { renderPosting } =
    platform === 'discord'
      ? await import('../platforms/discord/renderPosting.ts')
      : await import('../platforms/slack/renderPosting.ts')
  return `${JSON.stringify(JSON.parse(renderPosting(digest.card, REFERENCE)), null, 2)}\n`
}

function toDigestObject(briefing: string, { card, changes, isNothingNew }: Digest) {
  return {
    briefing,
    nothingNew: isNothingNew,
    text: card.lines.map((line) => line.text).join('\n'),
    ...listed(changes),
    sources: card.sources.map((source) => source.id),
  }
}

function listed({ news, corrected, disputed, settled, expected, passed }: Changes) {
  const expectations = (list: readonly Expectation[]) =>
    list.map(({ fact, when }) => ({ fact: fact.id, when: when.edtf }))
  return {
    new: news.map((fact) => fact.id),
    corrected: corrected.map(({ facts, ...one }) => ({ ...one, facts: facts.map((fact) => fact.id) })),
    disputed: disputed.map(({ what, slot, reason, sides }) => ({
      what,
      slot,
      reason,
      values: sides.map(({ text, reports }) => ({
        text,
        facts: [...new Set(reports.map((report) => report.fact.id))],
        sources: [...new Set(reports.map((report) => report.citation.source))],
      })),
    })),
    settled,
    expected: expectations(expected),
    passed: expectations(passed),
  }
}
