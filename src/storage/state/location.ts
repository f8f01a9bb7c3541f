// Where the state lives, as the setting SITREP_STATE says it.

import { SettingsError } from '../../core/errors.ts'

export type Location =
  | { readonly kind: 'sqlite'; readonly path: string; readonly name: string }
  /** The address holds the password; the name does not. */
  | { readonly kind: 'postgres'; readonly address: string; readonly name: string }

/** Reads a path, `sqlite:PATH` or `postgres://…`. */
export function readLocation(text: string): Location {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === 'postgres' || scheme === 'postgresql') return readAddress(text)
  // One letter and a colon is a drive.
  if (scheme !== undefined && scheme !== 'sqlite')
    throw new SettingsError(
      `SITREP_STATE cannot be a ${scheme}: address; give the path of a file, or postgres://user:password@host/database`,
    )
  const path = scheme === undefined ? text : text.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')
  if (path.trim() === '' || /\p{Cc}/u.test(path) || path.startsWith(':'))
    throw new SettingsError('SITREP_STATE names no file; give its path, such as state/sitrep.sqlite')
  return { kind: 'sqlite', path, name: path }
}

function readAddress(text: string): Location {
  const url = URL.parse(text)
  if (url === null || url.hostname === '')
    throw new SettingsError('SITREP_STATE is no PostgreSQL address; write postgres://user:password@host:5432/database')
  return { kind: 'postgres', address: text, name: `postgres://${url.host}${url.pathname}` }
}
