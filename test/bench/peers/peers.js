/** Steps one small market by each peer and prints how fast they were: node peers.js AGENTS TURNS. */
import { readFileSync } from 'node:fs'
import { Agent, Environment } from 'flocc'
import {
  BUYERS,
  draw,
  FIRST_PRICE,
  LOOKS,
  nextPrice,
  qualityOf,
  sellerOf,
  tasteOf,
} from './market.js'

// As it is loaded agentscript asks for a canvas, as pages have it. Nothing here draws.
globalThis.OffscreenCanvas ??= class {
  getContext() {
    return {}
  }
}
const { Model } = await import('agentscript')

const [agents, turns] = process.argv.slice(2).map(Number)
const sellers = Math.max(1, Math.round(agents / (BUYERS + 1)))
const buyers = sellers * BUYERS
const TICKS = 10

/** The seller that a buyer likes best, of those whom `of` finds by their number. */
function best(tick, buyer, of) {
  let chosen
  let highest = -Infinity
  for (let look = 0; look < LOOKS; look++) {
    const word = draw(tick, buyer, look)
    const seller = of(sellerOf(word, sellers))
    const utility = seller.quality - seller.price + tasteOf(word)
    if (utility > highest) {
      highest = utility
      chosen = seller
    }
  }
  return chosen
}

function objects() {
  const all = Array.from({ length: sellers }, (_, seller) => ({
    ...{ quality: qualityOf(seller), price: FIRST_PRICE, sold: 0, total: 0 },
  }))
  const people = Array.from({ length: buyers }, (_, number) => ({ number }))
  const of = (number) => all[number]
  let tick = 0
  return {
    step() {
      for (const { number } of people) best(tick, number, of).sold++
      for (const seller of all) {
        seller.price = nextPrice(seller.price, seller.sold)
        seller.total += seller.sold * seller.price
        seller.sold = 0
      }
      tick++
    },
    total: () => all.reduce((sum, one) => sum + one.total, 0),
  }
}

function columns() {
  const quality = Float64Array.from({ length: sellers }, (_, seller) => qualityOf(seller))
  const price = new Float64Array(sellers).fill(FIRST_PRICE)
  const [sold, totals] = [new Int32Array(sellers), new Float64Array(sellers)]
  let tick = 0
  return {
    step() {
      for (let buyer = 0; buyer < buyers; buyer++) {
        let chosen = 0
        let highest = -Infinity
        for (let look = 0; look < LOOKS; look++) {
          const word = draw(tick, buyer, look)
          const seller = sellerOf(word, sellers)
          const utility = quality[seller] - price[seller] + tasteOf(word)
          if (utility > highest) {
            highest = utility
            chosen = seller
          }
        }
        sold[chosen]++
      }
      for (let seller = 0; seller < sellers; seller++) {
        price[seller] = nextPrice(price[seller], sold[seller])
        totals[seller] += sold[seller] * price[seller]
        sold[seller] = 0
      }
      tick++
    },
    total: () => totals.reduce((sum, one) => sum + one, 0),
  }
}

function flocc() {
  const environment = new Environment()
  const shops = []
  let tick = 0
  const of = (number) => shops[number]
  for (let number = 0; number < buyers; number++) {
    const buyer = new Agent()
    buyer.set('tick', () => {
      best(tick, number, of).sold++
    })
    environment.addAgent(buyer)
  }
  for (let number = 0; number < sellers; number++) {
    const seller = new Agent()
    Object.assign(seller, { quality: qualityOf(number), price: FIRST_PRICE, sold: 0, total: 0 })
    seller.set('tick', (one) => {
      one.price = nextPrice(one.price, one.sold)
      one.total += one.sold * one.price
      one.sold = 0
    })
    shops.push(seller)
    environment.addAgent(seller)
  }
  return {
    step() {
      // Agents in the order in which they were added: buyers first.
      environment.tick({ activation: 'uniform', activationCount: 1, randomizeOrder: false })
      tick++
    },
    total: () => shops.reduce((sum, one) => sum + one.total, 0),
  }
}

function agentscript() {
  class Market extends Model {
    setup() {
      this.turtleBreeds('buyers sellers')
      this.buyers.create(buyers, (buyer) => {
        buyer.number = buyer.id
      })
      this.sellers.create(sellers, (seller) => {
        const number = seller.id - buyers
        Object.assign(seller, { quality: qualityOf(number), price: FIRST_PRICE })
        Object.assign(seller, { sold: 0, total: 0 })
      })
      this.now = 0
    }
    step() {
      const of = (number) => this.sellers[number]
      this.buyers.ask((buyer) => {
        best(this.now, buyer.number, of).sold++
      })
      this.sellers.ask((seller) => {
        seller.price = nextPrice(seller.price, seller.sold)
        seller.total += seller.sold * seller.price
        seller.sold = 0
      })
      this.now++
    }
  }
  const model = new Market({ minX: 0, maxX: 1, minY: 0, maxY: 1 })
  model.setup()
  return {
    step: () => model.step(),
    total: () => [...model.sellers].reduce((sum, one) => sum + one.total, 0),
  }
}

/** Processor time of this process, seconds. */
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const versionOf = (name) =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version

const PEERS = [
  { name: 'flocc', version: versionOf('flocc'), make: flocc },
  { name: 'agentscript', version: versionOf('agentscript'), make: agentscript },
  { name: 'plain objects', make: objects },
  { name: 'typed columns, as here', make: columns },
]

const found = PEERS.map(({ name, version, make }) => {
  const paces = []
  let total = 0
  for (let turn = 0; turn < turns + 1; turn++) {
    const market = make()
    const began = spent()
    for (let tick = 0; tick < TICKS; tick++) market.step()
    paces.push((TICKS * (buyers + sellers)) / 1e6 / (spent() - began))
    total = market.total()
  }
  return { name, version, pace: Math.max(...paces), sold: total }
})
console.log(JSON.stringify(found))
