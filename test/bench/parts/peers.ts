import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Asked, Figure, Part } from '../part.ts'

const FOLDER = 'test/bench/peers'

interface Peer {
  readonly name: string
  readonly version?: string
  /** Million steps of an agent a second. */
  readonly pace: number
  /** What the market of it came to: the same of all. */
  readonly sold: number
}

/** Other ways to write an agent-based model, on one small market that all of them step alike. */
export const peers: Part = {
  name: 'peers',
  about: 'One small market of buyers and sellers, written for each of them, one thread',
  async measure({ turns, tiny }: Asked) {
    if (!existsSync(`${FOLDER}/node_modules`)) return []
    const agents = tiny ? 500 : 100_000
    const told = execFileSync(process.execPath, ['peers.js', String(agents), String(turns)], {
      ...{ cwd: FOLDER, encoding: 'utf8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const found: Peer[] = JSON.parse(told)
    const figures = found.map(
      ({ name, version, pace }): Figure => ({
        ...{ name: version ? `${name} ${version}` : name, value: pace },
        unit: 'million steps of an agent a second',
      }),
    )
    const same = new Set(found.map(({ sold }) => sold)).size
    return [...figures, { name: 'results that are not one', value: same - 1, unit: '', most: 0 }]
  },
}
