/** A cluster of Slurm on this machine: a controller and four nodes of one core each, and two partitions of which one preempts. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol']
const NODES = ['n1', 'n2', 'n3', 'n4']

export const waited = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Waits until something holds, and fails with what is known where it never does. */
export async function until(
  holds: () => boolean,
  seconds: number,
  what: () => string,
): Promise<void> {
  const end = Date.now() + 1000 * seconds
  while (!holds()) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what()}`)
    await waited(200)
  }
}

/** Why there can be no cluster here; undefined: there can. */
export function missingForSlurm(): string | undefined {
  const missing = PROGRAMS.filter((name) => spawnSync('which', [name]).status !== 0)
  if (missing.length > 0)
    return `${missing.join(', ')} missing: apt-get install slurmctld slurmd slurm-client munge`
  if (process.getuid?.() !== 0) return 'slurmd must be started by root'
  const { stdout } = spawnSync('getent', ['hosts', shortName()])
  return /^(127\.|::1)/.test(String(stdout))
    ? undefined
    : `the name of this machine, ${shortName()}, does not mean itself (127.0.0.1)`
}

const shortName = () => hostname().split('.')[0]

export interface Cluster {
  readonly folder: string
  /** Calls a command of Slurm. */
  call(command: string, ...args: string[]): string
  /** The process of Node that is a task of an array. */
  processOf(index: string): number
  /** Ends the daemon of a node, as a power cut would. */
  kill(node: string): void
  /** Ends every process of the cluster, and what they have started, by its number. */
  close(): Promise<void>
}

export async function openCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'pasar-slurm-'))
  for (const name of ['etc', 'run', 'state', 'spool', 'log']) mkdirSync(join(folder, name))
  chmodSync(join(folder, 'etc'), 0o700)
  writeFileSync(join(folder, 'etc', 'munge.key'), randomBytes(1024), { mode: 0o400 })
  const config = join(folder, 'etc', 'slurm.conf')
  writeFileSync(config, configOf(folder, await freePorts(1 + NODES.length)))
  const env = { ...process.env, SLURM_CONF: config }
  const daemons = new Map<string, ChildProcess>()
  const start = (name: string, command: string, ...args: string[]) => {
    const log = openSync(join(folder, 'log', `${name}.out`), 'a')
    daemons.set(name, spawn(command, args, { env, stdio: ['ignore', log, log] }))
  }
  const call = (command: string, ...args: string[]) =>
    execFileSync(command, args, { env, encoding: 'utf8', cwd: folder })
  const at = (name: string) => join(folder, name)
  const cluster: Cluster = {
    folder,
    call,
    processOf: (index) =>
      processesOf(folder, `SLURM_ARRAY_TASK_ID=${index}`).find((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('node\0'),
      )!,
    kill: (node) => void daemons.get(node)!.kill('SIGKILL'),
    close: () => closed(folder, daemons),
  }
  try {
    start(
      'munged',
      'munged',
      ...['--foreground', '--force', '--num-threads=2'],
      ...[`--key-file=${at('etc/munge.key')}`, `--socket=${at('run/munge.socket')}`],
      ...[`--pid-file=${at('run/munged.pid')}`, `--log-file=${at('log/munged.log')}`],
      `--seed-file=${at('run/munged.seed')}`,
    )
    await until(
      () => readdirSync(at('run')).includes('munge.socket'),
      20,
      () => 'munged',
    )
    start('controller', 'slurmctld', '-D', '-i')
    for (const node of NODES) start(node, 'slurmd', '-D', '-N', node)
    const idle = () => {
      const { stdout } = spawnSync('sinfo', ['-h', '-p', 'low', '-t', 'idle', '-o', '%D'], { env })
      return Number(String(stdout)) === NODES.length
    }
    await until(idle, 60, () => readFileSync(at('log/controller.out'), 'utf8').slice(-2000))
    return cluster
  } catch (problem) {
    await cluster.close()
    throw problem
  }
}

function configOf(folder: string, [controller, ...nodes]: readonly number[]): string {
  const host = shortName()
  return [
    'ClusterName=pasar-test',
    `SlurmctldHost=${host}(127.0.0.1)`,
    'SlurmUser=root',
    'SlurmdUser=root',
    'AuthType=auth/munge',
    // A credential is good for two minutes where nothing is said, and a requeue waits as long.
    `AuthInfo=socket=${folder}/run/munge.socket,cred_expire=5`,
    'CredType=cred/munge',
    `SlurmctldPort=${controller}`,
    `SlurmctldPidFile=${folder}/run/slurmctld.pid`,
    `SlurmdPidFile=${folder}/run/slurmd.%n.pid`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool/%n`,
    `SlurmctldLogFile=${folder}/log/slurmctld.log`,
    `SlurmdLogFile=${folder}/log/slurmd.%n.log`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'JobAcctGatherType=jobacct_gather/none',
    'AccountingStorageType=accounting_storage/none',
    'SchedulerType=sched/backfill',
    // Who may preempt is looked for every half minute where nothing is said.
    'SchedulerParameters=bf_interval=2,sched_interval=5',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    'MpiDefault=none',
    'SwitchType=switch/none',
    'ReturnToService=2',
    'KillWait=5',
    'MinJobAge=600',
    'SlurmdTimeout=10',
    'JobRequeue=1',
    'MaxArraySize=10001',
    ...NODES.map(
      (name, nth) =>
        `NodeName=${name} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${nodes[nth]} CPUs=1 RealMemory=2000 State=UNKNOWN`,
    ),
    'PreemptType=preempt/partition_prio',
    'PreemptMode=REQUEUE',
    `PartitionName=low Nodes=${NODES} Default=YES MaxTime=INFINITE State=UP PriorityTier=1 PreemptMode=REQUEUE GraceTime=10`,
    `PartitionName=high Nodes=${NODES} MaxTime=INFINITE State=UP PriorityTier=10 PreemptMode=OFF`,
    '',
  ].join('\n')
}

/** Ports that nobody listens on. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
        }),
    ),
  )
  await Promise.all(servers.map((server) => new Promise((gone) => server.close(gone))))
  return ports
}

/** Processes that were started in the cluster: its configuration is in their environment, and has a name of its own. */
function processesOf(folder: string, ...also: readonly string[]): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return []
    try {
      const own = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0')
      const wanted = [`SLURM_CONF=${folder}/etc/slurm.conf`, ...also]
      return wanted.every((one) => own.includes(one)) ? [Number(name)] : []
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

async function closed(folder: string, daemons: ReadonlyMap<string, ChildProcess>): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    for (const pid of processesOf(folder))
      try {
        process.kill(pid, signal)
      } catch {
        // It has ended meanwhile.
      }
  }
  send('SIGTERM')
  for (let tries = 0; tries < 15 && processesOf(folder).length > 0; tries++) await waited(200)
  send('SIGKILL')
  const living = [...daemons.values()].filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )
  await Promise.all(living.map((daemon) => new Promise((gone) => daemon.once('close', gone))))
}
