import { describe, expect, it } from 'vitest'
import { KIND, STATE, sellers, today } from '../../src/market/populations/index.ts'
import { wholesale } from '../../src/market/rules/money/wholesale.ts'
import { inventory } from '../../src/market/rules/trade/inventory.ts'
import { production } from '../../src/market/rules/trade/production.ts'
import { categories, firms, households } from '../../src/market/tables/index.ts'
import { type Bench, bench, rowsWhere, sum, village } from './bench.ts'

const TUESDAY = 1

function yard(): Bench {
  const desk = bench(village())
  desk.of(today.weekday)[0] = TUESDAY
  desk.of(sellers.state).fill(STATE.active)
  return desk
}

const first = (desk: Bench, kind: number, madeToOrder = 0) =>
  rowsWhere(
    desk.count.sellers,
    (seller) =>
      desk.of(sellers.kind)[seller] === kind &&
      desk.of(sellers.madeToOrder)[seller] === madeToOrder,
  )[0]

describe('production for stock', () => {
  /** Output of a producer with given demand, stock, labour and cash. */
  function output(expected: number, stock: number, labour: number, cash = 1e9): number {
    const desk = yard()
    const maker = first(desk, KIND.producer)
    desk.of(sellers.expected)[maker] = expected
    desk.of(sellers.stock)[maker] = stock
    desk.of(sellers.family)[maker] = labour
    desk.of(sellers.paid)[maker] = 0
    desk.of(sellers.cash)[maker] = cash
    desk.of(categories.productivity).fill(22)
    desk.of(categories.materialCost).fill(24)
    desk.step(production, TUESDAY)
    expect(desk.of(sellers.materials)[maker]).toBeCloseTo(24 * desk.of(sellers.produced)[maker], 9)
    return desk.of(sellers.produced)[maker]
  }

  it('follows demand where stock is at its target of three weeks', () => {
    expect(output(70, 210, 100)).toBeCloseTo(10, 9)
  })

  it('closes a third of the gap in stock in a week', () => {
    expect(output(70, 0, 100)).toBeCloseTo((70 + 210 / 3) / 7, 9)
    expect(output(70, 300, 100)).toBeCloseTo((70 - 90 / 3) / 7, 9)
  })

  it('stops where there is too much', () => {
    expect(output(70, 2000, 100)).toBe(0)
  })

  it('is limited by labour, and by the cash for materials', () => {
    expect(output(70, 210, 1.4)).toBeCloseTo((22 * 1.4) / 7, 9)
    expect(output(70, 210, 100, 48)).toBeCloseTo(2, 9)
    expect(output(70, 210, 100, -48)).toBe(0)
  })

  it('is that of producers at work alone', () => {
    const desk = yard()
    desk.of(sellers.expected).fill(70)
    desk.of(sellers.stock).fill(0)
    desk.of(sellers.cash).fill(1e9)
    const maker = first(desk, KIND.producer)
    desk.of(sellers.state)[maker] = STATE.idle
    desk.step(production, TUESDAY)
    const produced = desk.of(sellers.produced)
    expect(produced[maker]).toBe(0)
    for (const seller of rowsWhere(
      desk.count.sellers,
      (row) => desk.of(sellers.kind)[row] !== KIND.producer,
    ))
      expect(produced[seller]).toBe(0)
    expect(sum(produced)).toBeGreaterThan(0)
  })
})

describe('production to order', () => {
  it('works off the backlog as far as labour goes and quotes the wait', () => {
    const desk = yard()
    const maker = first(desk, KIND.producer, 1)
    desk.of(sellers.backlog)[maker] = 30
    desk.of(sellers.soldToday)[maker] = 5
    desk.of(sellers.family)[maker] = 1
    desk.of(sellers.paid)[maker] = 0
    desk.of(categories.productivity).fill(14)
    desk.step(production, TUESDAY)
    expect(desk.of(sellers.produced)[maker]).toBe(2)
    expect(desk.of(sellers.backlog)[maker]).toBe(33)
    expect(desk.of(sellers.wait)[maker]).toBeCloseTo(33 / 14, 6)
  })

  it('makes no more than was ordered', () => {
    const desk = yard()
    const maker = first(desk, KIND.producer, 1)
    desk.of(sellers.backlog)[maker] = 0.5
    desk.of(sellers.soldToday)[maker] = 0
    desk.of(sellers.family)[maker] = 10
    desk.step(production, TUESDAY)
    expect(desk.of(sellers.produced)[maker]).toBe(0.5)
    expect(desk.of(sellers.backlog)[maker]).toBe(0)
  })
})

describe('orders of an entrant', () => {
  it.each([
    [0, 5],
    [1, 35],
  ])(
    'on weekday %i leave %i to be made: only on his first day he sheds what his predecessor owed',
    (weekday, due) => {
      const desk = yard()
      const maker = first(desk, KIND.producer, 1)
      desk.of(today.weekday)[0] = weekday
      desk.of(sellers.entrant)[maker] = 1
      desk.of(sellers.backlog)[maker] = 30
      desk.of(sellers.soldToday)[maker] = 5
      desk.of(sellers.family)[maker] = 0
      desk.of(sellers.paid)[maker] = 0
      desk.step(production, weekday)
      expect(desk.of(sellers.backlog)[maker]).toBe(due)
    },
  )
})

describe('inventory', () => {
  /** Stock and imported share of a merchant after a day. */
  function nextDay(weekday: number, flows: Record<string, number>) {
    const desk = yard()
    const shop = first(desk, KIND.reseller)
    desk.of(today.weekday)[0] = weekday
    for (const [name, amount] of Object.entries(flows))
      desk.of(sellers.columns[name])[shop] = amount
    desk.step(inventory, weekday)
    return {
      stock: desk.of(sellers.stock)[shop],
      foreign: desk.of(sellers.foreign)[shop],
      spoiled: desk.of(sellers.spoiled)[shop],
    }
  }

  it('adds what is made and received, and takes off what is sold and shipped', () => {
    const flows = { stock: 100, produced: 7, received: 20, soldToday: 12, shipped: 30 }
    expect(nextDay(0, flows).stock).toBe(85)
  })

  it('receives and ships on Mondays', () => {
    expect(nextDay(3, { stock: 100, received: 20, shipped: 30, soldToday: 1 }).stock).toBe(99)
  })

  it('mixes the origin of what is kept and what comes', () => {
    const mixed = nextDay(0, { stock: 30, received: 10, soldToday: 0, foreign: 0, source: 1 })
    expect(mixed.foreign).toBeCloseTo(0.25, 12)
    expect(nextDay(0, { stock: 30, received: 0, foreign: 0.4, source: 1 }).foreign).toBe(0.4)
  })

  it('writes off the stock of a firm that left', () => {
    expect(nextDay(2, { stock: 30, state: STATE.exited })).toMatchObject({ stock: 0, spoiled: 30 })
  })

  it('forgives rounding, and nothing more', () => {
    expect(nextDay(2, { stock: 1, soldToday: 1 + 1e-12 }).stock).toBe(0)
    expect(nextDay(2, { stock: 1, soldToday: 2 }).stock).toBe(-1)
  })
})

describe('wholesale', () => {
  /** Two shops of different size behind one producer. */
  function chain(stock: number): { desk: Bench; maker: number; shops: number[] } {
    const desk = yard()
    const maker = first(desk, KIND.producer)
    const shops = rowsWhere(
      desk.count.sellers,
      (row) => desk.of(sellers.kind)[row] === KIND.reseller,
    ).slice(0, 2)
    desk.of(sellers.supplier).fill(-1)
    desk.of(sellers.importSupplier).fill(-1)
    desk.of(sellers.source).fill(0)
    desk.of(sellers.wholesalePrice).fill(40)
    desk.of(sellers.cash).fill(1e9)
    desk.of(sellers.weight).fill(10)
    desk.of(sellers.weight)[maker] = 4
    desk.of(households.orders)[0] = 1
    shops.forEach((shop, nth) => {
      desk.of(sellers.supplier)[shop] = maker
      desk.of(sellers.expected)[shop] = 10 * (nth + 1)
      desk.of(sellers.stock)[shop] = 5
      desk.of(sellers.onOrder)[shop] = 3
    })
    desk.of(sellers.stock)[maker] = stock
    desk.step(wholesale, 7)
    return { desk, maker, shops }
  }

  it('orders up to four weeks of demand', () => {
    const { desk, maker, shops } = chain(1e6)
    expect(shops.map((shop) => desk.of(sellers.onOrder)[shop])).toEqual([40 - 8, 80 - 8])
    expect(desk.of(sellers.wanted)[maker]).toBe(((32 + 72) * 10) / 4)
    expect(desk.of(firms.leadTime)[0] + 1 + desk.of(firms.safetyStock)[0]).toBe(4)
  })

  it('receives what was on the way', () => {
    const { desk, shops } = chain(1e6)
    expect(shops.map((shop) => desk.of(sellers.received)[shop])).toEqual([3, 3])
  })

  it('ships all the same share where the supplier is short', () => {
    const { desk, maker, shops } = chain(65)
    expect(desk.of(sellers.shipped)[maker]).toBeCloseTo(65, 9)
    const [one, other] = shops.map((shop) => desk.of(sellers.onOrder)[shop])
    expect(one / 32).toBeCloseTo(65 / 260, 12)
    expect(other / 72).toBeCloseTo(65 / 260, 12)
  })

  it.each([0, 13, 260, 1e6])('loses no goods and no money with %d pieces in stock', (stock) => {
    const { desk, maker, shops } = chain(stock)
    const of = (column: Parameters<Bench['of']>[0]) =>
      sum(shops.map((shop) => desk.of(column)[shop] * 10))
    expect(of(sellers.onOrder)).toBeCloseTo(desk.of(sellers.shipped)[maker] * 4, 6)
    expect(of(sellers.purchases)).toBeCloseTo(desk.of(sellers.wholesaleIncome)[maker] * 4, 6)
    expect(of(sellers.purchases)).toBeCloseTo(of(sellers.onOrder) * 40, 6)
    expect(desk.of(sellers.shipped)[maker]).toBeLessThanOrEqual(stock)
  })
})

describe('goods from abroad', () => {
  /** An importer with a hundred pieces on the way and no use for more. */
  function importer(flags: Record<string, number>) {
    const desk = yard()
    const trader = first(desk, KIND.importer)
    desk.of(sellers.onOrder)[trader] = 100
    desk.of(sellers.stock)[trader] = 1e6
    desk.of(sellers.unitCost)[trader] = 10
    for (const [name, value] of Object.entries(flags))
      desk.of(sellers.columns[name])[trader] = value
    desk.step(wholesale, 7)
    const [received, onOrder, lost] = [sellers.received, sellers.onOrder, sellers.lost].map(
      (column) => desk.of(column)[trader],
    )
    return { received, onOrder, lost }
  }

  it('arrive by a share each week, and the rest stays on the way', () => {
    const { received, onOrder, lost } = importer({})
    expect(received).toBeCloseTo(100 * (1 - Math.exp(-1 / 5)), 9)
    expect(received + onOrder).toBeCloseTo(100, 9)
    expect(lost).toBe(0)
  })

  it('are written off where an entrant takes the place of who ordered them', () => {
    expect(importer({ entrant: 1, expected: 0 })).toMatchObject({ received: 0, lost: 100 })
  })

  it('still arrive where he has just left', () => {
    const { received, onOrder, lost } = importer({ state: STATE.exited })
    expect(received + onOrder).toBeCloseTo(100, 9)
    expect(lost).toBe(0)
  })
})
