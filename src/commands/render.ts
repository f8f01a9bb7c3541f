// `sitrep render`: the exact payload that a platform would be sent for a request.

import { buildEngine } from '../core/answering/engine.ts'
import { type Card, noticeCard } from '../core/cards/card.ts'
import { readRequest } from '../core/desk/readRequest.ts'
import type { Visit } from '../core/desk/request.ts'
import { respondFrom } from '../core/desk/respond.ts'
import { SettingsError } from '../core/errors.ts'
import type { RenderCommand } from '../platforms/terminal/command.ts'
import { printable } from '../platforms/terminal/printable.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openBriefing } from '../storage/briefings.ts'
import { englishWords, readLexicon } from '../storage/language.ts'
import { readAtlas } from '../system/readAtlas.ts'
import { chooseSlugs } from './desk.ts'

export async function runRender(command: RenderCommand, settings: Settings, terminal: Terminal): Promise<number> {
  const request = { ...readRequest(command.text), ...(command.asOf === undefined ? {} : { asOf: command.asOf }) }
  if (request.kind === 'digest' || request.kind === 'catch-up')
    throw new SettingsError('what a digest looks like is shown by: sitrep digest SLUG --since DATE --until DATE')
  const folder = command.briefings ?? settings.briefings
  const lexicon = await readLexicon(settings.config)
  const english = englishWords()
  const slugs = await chooseSlugs(folder, command.briefing)
  const engines = await Promise.all(
    slugs.map(async (slug) => buildEngine(await openBriefing(folder, slug), lexicon, english)),
  )
  const library = { engines: () => engines, brokenEdits: () => [] }
  const { card, isPrivate } = await respondFrom(
    { library, digests, atlas: await readAtlas() },
    visitOf(command),
    request,
    [],
  )
  if (card.kind === 'notice') terminal.errors.write(`${card.lines.map((line) => printable(line.text)).join('\n')}\n`)
  const payload = await payloadOf(card, isPrivate, command.platform)
  await write(terminal.output, `${JSON.stringify(payload, null, 2)}\n`)
  return 0
}

/** Stands where the desk would give the card's buttons a random one. */
const HANDLE = 'handle'

async function payloadOf(card: Card, isPrivate: boolean, platform: RenderCommand['platform']): Promise<object> {
  switch (platform) {
    case 'discord': {
      const { renderCard } = await import('../platforms/discord/renderCard.ts')
      const hasPicture = card.picture !== undefined
      return renderCard(card, {
        handle: HANDLE,
        view: 'answer',
        page: 0,
        isPrivate,
        isShareable: false,
        hasPicture,
      })
    }
    case 'slack': {
      const { renderCard } = await import('../platforms/slack/renderCard.ts')
      // A slash command is answered to its asker, who may share it.
      return renderCard(card, {
        handle: HANDLE,
        pressed: 'answer',
        page: 0,
        canShare: card.kind !== 'notice',
        pictureFile: undefined,
      })
    }
  }
}

const digests = {
  answer: async () => noticeCard(),
  catchUp: async () => noticeCard(),
}

const visitOf = ({ platform }: RenderCommand): Visit => ({
  platform,
  tenant: '',
  channel: '',
  user: '',
  thread: undefined,
  mayManage: false,
})
