// Uploads the pictures of digests. Many channels of a workspace are sent the same one, so it is uploaded once for all.

import type { WebClient } from '@slack/web-api'
import type { CardPicture } from '../../core/cards/card.ts'
import type { Rasterise } from '../../core/ports.ts'
import { altText } from './withPicture.ts'

/** Digests of one hour show a handful of pictures to each workspace. */
const MOST_FILES = 500

export type PictureFiles = {
  /** The id of the file that holds the picture; undefined where it cannot be drawn or uploaded, which is no reason to withhold a digest. */
  readonly fileOf: (client: WebClient, tenant: string, picture: CardPicture) => Promise<string | undefined>
}

export function openPictureFiles(rasterise: Rasterise): PictureFiles {
  const files = new Map<string, Promise<string | undefined>>()
  return {
    async fileOf(client, tenant, picture) {
      const key = `${tenant} ${picture.svg}`
      const file = files.get(key) ?? upload(client, rasterise, picture).catch(() => undefined)
      files.set(key, file)
      const oldest = files.keys().next().value
      if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest)
      // What failed once may be tried for the next channel.
      if ((await file) === undefined) files.delete(key)
      return file
    },
  }
}

async function upload(client: WebClient, rasterise: Rasterise, { svg, alt }: CardPicture): Promise<string | undefined> {
  const png = await rasterise(svg)
  if (png === undefined) return undefined
  const alternative = altText(alt)
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: 'sitrep.png',
    length: png.byteLength,
    alt_text: alternative,
  })
  if (url === undefined || id === undefined) return undefined
  const { ok } = await fetch(url, { method: 'POST', body: new Uint8Array(png) })
  if (!ok) return undefined
  await client.files.completeUploadExternal({ files: [{ id, title: 'Picture' }] })
  return id
}
