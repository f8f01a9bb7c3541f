// Asks the desk, and makes a message of what it shows.

import type { CardPicture } from '../../core/cards/card.ts'
import { noticeCard } from '../../core/cards/card.ts'
import type { PressAction, Request, Shown } from '../../core/desk/request.ts'
import type { WebClient } from './calls.ts'
import { type Place, visitOf } from './place.ts'
import type { SlackPorts } from './ports.ts'
import { renderCard, type SlackMessage } from './renderCard.ts'

export type Outgoing = {
  readonly message: SlackMessage
  /** The same with the picture told in words, for where Slack does not take the picture; undefined where there is none. */
  readonly inWords: SlackMessage | undefined
  /** True for what only the asker may see, whatever they chose. */
  readonly isPrivate: boolean
}

export type Showing = {
  /** What was pressed for this to be shown. */
  readonly pressed?: PressAction
  /** From 0. */
  readonly page?: number
  /** True where only the asker sees it, and all in the channel could. */
  readonly canShare?: boolean
  /** True where a picture is to be told in words. */
  readonly isInWords?: boolean
}

const failed = 'This could not be answered, which is a fault on our side. It has been noted; ask again in a minute.'

/** The desk's answer as a message. It never rejects: a failure is told to the asker, and to the log. */
export async function askDesk(
  ports: SlackPorts,
  client: WebClient,
  place: Place,
  request: Request,
  showing: Showing = {},
): Promise<Outgoing> {
  try {
    const mayManage = asksToManage(request) && (await ports.mayManage(client, place))
    return await compose(ports, client, place, await ports.desk.respond(visitOf(place, mayManage), request), showing)
  } catch (error) {
    ports.log.error('a request could not be answered', { platform: 'slack', kind: request.kind, error })
    return compose(ports, client, place, { card: noticeCard(failed), handle: undefined, isPrivate: true }, {})
  }
}

/** Any button may stand under the list of a channel's digests. */
function asksToManage({ kind }: Request): boolean {
  return kind === 'digest' || kind === 'press'
}

async function compose(
  ports: SlackPorts,
  client: WebClient,
  place: Place,
  { card, handle, isPrivate }: Shown,
  { pressed = 'answer', page = 0, canShare = false, isInWords = false }: Showing,
): Promise<Outgoing> {
  const options = { handle, pressed, page, canShare: canShare && !isPrivate && card.kind !== 'notice' }
  const inWords = renderCard(card, { ...options, pictureFile: undefined })
  const picture = page > 0 || isInWords ? undefined : card.picture
  const pictureFile = picture === undefined ? undefined : await upload(ports, client, place, picture)
  if (pictureFile === undefined) return { message: inWords, inWords: undefined, isPrivate }
  return { message: renderCard(card, { ...options, pictureFile }), inWords, isPrivate }
}

/** A picture that cannot be drawn or uploaded is no reason to leave an answer unsaid. */
async function upload({ pictureFiles, log }: SlackPorts, client: WebClient, { tenant }: Place, picture: CardPicture) {
  try {
    return await pictureFiles.fileOf(client, tenant, picture)
  } catch (error) {
    log.warn('a picture could not be shown', { platform: 'slack', error })
    return undefined
  }
}
