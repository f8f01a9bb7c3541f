// Holds the files by which others run Sitrep against the project: there is no Docker to try them on every machine.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { readPlatformSettings, readSettings, settingNames } from '../src/settings.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

describe('the Dockerfile', () => {
  const dockerfile = read('Dockerfile')
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '))

  test('copies what is there, and nothing else gets into the image', () => {
    expect(copied).toContain('src')
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([])
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect(letIn.sort()).toEqual([...new Set(copied)].sort())
  })
  test('starts what npx starts, on the Node that the project asks for', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: { sitrep: string } }
    expect(dockerfile).toContain(`ENTRYPOINT ["node", "${bin.sitrep}"]`)
    const versions = [...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => version)
    expect(new Set(versions)).toEqual(new Set([read('.node-version').trim()]))
  })
  test('does not run as root', () => {
    expect(dockerfile.lastIndexOf('\nUSER node')).toBeGreaterThan(dockerfile.lastIndexOf('\nRUN '))
  })
  test('sets only what is read', () => {
    const [, block = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(dockerfile) ?? []
    const names = [...block.matchAll(/(\w+)=/g)].map(([, name = '']) => name).filter((name) => name !== 'NODE_ENV')
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !settingNames.includes(name))).toEqual([])
  })
})

describe('.env.example', () => {
  const text = read('.env.example')
  const values = parseEnv(text)

  test('explains every variable that is read, and no other', () => {
    expect(Object.keys(values).sort()).toEqual([...settingNames].sort())
    const unexplained = text.split('\n').filter((line, i, lines) => /^\w+=/.test(line) && lines[i - 1]?.trim() === '')
    expect(unexplained).toEqual([])
  })
  test('as it stands it is the defaults', () => {
    expect(readSettings(values)).toEqual(readSettings({}))
    expect(readPlatformSettings(values)).toEqual(readPlatformSettings({}))
  })
})

test('the compose file runs the image read-only, on a database that it waits for', () => {
  const compose = load(read('config/compose.yaml')) as {
    services: Record<string, { environment: Record<string, string>; volumes: string[] } & Record<string, unknown>>
  }
  const { sitrep, postgres } = compose.services
  expect(sitrep).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    depends_on: { postgres: { condition: 'service_healthy' } },
  })
  expect(postgres?.healthcheck).toBeDefined()
  expect(Object.keys(sitrep?.environment ?? {}).filter((name) => !settingNames.includes(name))).toEqual([])
  const folders = sitrep?.volumes.map((volume) => join(root, 'config', volume.split(':')[0] ?? ''))
  expect(folders?.filter((folder) => !existsSync(folder))).toEqual([])
})
