// Uploads pictures. Many messages of a workspace show the same one, so it is uploaded once for all.

import type { CardPicture } from '../../core/cards/card.ts'
import type { Rasterise } from '../../core/ports.ts'
import { uploadPicture, type WebClient } from './calls.ts'
import { altText } from './imageBlock.ts'

/** An hour's answers and digests show a few dozen pictures to a workspace. */
const MOST_FILES = 500
/** As all who want the same picture wait for one upload, one that hangs must end. */
const UPLOAD_MS = 15_000

export type PictureFiles = {
  /** The id of the file that holds the picture; undefined where it cannot be drawn. Rejects where Slack does not take it. */
  readonly fileOf: (client: WebClient, tenant: string, picture: CardPicture) => Promise<string | undefined>
}

/** `uploadMs`: how long sending one may take. */
export function openPictureFiles(rasterise: Rasterise, uploadMs = UPLOAD_MS): PictureFiles {
  const upload = async (client: WebClient, { svg, alt }: CardPicture): Promise<string | undefined> => {
    const png = await rasterise(svg)
    return png === undefined ? undefined : uploadPicture(client, png, altText(alt), uploadMs)
  }

  const files = new Map<string, Promise<string | undefined>>()
  return {
    async fileOf(client, tenant, picture) {
      const key = `${tenant} ${picture.svg}`
      const file = files.get(key) ?? upload(client, picture)
      files.set(key, file)
      const oldest = files.keys().next().value
      if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest)
      try {
        return await file
      } catch (error) {
        // What failed once may be tried for the next message.
        files.delete(key)
        throw error
      }
    },
  }
}
