import { compare, onThreads, readScenario } from '../../../src/node/library.ts'
import { FILES } from '../country.ts'
import type { Asked, Figure, Part } from '../part.ts'

/** Rows of the main window that lead an answer. */
const ROWS = [
  { measure: 'umkm jobs', group: 'all', called: 'UMKM jobs' },
  { measure: 'sales', group: 'all', called: 'Sales' },
]

/** Effects of the closure by the size of the market. */
export const effects: Part = {
  name: 'effects',
  about:
    'Effects of the closure in the first month, in percent of the baseline, by the size of the market',
  async measure({ sizes, turns, tiny }: Asked) {
    const runner = onThreads(2)
    const figures: Figure[] = []
    for (const scale of tiny ? [0.02] : sizes) {
      const [baseline, policy] = FILES.map((file) => readScenario(file, { scale }))
      const began = process.cpuUsage()
      const runs = tiny ? 2 : 4 * turns
      const { effects: windows } = await compare(baseline, policy, { runs, runner })
      const { user, system } = process.cpuUsage(began)
      const { effects: rows } = windows.find(({ main }) => main)!
      for (const { called, ...row } of ROWS) {
        const found = rows.find((one) => one.measure === row.measure && one.group === row.group)!
        const percent = (value: number) => (100 * value) / found.baseline
        const { difference, low, high } = found
        figures.push({
          ...{ name: `scale ${scale}, ${called}`, value: percent(difference), unit: '%' },
          ...{ low: percent(low), high: percent(high), note: `${runs} runs` },
        })
      }
      const each = (user + system) / 1e6 / runs
      figures.push({ name: `scale ${scale}, a pair of runs`, value: each, unit: 's of processor' })
    }
    await runner.close()
    return figures
  },
}
