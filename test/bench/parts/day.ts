import { median } from 'simple-statistics'
import { createMarket } from '../../../src/market/index.ts'
import { blocks } from '../../../src/market/populations/index.ts'
import { agentsOf, country } from '../country.ts'
import type { Figure, Part } from '../part.ts'
import { RULES } from '../twin/state.ts'

const WARM_UP = 140
const STRETCHES = 10
const STRETCH = 28
/** Rules whose share of time is told. */
const TOLD = 14

/** Processor time of this process, milliseconds: others may use the machine. */
function clock(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** One market on one core, when all is compiled. */
export const day: Part = {
  name: 'day',
  about:
    'A day of the market on one core, when all is compiled, in processor time, and what takes it',
  async measure(asked) {
    const input = country(asked)
    const [warmUp, stretches, days] = asked.tiny ? [4, 2, 2] : [WARM_UP, STRETCHES, STRETCH]
    const market = createMarket(input, 'bench', { clock, record: false })
    market.run(warmUp)
    const before = { ...market.spent }
    const shopped = () => RULES.reduce((sum, { name }) => sum + market.spent[name], 0)
    const found = market.world.view(blocks.occasions)
    const paces = Array.from({ length: stretches }, (_, nth) => {
      let occasions = 0
      const [began, earlier] = [clock(), shopped()]
      market.run(warmUp + (nth + 1) * days, () => {
        for (let block = 0; block < found.length; block++) occasions += found[block]
      })
      return { occasions, total: clock() - began, shopping: shopped() - earlier }
    })
    const rates = (time: 'shopping' | 'total') =>
      paces.map((one) => (1000 * one.occasions) / one[time])
    const total = paces.reduce((sum, one) => sum + one.total, 0)
    const unit = 'occasions a second'
    const figures: Figure[] = [
      { name: 'a day, at best', value: Math.min(...paces.map((p) => p.total)) / days, unit: 'ms' },
      { name: 'a day, in the median', value: median(paces.map((p) => p.total)) / days, unit: 'ms' },
      { name: 'shopping loop, at best', value: Math.max(...rates('shopping')), unit },
      { name: 'shopping loop, in the median', value: median(rates('shopping')), unit },
      { name: 'whole market, in the median', value: median(rates('total')), unit },
      { name: 'bytes an agent', value: market.bytes / agentsOf(input), unit: 'bytes' },
    ]
    const shares = Object.entries(market.spent)
      .map(([name, all]) => ({ name, value: (100 * (all - before[name])) / total, unit: '%' }))
      .sort((one, other) => other.value - one.value)
    return [...figures, ...shares.slice(0, TOLD)]
  },
}
