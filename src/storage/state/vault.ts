// Secrets, sealed with the operator's key before they reach the database.

import type { Keyv } from 'keyv'
import { PlatformError, SettingsError } from '../../core/errors.ts'
import type { Vault } from '../../core/ports.ts'
import { findOrMakeMeta } from './meta.ts'
import { deriveSealKey, seal, unseal } from './seal.ts'
import type { Query } from './sql.ts'

/** `secret` is the setting SITREP_KEY; without one the vault refuses to keep or find anything. */
export function openVault(values: Keyv, query: Query, salt: string, secret: string | undefined): Vault {
  let opening: Promise<Buffer> | undefined
  const openKey = () => {
    opening ??= readKey(query, salt, secret).catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    put: async (name, value) => {
      await values.set(name, seal(await openKey(), name, JSON.stringify(value)))
    },
    find: async (name) => {
      const sealed = await values.get<string>(name)
      if (sealed === undefined) return undefined
      const key = await openKey()
      try {
        return JSON.parse(unseal(key, name, sealed)) as unknown
      } catch (error) {
        throw new PlatformError(`the secret "${name}" in the state is damaged; remove it and install again`, {
          cause: error,
        })
      }
    },
    remove: async (name) => {
      await values.delete(name)
    },
  }
}

/** The first key that is used is the state's key from then on: secrets of two keys would never all open. */
async function readKey(query: Query, salt: string, secret: string | undefined): Promise<Buffer> {
  if (secret === undefined)
    throw new SettingsError(
      'SITREP_KEY is not set, and secrets are kept only sealed with it: set it to a long random text, such as the output of `openssl rand -base64 32`',
    )
  const { key, fingerprint } = await deriveSealKey(secret, salt)
  if ((await findOrMakeMeta(query, 'key', fingerprint)) !== fingerprint)
    throw new SettingsError(
      'SITREP_KEY is not the key that the secrets in the state were sealed with: set it as it was, or start with another state',
    )
  return key
}
