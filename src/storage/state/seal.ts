// Sealing of secrets with AES-256-GCM. A sealed text opens only with the same key and under the same name, so that a
// secret cannot be passed off as another.

import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'

/** About 100 ms and 64 MB, once: what guesses a passphrase pays this for each guess (RFC 7914). */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 }
const KEY_BYTES = 32
/** NIST SP 800-38D recommends 96 bits. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

export type SealKey = {
  readonly key: Buffer
  /** Tells one key from another, and nothing about either. */
  readonly fingerprint: string
}

type Scrypt = (secret: string, salt: string, length: number, options: typeof cost) => Promise<Buffer>

/** The key that an operator's secret, of any form and length, makes with this state's salt. */
export async function deriveSealKey(secret: string, salt: string): Promise<SealKey> {
  const bytes = await (promisify(scrypt) as Scrypt)(secret, salt, 2 * KEY_BYTES, cost)
  const fingerprint = createHash('sha256').update(bytes.subarray(KEY_BYTES)).digest('base64url')
  return { key: bytes.subarray(0, KEY_BYTES), fingerprint }
}

/** Nonce, tag and cipher text, as base64. */
export function seal(key: Buffer, name: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The text that was sealed; throws where a bit of it, the key or the name is another. */
export function unseal(key: Buffer, name: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const body = NONCE_BYTES + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(name))
    .setAuthTag(bytes.subarray(NONCE_BYTES, body))
  return Buffer.concat([decipher.update(bytes.subarray(body)), decipher.final()]).toString('utf8')
}
