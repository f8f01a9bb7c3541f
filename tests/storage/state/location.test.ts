import { expect, test } from 'vitest'
import { SettingsError } from '../../../src/core/errors.ts'
import { readLocation } from '../../../src/storage/state/location.ts'

test.each([
  ['state/sitrep.sqlite', 'state/sitrep.sqlite'],
  ['/var/lib/sitrep/state', '/var/lib/sitrep/state'],
  ['sqlite:state/a b.sqlite', 'state/a b.sqlite'],
  ['sqlite:/var/lib/state', '/var/lib/state'],
  ['sqlite:///var/lib/state', '/var/lib/state'],
  ['C:\\sitrep\\state', 'C:\\sitrep\\state'],
])('%s is the file %s', (text, path) => {
  expect(readLocation(text)).toEqual({ kind: 'sqlite', path, name: path })
})

test.each([
  ['postgres://u:p%40ss@db.example:5433/sitrep?sslmode=require', 'postgres://db.example:5433/sitrep'],
  ['postgresql://db.example/sitrep', 'postgres://db.example/sitrep'],
  ['POSTGRES://u:p@db.example/sitrep', 'postgres://db.example/sitrep'],
])('%s is a PostgreSQL database, whose name holds no password', (address, name) => {
  expect(readLocation(address)).toEqual({ kind: 'postgres', address, name })
})

test.each([
  ['redis://u:hunter2@cache.example', 'SITREP_STATE cannot be a redis: address'],
  ['mysql://u:hunter2@db.example/x', 'SITREP_STATE cannot be a mysql: address'],
  ['postgres:/u:hunter2', 'SITREP_STATE is no PostgreSQL address'],
  ['postgres://u:hunter2@db.example:x/y', 'SITREP_STATE is no PostgreSQL address'],
  ['sqlite:', 'SITREP_STATE names no file'],
  ['  ', 'SITREP_STATE names no file'],
  [':memory:', 'SITREP_STATE names no file'],
  ['state\u0000', 'SITREP_STATE names no file'],
])('%j is refused in a line without the password', (text, message) => {
  expect(() => readLocation(text)).toThrow(SettingsError)
  expect(() => readLocation(text)).toThrow(message)
  expect(() => readLocation(text)).not.toThrow('hunter2')
})
