/** Where finished runs are kept. A study looks here first, so that no run is repeated. */
import type { FullRecord, RunRecord } from './record.ts'

export interface Store {
  /** Whether a whole record is kept under this key. */
  has(key: string): Promise<boolean>
  /** The record; undefined where none is kept, or what is kept cannot be read. */
  get(key: string): Promise<RunRecord | undefined>
  /** Keeps a record, whole or not at all. */
  put(record: FullRecord): Promise<void>
  /** Keys of all whole records, in order. */
  keys(): Promise<string[]>
}

/** A store that lasts as long as the program. */
export function memoryStore(): Store {
  const records = new Map<string, RunRecord>()
  return {
    has: async (key) => records.has(key),
    get: async (key) => records.get(key),
    async put({ agents: _, ...record }) {
      records.set(record.key, record)
    },
    keys: async () => [...records.keys()].sort(),
  }
}

/** The same store, with what it held or was given ready at hand. */
export function remembering(store: Store): Store {
  const near = new Map<string, RunRecord>()
  return {
    ...store,
    has: async (key) => near.has(key) || store.has(key),
    async get(key) {
      const record = near.get(key) ?? (await store.get(key))
      if (record !== undefined) near.set(key, record)
      return record
    },
    async put(record) {
      await store.put(record)
      const { agents: _, ...kept } = record
      near.set(record.key, kept)
    },
  }
}
