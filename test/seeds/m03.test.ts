/** M3: capacity-limited programmes of training, licences, onboarding and equipment. */
import { describe, expect, it } from 'vitest'
import { rowOf } from '../../src/market/index.ts'
import { sellers } from '../../src/market/populations/index.ts'
import { crowded, mean, ran, small, TURN } from './small.ts'

const SLOW = { timeout: 120_000 }
const DAYS = 22 * 7
const PLACES = 5000
const more = crowded('banyuwangi')
const from = [`policies.programme.effective=${TURN}`, 'policies.programme.until=2022-11-28']

describe('mentoring in Banyuwangi', SLOW, () => {
  const input = small(
    'clusters/banyuwangi',
    DAYS,
    ...more,
    ...from,
    `policies.programme.slots=${PLACES}`,
  )
  const none = small('indonesia-2023', DAYS, ...more)
  const [with_, without] = [input, none].map((one) => ran(one))
  const programme = rowOf(input, 'programmes', 'banyuwangi')
  const cluster = rowOf(input, 'clusters', 'banyuwangi-assisted') + 1
  const P = input.tables.programmes.length
  const taken = (row: number) => with_.world.view(sellers.joined)[row * P + programme] === 1

  it('takes firms of its cluster alone, no more than its places and a row of firms', () => {
    const weight = with_.world.view(sellers.weight)
    const rows = Array.from(weight.keys()).filter(taken)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(with_.world.view(sellers.cluster)[row]).toBe(cluster)
    const firms = rows.reduce((sum, row) => sum + weight[row], 0)
    expect(firms).toBeLessThanOrEqual(PLACES * 13 + Math.max(...rows.map((row) => weight[row])))
  })

  it('changes what it says in those it changes, and in nobody else', () => {
    const [trained, licence, equipped] = [sellers.trained, sellers.licence, sellers.equipped].map(
      (column) => with_.world.view(column),
    )
    let changed = 0
    for (let row = 0; row < trained.length; row++) {
      if (licence[row] > 0) {
        changed++
        expect(taken(row)).toBe(true)
        expect(trained[row]).toBeGreaterThan(0.09)
        // A tenth more output and half a log odd of a licence are more than programmes do: a part of each.
        expect(equipped[row]).toBeGreaterThan(0)
        expect(equipped[row]).toBeLessThan(0.02)
        expect(licence[row]).toBeLessThan(Math.log(1.047))
      } else expect(trained[row] + equipped[row]).toBe(0)
    }
    expect(changed).toBeGreaterThan(0)
  })

  it('costs the state what its firms cost', () => {
    const firms = mean(with_, 'firms in a programme', { kind: 'banyuwangi' }, DAYS - 1, DAYS)
    let spent = 0
    for (let day = 0; day < DAYS; day += 7)
      spent += mean(with_, 'cost of programmes', {}, day, day + 1) * 1000
    expect(firms).toBeGreaterThan(0)
    expect(spent / firms).toBeCloseTo(11700, 3)
    expect(mean(without, 'cost of programmes', {}, 0, DAYS)).toBe(0)
  })
})

describe('a programme without places', SLOW, () => {
  it('leaves every bit as it was', () => {
    const nothing = small('clusters/banyuwangi', 90, ...from, 'policies.programme.slots=0')
    expect(ran(nothing).stateHash()).toBe(ran(small('indonesia-2023', 90)).stateHash())
  })
})
