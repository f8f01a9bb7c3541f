// Keyv's storage over the state's database. Keyv makes texts of the values and says when they expire; each Keyv has a
// store of its own, which keeps its namespace apart from the others'.

import { Hookified } from 'hookified'
import { type KeyvStorageAdapter, type KeyvStorageEntry, keyvStorageCapability } from 'keyv'
import type { Clock } from '../../core/ports.ts'
import { insertRows, type Query, textOf } from './sql.ts'

export class SqlStore extends Hookified implements KeyvStorageAdapter {
  namespace: string | undefined
  readonly #query: Query
  readonly #clock: Clock

  constructor(query: Query, clock: Clock) {
    super()
    this.#query = query
    this.#clock = clock
  }

  get capabilities() {
    return keyvStorageCapability(this)
  }

  // The interface leaves the choice of type to its caller; Keyv chooses the text that it gave to `set`.
  async get<Value>(key: string) {
    const [value] = await this.getMany<Value>([key])
    return value
  }

  async getMany<Value>(keys: string[]) {
    const found = await this.#find(keys)
    return keys.map((key) => found.get(this.#idOf(key)) as Value & string)
  }

  async has(key: string) {
    return (await this.#find([key])).size > 0
  }

  async hasMany(keys: string[]) {
    const found = await this.#find(keys)
    return keys.map((key) => found.has(this.#idOf(key)))
  }

  async set(key: string, value: unknown, expires?: number) {
    await this.setMany([expires === undefined ? { key, value } : { key, value, expires }])
    return true
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]) {
    // A statement may not name a row twice: of entries with the same key the last holds.
    const rows = new Map(
      entries.map(({ key, value, expires }) => [
        this.#idOf(key),
        [this.#idOf(key), String(value), expires ?? null] as const,
      ]),
    )
    const overwrite = 'ON CONFLICT (id) DO UPDATE SET value = excluded.value, expires = excluded.expires'
    await insertRows(this.#query, 'sitrep_values', ['id', 'value', 'expires'], [...rows.values()], overwrite)
    return entries.map(() => true)
  }

  async delete(key: string) {
    const removed = await this.#query('DELETE FROM sitrep_values WHERE id = $1 RETURNING id', this.#idOf(key))
    return removed.length > 0
  }

  async deleteMany(keys: string[]) {
    return Promise.all(keys.map((key) => this.delete(key)))
  }

  async clear() {
    const prefix = this.#idOf('')
    await this.#query('DELETE FROM sitrep_values WHERE substr(id, 1, $1) = $2', prefix.length, prefix)
  }

  async #find(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#query(
      `SELECT id, value FROM sitrep_values
       WHERE id IN (${keys.map((_, i) => `$${i + 2}`).join(', ')}) AND (expires IS NULL OR expires > $1)`,
      this.#clock.now().getTime(),
      ...keys.map((key) => this.#idOf(key)),
    )
    return new Map(rows.map((row) => [textOf(row, 'id'), textOf(row, 'value')]))
  }

  #idOf(key: string): string {
    return `${encodeURIComponent(this.namespace ?? '')}:${key}`
  }
}
