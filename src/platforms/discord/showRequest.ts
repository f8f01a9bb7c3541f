// Asks the desk, and makes the message that shows what it says.

import { noticeCard } from '../../core/cards/card.ts'
import type { Desk, Request, Shown, Visit } from '../../core/desk/request.ts'
import type { Log, Rasterise } from '../../core/ports.ts'
import type { Outgoing } from './calls.ts'
import { renderCard } from './renderCard.ts'
import type { Showing } from './showing.ts'

export type Ports = {
  readonly desk: Desk
  readonly rasterise: Rasterise
  readonly log: Log
}

/** What is to be known beside the desk's answer. */
export type Wish = Pick<Showing, 'view' | 'page' | 'isPrivate'> & {
  /** True where there is nobody else to share it with. */
  readonly isDirect: boolean
}

/** A message to send. */
export type Composed = Outgoing & {
  /** True for what concerns the asker alone, whatever was wished: an error, a limit, a confirmation. */
  readonly isAside: boolean
}

const fault = 'This could not be shown, which is a fault on our side. It has been noted; ask again in a minute.'

/** Never rejects: what goes wrong is logged, and the reader is told so plainly. */
export async function showRequest(ports: Ports, visit: Visit, request: Request, wish: Wish): Promise<Composed> {
  try {
    return await compose(ports, await ports.desk.respond(visit, request), wish)
  } catch (error) {
    ports.log.error('an answer could not be shown', { platform: 'discord', kind: request.kind, error })
    return notice(fault)
  }
}

/** What Sitrep says of itself, to one reader alone. */
export function notice(text: string): Composed {
  const showing = { handle: undefined, view: 'answer', page: 0, isPrivate: true, isShareable: false } as const
  const message = renderCard(noticeCard(text), { ...showing, hasPicture: false })
  return { message, picture: undefined, isAside: true }
}

async function compose(ports: Ports, { card, handle, isPrivate }: Shown, wish: Wish): Promise<Composed> {
  const picture = card.picture === undefined || wish.page > 0 ? undefined : await draw(ports, card.picture.svg)
  const message = renderCard(card, {
    handle,
    view: wish.view,
    page: wish.page,
    isPrivate: wish.isPrivate || isPrivate,
    isShareable: wish.isPrivate && !isPrivate && !wish.isDirect && wish.view === 'answer',
    hasPicture: picture !== undefined,
  })
  return { message, picture, isAside: isPrivate }
}

/** An answer is worth more than its picture: where none can be drawn, it goes without. */
async function draw({ rasterise, log }: Ports, svg: string): Promise<Uint8Array | undefined> {
  try {
    return await rasterise(svg)
  } catch (error) {
    log.warn('a picture could not be drawn', { platform: 'discord', error })
    return undefined
  }
}
