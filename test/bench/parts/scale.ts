import { execFileSync } from 'node:child_process'
import { createMarket } from '../../../src/market/index.ts'
import { listings } from '../../../src/market/populations/index.ts'
import { agentsOf, country } from '../country.ts'
import type { Asked, Figure, Part } from '../part.ts'
import { allBytes, stateBytes } from '../state-bytes.ts'

/** Days of the first stretch, in which work and shops find their place, and of the second. */
const DAYS = 28
/** Of the largest markets, in weeks as well. */
const FEWER = 14
const LARGE = 20

/** All firms and all buyers of the nation. */
const NATION = { buyers: 180_000_000, sellers: 65_000_000, creators: 15_000_000 }
const GIB = 2 ** 30

interface Measured {
  readonly scale: number
  readonly agents: number
  /** Nanoseconds of processor time an agent and day, of the first days and of those after them. */
  readonly first: number
  readonly later: number
  /** Of the state, and of the whole process at most. */
  readonly bytes: number
  readonly memory: number
  /** Share of listings that are open. */
  readonly open: number
}

/** In a process of its own: what is compiled and how much memory is taken are then of this size alone. */
export function measureSize(scale: number, tiny: boolean): Measured {
  const days = tiny ? 2 : scale >= LARGE ? FEWER : DAYS
  // Compiles the loops of the day.
  createMarket(country({ scale: 0.1, tiny }), 'warm', { record: false }).run(tiny ? 2 : 3 * DAYS)
  const input = country({ scale, tiny })
  const agents = agentsOf(input)
  const market = createMarket(input, 'bench', { record: false })
  const each = (until: number) => {
    const [before, began] = [market.day, process.cpuUsage()]
    market.run(until)
    const { user, system } = process.cpuUsage(began)
    return (1000 * (user + system)) / (agents * (until - before))
  }
  const [first, later] = [each(days), each(2 * days)]
  const memory = process.resourceUsage().maxRSS * 1024
  const listed = market.world.view(listings.open)
  let open = 0
  for (let listing = 0; listing < listed.length; listing++) if (listed[listing] > 0) open++
  const share = open / listed.length
  return { scale, agents, first, later, bytes: market.bytes, memory, open: share }
}

/** The command of the bench that measures one size and prints it as JSON. */
const measuredApart = (scale: number): Measured =>
  JSON.parse(
    execFileSync(process.execPath, [process.argv[1], '--size', String(scale)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )

/** @param open share of listings that are open in the markets that were measured */
function nation(open: number): Figure[] {
  const input = { ...country({ scale: 1, tiny: false }), size: NATION }
  const bytes = stateBytes(input)
  const parts = [...bytes].sort(([, one], [, other]) => other - one).slice(0, 5)
  return [
    {
      ...{ name: '1:1, state', value: allBytes(input) / GIB, unit: 'GiB', most: 32 },
      note: 'computed from the columns, as they are',
    },
    ...parts.map(([name, value]) => ({ name: `1:1, ${name}`, value: value / GIB, unit: 'GiB' })),
    { name: 'listings that are open', value: 100 * open, unit: '%' },
    {
      ...{ name: '1:1, were only open listings kept', value: allBytes(input, { open }) / GIB },
      ...{ unit: 'GiB', note: 'and values of sellers by route only there; not built' },
    },
    {
      ...{ name: '1:1, and all in 32 bits', unit: 'GiB', most: 32, note: 'not built' },
      value: allBytes(input, { open, narrow: true }) / GIB,
    },
  ]
}

export const scale: Part = {
  name: 'scale',
  about: 'Markets from a tenth of the shipped size up, on one thread, each in a process of its own',
  async measure({ sizes, tiny }: Asked) {
    const measured = (tiny ? [1] : sizes).map((one) =>
      tiny ? measureSize(one, true) : measuredApart(one),
    )
    const whole = measured.find((one) => one.scale === 1)
    const figures = measured.flatMap(({ scale, agents, first, later, bytes, memory }): Figure[] => [
      { name: `scale ${scale}, agents`, value: agents, unit: '' },
      { name: `scale ${scale}, first weeks`, value: first, unit: 'ns an agent-day' },
      {
        ...{ name: `scale ${scale}, later`, value: later, unit: 'ns an agent-day' },
        // Larger ones may take a fifth more an agent.
        ...(whole && scale > 1 && scale <= 10 ? { most: 1.2 * whole.later } : {}),
      },
      { name: `scale ${scale}, state`, value: bytes / agents, unit: 'bytes an agent' },
      { name: `scale ${scale}, memory of the process`, value: memory / GIB, unit: 'GiB' },
    ])
    return [...figures, ...nation(measured[measured.length - 1].open)]
  },
}
