/**
 * A study on a cluster of Slurm: four tasks share a folder, one is preempted, the daemon of another's node is killed, and who
 * makes what is forgotten. It is as it is without Slurm.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { pasar, pasarProcess, temporary } from '../cli/pasar.ts'
import { linesIn, priceStudy, rowsIn, substanceIn } from '../cli/textbook-study.ts'
import { type Cluster, missingForSlurm, openCluster, until } from './slurm-cluster.ts'

const missing = missingForSlurm()
if (missing !== undefined) console.log(`the test on a cluster of Slurm is skipped: ${missing}`)

let cluster: Cluster | undefined
afterAll(() => cluster?.close())

/** Enough that no task is done before all have begun. */
const SEEDS = 8

const substance = ({ baseline, states }: ReturnType<typeof linesIn>[number]) =>
  JSON.stringify([baseline, states])

it.skipIf(missing !== undefined)('a study survives what happens on a cluster', async () => {
  const folder = temporary()
  const [out, script] = [join(folder, 'out'), join(folder, 'job.sh')]
  const file = priceStudy(folder, { seeds: SEEDS, weeks: 60, buyers: 2000 })
  // In a process of its own: the memory that is asked for is measured, and other suites have filled this one.
  const printed = await pasarProcess([
    ...['study', 'script', 'slurm', file, '--threads', '1', '--out', out, '--quiet'],
  ])
  expect(printed.code).toBe(0)
  writeFileSync(script, printed.out)
  cluster = await openCluster()
  const { call } = cluster
  const log = join(folder, 'task-%a.log')
  const array = ['--array=1-4', '--parsable', `--output=${log}`]
  const job = call('sbatch', ...array, script).trim()
  const lines = () => {
    try {
      return linesIn(out)
    } catch {
      return []
    }
  }
  const tasks = () => call('scontrol', '-o', 'show', 'job', job)
  const told = () => {
    const logs = readdirSync(folder).filter((name) => name.endsWith('.log'))
    return [tasks(), ...logs.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\n')
  }
  const running = () => (tasks().match(/JobState=RUNNING /g) ?? []).length
  await until(() => lines().length > 0 && running() === 4, 120, told)
  const nodeOf = (index: number) =>
    new RegExp(`ArrayTaskId=${index} .* NodeList=(n\\d)`).exec(tasks())![1]
  const [preempted, dark] = [nodeOf(1), nodeOf(2)]
  // The task on the node that goes dark works on in the end; till then the others wait for the run that it has claimed.
  const orphan = cluster.processOf('2')
  process.kill(orphan, 'SIGSTOP')
  cluster.kill(dark)
  call('sbatch', '-p', 'high', `--nodelist=${preempted}`, '--wrap=sleep 2')
  const restarts = () => (tasks().match(/Restarts=1 /g) ?? []).length
  await until(() => restarts() >= 2, 120, told)
  // Claims are advice: where they are lost a run is made twice, and both must agree.
  for (const name of readdirSync(join(out, 'claims')))
    rmSync(join(out, 'claims', name), { force: true })
  await until(() => new Set(lines().map(({ key }) => key)).size === 8 * SEEDS, 120, told)
  process.kill(orphan, 'SIGCONT')
  await until(() => lines().length > 8 * SEEDS, 60, told)
  const over = () => (tasks().match(/JobState=COMPLETED .*ExitCode=0:0 /g) ?? []).length
  await until(() => over() === 4, 300, told)

  const keys = lines().map(({ key }) => key)
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
  expect(new Set(keys).size).toBe(8 * SEEDS)
  expect(twice.length).toBeGreaterThan(0)
  for (const key of twice)
    expect(
      new Set(
        lines()
          .filter((line) => line.key === key)
          .map(substance),
      ).size,
    ).toBe(1)
  expect(await rowsIn(out)).toHaveLength(8 * SEEDS)
  const alone = join(folder, 'alone')
  expect((await pasar(['study', file, '--out', alone, '--no-report', '--quiet'])).code).toBe(0)
  expect(await substanceIn(out)).toEqual(await substanceIn(alone))
})
