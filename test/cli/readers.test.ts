/** Readers that leave and disks that are full take nothing from a study. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BASE, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = temporary()
const STUDY = `run ${BASE} --scale 0.02 --days 5 --runs 1 --threads 1`

/** A command line of a shell, in which `pasar` is the built program; its code is that of `pasar`. */
function shell(line: string) {
  const script = `${line.replace(/^pasar/, `${process.execPath} dist/pasar.js`)}; echo "code \${PIPESTATUS[0]}" >&2`
  const env = { ...process.env, PASAR_CACHE: join(folder, 'cache') }
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env })
  return { out: stdout, err: stderr, code: Number(/code (\d+)\s*$/.exec(stderr)?.[1]) }
}

const isWhole = (name: string) => existsSync(join(folder, name, 'manifest.json'))

describe('a reader that leaves', () => {
  it.each([
    ['stdout', '| true'],
    ['stderr', '2>&1 >/dev/null | true'],
    ['both', '2>&1 | true'],
  ])('of %s ends nothing', (name, to) => {
    const { code } = shell(`pasar ${STUDY} --out ${folder}/${name} ${to}`)
    expect(code).toBe(0)
    expect(isWhole(name)).toBe(true)
  })

  it('takes with it an answer that stands in no file', () => {
    expect(shell(`pasar ${STUDY} --no-files --quiet | true`).code).toBe(1)
  })

  it('is no fault of what prints alone', () => {
    const { err, code } = shell('pasar schema --print | head -1')
    expect({ err, code }).toEqual({ err: 'code 0\n', code: 0 })
  })
})

describe.runIf(existsSync('/dev/full'))('a full disk', () => {
  it.each(['schema --print', '--help', 'params', 'policies --json'])(
    'under what %s prints is said in words',
    (command) => {
      const { err, code } = shell(`pasar ${command} > /dev/full`)
      expect(err).toBe('cannot write to stdout: the disk is full\ncode 1\n')
      expect(code).toBe(1)
    },
  )

  it('under an answer leaves its folder, and is no success', () => {
    const { err, code } = shell(`pasar ${STUDY} --quiet --out ${folder}/full > /dev/full`)
    expect(err).toBe('cannot write to stdout: the disk is full\ncode 1\n')
    expect(code).toBe(1)
    expect(isWhole('full')).toBe(true)
  })

  it('under notes ends nothing', () => {
    shell(`pasar ${STUDY} --out ${folder}/notes 2> /dev/full`)
    expect(isWhole('notes')).toBe(true)
  })
})
