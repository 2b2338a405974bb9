/** What holds for every store of runs, whatever it is made of. */
import { beforeAll, describe, expect, it } from 'vitest'
import { createMarket } from '../../../src/market/index.ts'
import {
  answer,
  type FullRecord,
  inThisThread,
  type RunRecord,
  type Store,
} from '../../../src/study/index.ts'
import { tiny } from '../tiny.ts'

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
})

/** Records of a real study: of a baseline, and of policies with their agents. */
async function records(): Promise<FullRecord[]> {
  const question = tiny()
  const windows = [{ name: 'late', from: 31, to: 40 }]
  const policies = question.policies.map((arm) => ({ ...arm, windows, proved: 5 }))
  const found: FullRecord[] = []
  await answer({ ...question, policies }, here, { record: (one) => found.push(one) })
  return found
}

const { baseline, policies, ...others } = tiny(2)

export function conformsAsStore(name: string, open: () => Store, again?: (store: Store) => Store) {
  describe(`a store: ${name}`, () => {
    let made: readonly FullRecord[] = []
    beforeAll(async () => {
      made = await records()
    })
    const plain = ({ agents: _, ...record }: FullRecord): RunRecord => ({
      ...record,
      result: { ...record.result, milliseconds: 0 },
    })

    it('has nothing at first', async () => {
      const store = open()
      expect(await store.keys()).toEqual([])
      expect(await store.has(made[0].key)).toBe(false)
      expect(await store.get(made[0].key)).toBeUndefined()
    })

    it('gives back what was put, to the bit', async () => {
      const store = open()
      for (const record of made) await store.put(record)
      expect(await store.keys()).toEqual(made.map(({ key }) => key).sort())
      for (const record of made) {
        expect(await store.has(record.key)).toBe(true)
        const kept = (await store.get(record.key))!
        expect(plain(kept)).toEqual(plain(record))
        expect(kept.result.values).toEqual(record.result.values)
      }
    })

    it('keeps one record under one key, however often it is put', async () => {
      const store = open()
      await store.put(made[0])
      await store.put(made[0])
      expect(await store.keys()).toEqual([made[0].key])
    })

    it('lets a study run only what it does not have', async () => {
      const store = open()
      const asked = { baseline, policies, ...others }
      const [early] = policies
      const first = await answer({ ...asked, policies: [early], runs: 1 }, here, { store })
      const began: number[][] = []
      let ran = 0
      const all = await answer(asked, here, {
        store,
        record: () => ran++,
        began: ({ asked: of, known, days }) => began.push([of, known, days]),
      })
      // Two scenarios are known of run 1: of it the other policy is left, and all of run 2.
      expect(ran).toBe(4)
      expect(began[0].slice(0, 2)).toEqual([6, 2])
      const fresh = await answer(asked, here)
      expect(all.results.map(({ stateHash }) => stateHash)).toEqual(
        fresh.results.map(({ stateHash }) => stateHash),
      )
      expect(all.results.map(({ values }) => values)).toEqual(
        fresh.results.map(({ values }) => values),
      )
      expect(first.results).toHaveLength(2)
      let more = 0
      await answer(asked, here, { store, record: () => more++ })
      expect(more).toBe(0)
    })

    if (again)
      it('has what it had when it is opened again', async () => {
        const store = open()
        for (const record of made) await store.put(record)
        const later = again(store)
        expect(await later.keys()).toEqual(await store.keys())
        expect(plain((await later.get(made[0].key))!)).toEqual(plain(made[0]))
      })
  })
}
