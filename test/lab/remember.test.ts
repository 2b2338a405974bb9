/** The last work: offered, never opened by itself, forgotten as a whole; without a store the lab goes on. */
import { describe, expect, it } from 'vitest'
import { createMemory, type Kept, type Storage } from '../../src/lab/remember/remember.ts'
import { rememberWords } from '../../src/lab/remember/words.ts'

/** A store as browsers have it, for the names of everybody at an address. */
function fakeStorage(
  held: Record<string, string> = {},
): Storage & { held: Record<string, string> } {
  return {
    held,
    get length() {
      return Object.keys(held).length
    },
    key: (nth) => Object.keys(held)[nth] ?? null,
    getItem: (name) => held[name] ?? null,
    setItem(name, value) {
      held[name] = value
    },
    removeItem(name) {
      delete held[name]
    },
  }
}

const work: Kept = {
  link: 'p1.AAAA',
  title: { en: 'TikTok Shop closes', id: 'TikTok Shop tutup' },
  at: 1_700_000_000_000,
}

describe('the memory', () => {
  it('gives back the last work that it was given', () => {
    const memory = createMemory(() => fakeStorage({}))
    expect(memory.last()).toBeUndefined()
    const storage = fakeStorage()
    const same = createMemory(() => storage)
    expect(same.keep({ ...work, link: 'p1.BBBB' })).toBe(true)
    expect(same.keep(work)).toBe(true)
    expect(createMemory(() => storage).last()).toEqual(work)
  })

  it('forgets all that the lab keeps, and nothing of others', () => {
    const storage = fakeStorage({ 'pasar.language': 'id', 'others.name': 'x', pasarzine: 'y' })
    const memory = createMemory(() => storage)
    memory.keep(work)
    expect(memory.forget()).toBe(true)
    expect(storage.held).toEqual({ 'others.name': 'x', pasarzine: 'y' })
    expect(memory.last()).toBeUndefined()
  })

  it('is empty where the browser gives no store, and says that nothing is kept', () => {
    const none = createMemory(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect([none.last(), none.keep(work), none.forget()]).toEqual([undefined, false, false])
  })

  it('is empty where the store takes nothing', () => {
    const full = fakeStorage()
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const memory = createMemory(() => full)
    expect(memory.keep(work)).toBe(false)
    expect(memory.last()).toBeUndefined()
    expect(memory.forget()).toBe(true)
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a number', '7'],
    ['no link', JSON.stringify({ ...work, link: '' })],
    ['a link of another kind', JSON.stringify({ ...work, link: 7 })],
    ['a title in one language', JSON.stringify({ ...work, title: { en: 'x' } })],
    ['a title without end', JSON.stringify({ ...work, title: { en: 'x'.repeat(500), id: 'x' } })],
    ['no time', JSON.stringify({ ...work, at: null })],
    ['more than a link can be', JSON.stringify({ ...work, link: 'A'.repeat(100_000) })],
  ])('takes nothing from %s', (_, text) => {
    const memory = createMemory(() => fakeStorage({ 'pasar.last-work': text }))
    expect(memory.last()).toBeUndefined()
  })

  it('speaks both languages', () => {
    expect(Object.keys(rememberWords.id)).toEqual(Object.keys(rememberWords.en))
    expect(rememberWords.id.offer('Judul', 'hari ini')).toContain('Judul')
  })
})
