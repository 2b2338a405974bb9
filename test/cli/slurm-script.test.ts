/** The job script of a study: how runs are laid out over tasks, and what the shell makes of it. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { layoutOf, slurmScript } from '../../src/node/index.ts'

const cost = { runs: 4000, seconds: 12, bytes: 3e8, bytesAThread: 1e8 }
const job = {
  name: "the duty's reach",
  folder: "/home/ani/it's here",
  program: '/opt/pasar/dist/pasar.js',
  file: 'studies/a b.yaml',
  out: 'output/duty-0123abcd',
  about: 'A duty:\n4000 runs of 12 s',
}

describe('the layout of a study over tasks', () => {
  it('has tasks of 10 to 60 minutes, and twice the time for each', () => {
    const { tasks, expected, minutes } = layoutOf(cost, 4)
    expect((tasks * expected * 4 * 60) / (cost.runs * cost.seconds)).toBeCloseTo(1, 1)
    expect(expected).toBeGreaterThanOrEqual(10)
    expect(expected).toBeLessThanOrEqual(60)
    expect(minutes).toBeGreaterThanOrEqual(2 * expected)
  })

  it('has one task and no more threads than runs where there is little to do', () => {
    expect(layoutOf({ ...cost, runs: 3 }, 8)).toMatchObject({ tasks: 1, threads: 3, minutes: 10 })
  })

  it('has no more tasks than Slurm takes, nor than there are runs', () => {
    expect(layoutOf({ ...cost, runs: 1e7 }, 1)).toMatchObject({ tasks: 1000 })
    expect(layoutOf({ ...cost, runs: 6, seconds: 7200 }, 1)).toMatchObject({ tasks: 6 })
  })

  it('asks for memory of every thread', () => {
    const [one, four] = [1, 4].map((threads) => layoutOf(cost, threads).megabytes * 2 ** 20)
    expect(one).toBeGreaterThan(cost.bytes)
    expect(four - one).toBeGreaterThanOrEqual(3 * cost.bytesAThread - 2 ** 28)
  })
})

describe('the job script', () => {
  const lines = slurmScript(job, layoutOf(cost, 4))

  it('is requeued, is told a minute before its end, and hears of it', () => {
    for (const line of [
      '#SBATCH --array=1-7',
      '#SBATCH --cpus-per-task=4',
      '#SBATCH --requeue',
      '#SBATCH --signal=B:TERM@60',
      '#SBATCH --time=01:00:00',
    ])
      expect(lines).toContain(line)
    expect(lines.at(-2)).toMatch(
      /^exec node \/opt\/pasar\/dist\/pasar\.js study 'studies\/a b\.yaml' /,
    )
  })

  it('writes a time of days as Slurm reads it', () => {
    const long = layoutOf({ ...cost, runs: 1, seconds: 50_000 }, 1)
    expect(slurmScript(job, long)).toContain('#SBATCH --time=1-03:50:00')
  })

  it('is one that the shell reads, whatever the names are', () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: lines.join('\n') })
    expect(stderr.toString()).toBe('')
    expect(status).toBe(0)
  })

  const checker = spawnSync('shellcheck', ['--version'])
  it.skipIf(checker.status !== 0)(
    'has nothing that shellcheck minds (apt-get install shellcheck)',
    () => {
      const { stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], {
        input: `${lines.join('\n')}\n`,
      })
      expect(stdout.toString()).toBe('')
    },
  )
})
