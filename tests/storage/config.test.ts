import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { configSchema } from '../../src/core/config.ts'
import { readConfig } from '../../src/storage/config.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-config-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(text: string) {
  await writeFile(join(folder, 'sitrep.yaml'), text)
  return readConfig(folder)
}

test('the file that comes with the project says what the defaults are', async () => {
  const defaults = configSchema.parse({})
  expect(await readConfig(join(import.meta.dirname, '../../config'))).toEqual(defaults)
  expect(await readConfig(join(folder, 'nowhere'))).toEqual(defaults)
  expect(await read('# nothing\n')).toEqual(defaults)
})

test('what is set wins, and the rest keeps its default', async () => {
  const { limits, slack } = await read(
    'limits:\n  user: { times: 5, seconds: 10 }\nslack:\n  commands: { whois: who }\n',
  )
  expect(limits.user).toEqual({ times: 5, seconds: 10 })
  expect(limits.channel).toEqual({ times: 600, seconds: 60 })
  expect(slack).toEqual({ commands: { whois: 'who' }, managers: [] })
})

test.each([
  ['limit: {}', ':1: there is no setting "limit"'],
  ['\nslack:\n  boss: [U1]', ':3: slack: there is no setting "boss"'],
  ['\nlimits:\n  user: { times: 0, seconds: 1 }', ':3: limits.user.times: must be more than'],
  ['slack:\n  managers: [ann]', ":2: slack.managers.0: must be a user's id"],
  ['slack:\n  commands:\n    whois: whom', ':3: slack.commands.whois: must be one of: who, what'],
  ['a: [', ':1: is not valid YAML'],
])('%j is refused by line', async (text, message) => {
  await expect(read(text)).rejects.toThrow(`${join(folder, 'sitrep.yaml')}${message}`)
})
