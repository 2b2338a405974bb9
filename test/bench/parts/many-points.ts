import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'simple-statistics'
import { loadScenario, openExperimentFolder } from '../../../src/node/index.ts'
import { onThreads } from '../../../src/node/threads.ts'
import { carryOutExperiment, planOf, readStudyFile } from '../../../src/study/index.ts'
import type { Asked, Part } from '../part.ts'

/** As many runs as the study whose time is asked for. */
const WHOLE = 500
/** Minutes that it may take. */
const MOST = 10

/** The closure in the quick market over four dials, a run each point; of each run windows alone are recorded. */
const STUDY = (points: number) => `title: A Latin hypercube of the closure
question: How long does a study of many points take?
baseline: indonesia-2023
policies: [tiktok-shop-ban]
vary:
  categories.*.impulse-share: {}
  routes.*.friction: { multiply: true, from: 0.5, to: 2 }
  households.impulse-displacement: {}
  rules.adoption.search: 0 to 0.5
design: { latin-hypercube: { points: ${points} } }
market: quick
seeds: 1
outcomes:
  UMKM jobs: { measure: umkm jobs, window: first month, of: difference }
  all sales: { measure: sales, window: first month, of: percent }
`

function readStudy(points: number) {
  const path = 'scenarios/studies/bench.yaml'
  const read = readStudyFile(path, (file) =>
    file === path ? { text: STUDY(points) } : loadScenario(file),
  )
  if (!read.ok) throw new Error('the study of many points does not read')
  return read.experiment
}

export const manyPoints: Part = {
  name: 'many-points',
  about:
    'A Latin hypercube of the quick market over one policy, on two threads; windows are recorded only',
  async measure({ runs: asked, tiny }: Asked) {
    const runs = tiny ? 2 : asked
    const experiment = readStudy(WHOLE / 2)
    const whole = planOf(experiment, 'bench')
    const plan = { ...whole, runs: whole.runs.slice(0, runs) }
    const identity = { fingerprint: plan.fingerprint, title: 'bench', text: '', code: 'bench' }
    const room = mkdtempSync(join(tmpdir(), 'pasar-bench-'))
    const folder = openExperimentFolder(room, identity)
    const runner = onThreads(2)
    try {
      const [began, processor] = [performance.now(), process.cpuUsage()]
      await carryOutExperiment(experiment, plan, folder.journal, runner, {
        load: loadScenario,
        code: 'bench',
      })
      const seconds = (performance.now() - began) / 1000
      const { user, system } = process.cpuUsage(processor)
      const each = [...folder.journal.entries().values()].map((entry) => entry.seconds)
      const cpu = (user + system) / 1e6 / runs
      return [
        { name: 'runs', value: runs, unit: '' },
        { name: 'a run, in the median', value: median(each), unit: 's' },
        { name: 'a run, processor time', value: cpu, unit: 's' },
        {
          ...{ name: `${WHOLE} runs, by the clock`, value: (seconds / runs) * (WHOLE / 60) },
          ...{ unit: 'min', most: MOST, note: 'from the runs measured' },
        },
        {
          ...{ name: `${WHOLE} runs, on two idle cores`, value: (cpu / 2) * (WHOLE / 60) },
          ...{ unit: 'min', most: MOST, note: 'from processor time' },
        },
      ]
    } finally {
      await runner.close()
      folder.close()
      rmSync(room, { recursive: true, force: true })
    }
  },
}
