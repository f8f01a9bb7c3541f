import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSettings } from '../src/settings.ts'

test("without any variable the package's own folders are used", () => {
  const { briefings, config, logLevel, hasColour } = readSettings({})
  expect([briefings, config].map(existsSync)).toEqual([true, true])
  expect({ logLevel, hasColour }).toEqual({ logLevel: 'info', hasColour: true })
})

test('variables win over the defaults, and an empty one counts as not set', () => {
  const environment = { SITREP_BRIEFINGS: '/b', SITREP_CONFIG: '/c', LOG_LEVEL: 'debug', NO_COLOR: '1' }
  expect(readSettings(environment)).toEqual({ briefings: '/b', config: '/c', logLevel: 'debug', hasColour: false })
  expect(readSettings({ SITREP_BRIEFINGS: '', LOG_LEVEL: '', NO_COLOR: '' })).toEqual(readSettings({}))
})

test('settings cannot be changed', () => {
  expect(Object.isFrozen(readSettings({}))).toBe(true)
})

test('every wrong variable is named, with what it may be', () => {
  expect(() => readSettings({ LOG_LEVEL: 'loud', SITREP_BRIEFINGS: 'a\nb' })).toThrow(
    'SITREP_BRIEFINGS must be the path of a folder; set it otherwise or unset it\n' +
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; set it otherwise or unset it',
  )
})
