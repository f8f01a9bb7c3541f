import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { PlatformError, SettingsError } from '../../../src/core/errors.ts'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openState } from '../../../src/storage/state/openState.ts'
import { deriveSealKey, seal, unseal } from '../../../src/storage/state/seal.ts'
import { clock } from '../../contracts/theClock.ts'
import { newFile } from '../../fakes/backends.ts'

const key = 'a key for tests'
const secret = { token: 'not-a-token-but-secret' }

async function withVault<T>(place: string, usedKey: string | undefined, work: (vault: Vault) => Promise<T>) {
  const state = await openState(place, { clock, key: usedKey })
  try {
    return await work(state.vault)
  } finally {
    await state.close()
  }
}
type Vault = Awaited<ReturnType<typeof openState>>['vault']

describe('the vault', () => {
  test('opens again after a restart with the same key', async () => {
    const place = await newFile()
    await withVault(place, key, (vault) => vault.put('slack/T1', secret))
    expect(await withVault(place, key, (vault) => vault.find('slack/T1'))).toEqual(secret)
  })

  test('leaves no secret on the disk, and no key', async () => {
    const place = await newFile()
    await withVault(place, key, (vault) => vault.put('slack/T1', secret))
    const bytes = (await readFile(place)).toString('latin1')
    expect(bytes).toContain('slack/T1')
    expect(bytes).not.toContain(secret.token)
    expect(bytes).not.toContain(key)
  })

  test('refuses another key, for keeping and for finding, and says so', async () => {
    const place = await newFile()
    await withVault(place, key, (vault) => vault.put('slack/T1', secret))
    await withVault(place, 'another key', async (vault) => {
      for (const attempt of [() => vault.find('slack/T1'), () => vault.put('slack/T2', secret)]) {
        await expect(attempt()).rejects.toThrow(SettingsError)
        await expect(attempt()).rejects.toThrow(
          'SITREP_KEY is not the key that the secrets in the state were sealed with',
        )
      }
    })
  })

  test('refuses to keep or find secrets without a key, and says how to make one', async () => {
    const place = await newFile()
    await withVault(place, key, (vault) => vault.put('slack/T1', secret))
    await withVault(place, undefined, async (vault) => {
      for (const attempt of [() => vault.find('slack/T1'), () => vault.put('slack/T2', secret)]) {
        await expect(attempt()).rejects.toThrow(SettingsError)
        await expect(attempt()).rejects.toThrow(/^SITREP_KEY is not set.*openssl rand/)
      }
      expect(await vault.find('slack/T9')).toBeUndefined()
      await vault.remove('slack/T1')
    })
  })

  test('does not take one secret for another, or a damaged one for whole', async () => {
    const place = await newFile()
    await withVault(place, key, async (vault) => {
      await vault.put('slack/T1', secret)
      await vault.put('slack/T2', { token: 'other' })
    })
    const database = await openDatabase(place)
    const swap = `SELECT value FROM sitrep_values WHERE id = 'secret:slack/T2'`
    await database.query(`UPDATE sitrep_values SET value = (${swap}) WHERE id = 'secret:slack/T1'`)
    await database.close()
    await withVault(place, key, async (vault) => {
      await expect(vault.find('slack/T1')).rejects.toThrow(PlatformError)
      await expect(vault.find('slack/T1')).rejects.toThrow('the secret "slack/T1" in the state is damaged')
      expect(await vault.find('slack/T2')).toEqual({ token: 'other' })
    })
  })
})

describe('a seal', () => {
  test('opens with its key and name, and with no other, and no bit of it can be another', async () => {
    const [right, wrong] = await Promise.all([deriveSealKey(key, 'salt'), deriveSealKey(key, 'other salt')])
    const sealed = seal(right.key, 'name', 'text 😀')
    expect(unseal(right.key, 'name', sealed)).toBe('text 😀')
    expect(() => unseal(wrong.key, 'name', sealed)).toThrow()
    expect(() => unseal(right.key, 'nam', sealed)).toThrow()
    const bytes = Buffer.from(sealed, 'base64')
    for (const [i] of bytes.entries()) {
      const bent = Buffer.from(bytes)
      bent[i] = (bent[i] ?? 0) ^ 1
      expect(() => unseal(right.key, 'name', bent.toString('base64'))).toThrow()
      expect(() => unseal(right.key, 'name', bytes.subarray(0, i).toString('base64'))).toThrow()
    }
  })

  test('of the same text is another each time', async () => {
    const { key: bytes } = await deriveSealKey(key, 'salt')
    expect(seal(bytes, 'name', 'text')).not.toBe(seal(bytes, 'name', 'text'))
  })
})
