/**
 * The last work on this computer. It is offered and never opened by itself, and one button forgets everything. Where the
 * browser keeps nothing (a private window, a full disk) the lab works all the same, and says so where it matters.
 */
import type { Language } from '../../report/index.ts'

/** What is used of the browser's store; of a fake one in tests. */
export interface Storage {
  readonly length: number
  key(nth: number): string | null
  getItem(name: string): string | null
  setItem(name: string, value: string): void
  removeItem(name: string): void
}

/** Of everything that the lab keeps: what else the address keeps is left alone. */
const PREFIX = 'pasar.'
const LAST = `${PREFIX}last-work`

export interface Kept {
  /** Hash of a link (`share`), which holds all of it. */
  readonly link: string
  /** What the scenario is called, in both languages. */
  readonly title: Readonly<Record<Language, string>>
  /** When, in milliseconds since 1970. */
  readonly at: number
}

export interface Memory {
  /** The last work; undefined where there is none, or what is there was not written by the lab. */
  last(): Kept | undefined
  /** @returns whether it was kept */
  keep(work: Kept): boolean
  /** Forgets all that the lab keeps at this address. @returns whether nothing is left */
  forget(): boolean
}

/** @param open gives the store, or throws where the browser allows none */
export function createMemory(open: () => Storage): Memory {
  const tried = <T>(use: (storage: Storage) => T, failed: T): T => {
    try {
      return use(open())
    } catch {
      return failed
    }
  }
  return {
    last: () => tried((storage) => workIn(storage.getItem(LAST)), undefined),
    keep: (work) =>
      tried((storage) => {
        storage.setItem(LAST, JSON.stringify(work))
        return true
      }, false),
    forget: () =>
      tried((storage) => {
        for (const name of namesIn(storage)) storage.removeItem(name)
        return namesIn(storage).length === 0
      }, false),
  }
}

const namesIn = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, nth) => storage.key(nth) ?? '').filter((name) =>
    name.startsWith(PREFIX),
  )

/** Longest link and title that are taken: others were not written here. */
const LONGEST = { link: 30_001, title: 400 }

function workIn(text: string | null): Kept | undefined {
  if (text === null || text.length > 2 * LONGEST.link) return undefined
  const value = JSON.parse(text) as Partial<Kept> | null
  const { link, title, at } = value ?? {}
  const isText = (one: unknown, longest: number): one is string =>
    typeof one === 'string' && one !== '' && one.length <= longest
  if (!isText(link, LONGEST.link) || typeof at !== 'number' || !Number.isFinite(at))
    return undefined
  if (!isText(title?.en, LONGEST.title) || !isText(title?.id, LONGEST.title)) return undefined
  return { link, title: { en: title.en, id: title.id }, at }
}
