// What every adapter of Snapshots does.

import { expect, test } from 'vitest'
import type { Snapshots } from '../../src/core/digests/ledger.ts'

export function snapshotsContract(open: () => Promise<Snapshots>): void {
  test('a snapshot is found by its id, and the first under an id stays', async () => {
    const snapshots = await open()
    const long = JSON.stringify(Array.from({ length: 20_000 }, (_, i) => [`fact-${i}`, `revision ${i} 😀`]))
    await snapshots.keep('s1', long)
    await snapshots.keep('s1', 'other')
    expect(await snapshots.find('s1')).toBe(long)
    expect(await snapshots.find('s2')).toBeUndefined()
  })
}
