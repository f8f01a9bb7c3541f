// What every adapter of Vault does.

import { expect, test } from 'vitest'
import type { Vault } from '../../src/core/ports.ts'

const secret = { team: { id: 'T1' }, bot: { token: 'not-a-token', scopes: ['commands'] }, enterprise: null }

export function vaultContract(open: () => Promise<Vault>): void {
  test('a secret comes back as it was put, until it is put anew or removed', async () => {
    const vault = await open()
    await vault.put('slack/T1', secret)
    await vault.put('slack/T2', 'плохо 😀')
    expect(await vault.find('slack/T1')).toEqual(secret)
    expect(await vault.find('slack/T2')).toBe('плохо 😀')
    await vault.put('slack/T1', { ...secret, enterprise: 'E1' })
    expect(await vault.find('slack/T1')).toEqual({ ...secret, enterprise: 'E1' })
    await vault.remove('slack/T1')
    expect(await vault.find('slack/T1')).toBeUndefined()
    expect(await vault.find('slack/T2')).toBe('плохо 😀')
  })

  test('what is not there is not found, and removing it is no error', async () => {
    const vault = await open()
    expect(await vault.find('slack/T9')).toBeUndefined()
    await vault.remove('slack/T9')
  })
}
