import { once } from 'node:events'
import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { write } from '../../../src/platforms/terminal/terminal.ts'

test('what has failed is not waited for', async () => {
  const broken = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => done(new Error('disk full')) })
  const failed = once(broken, 'error')
  await expect(write(broken, 'one')).rejects.toThrow('disk full')
  await failed
  await expect(write(broken, 'two')).rejects.toThrow('disk full')
})
