import { median } from 'simple-statistics'
import { onThreads } from '../../../src/node/threads.ts'
import { answer } from '../../../src/study/index.ts'
import { country, quick } from '../country.ts'
import type { Part } from '../part.ts'

/** Studies of one run, one after another, on threads that outlive them. */
const STUDIES = 100

/** How fast the first run of a process is, and the hundredth. */
export const warmUp: Part = {
  name: 'warm-up',
  about:
    'Studies of one run of the quick market one after another in one process, in processor time',
  async measure({ tiny }) {
    const days = tiny ? 5 : 100
    const input = { ...(tiny ? country({ scale: 1, tiny }) : quick()), days }
    const runner = onThreads(1)
    const paces: number[] = []
    for (let nth = 0; nth < (tiny ? 3 : STUDIES); nth++) {
      const began = process.cpuUsage()
      const baseline = { scenario: 'bench', input }
      await answer({ baseline, policies: [], seed: `bench ${nth}`, runs: 1 }, runner, {})
      const { user, system } = process.cpuUsage(began)
      paces.push((1e6 * days) / (user + system))
    }
    await runner.close()
    const last = median(paces.slice(-10))
    const unit = 'days a second of processor'
    return [
      { name: 'first', value: paces[0], unit },
      { name: 'second', value: paces[1], unit },
      { name: 'hundredth', value: last, unit, note: 'median of the last ten' },
      { name: 'hundredth to first', value: last / paces[0], unit: 'times' },
    ]
  },
}
