/** A disk that fills, a folder that cannot be written, a killed process: what is complete stays readable. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readSeries } from '../../src/node/read-series.ts'
import { BASE, type Ended, pasar, pasarProcess, small, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

/** Every run of a folder, read in full: throws where a file is not whole. */
async function runsIn(folder: string): Promise<number[]> {
  const runs: number[] = []
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.parquet')))
    for await (const { run, days, values, cells } of readSeries(join(folder, name))) {
      expect(days).toBe(30)
      expect(values.length).toBe(30 * cells.length)
      runs.push(run)
    }
  return runs.sort((one, other) => one - other)
}

/** Runs the built program below a line of shell that limits it. */
function limited(shell: readonly string[], args: readonly string[]): Promise<Ended> {
  const [command, ...before] = shell
  const child = spawn(command, [...before, process.execPath, resolve('dist/pasar.js'), ...args])
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  return new Promise((end) => {
    child.on('close', (code) => end({ code, out, err }))
  })
}

describe('a killed study', () => {
  it('leaves its complete runs, is not taken for whole, and can be run again', async () => {
    const out = join(temporary(), 'out')
    let sent = false
    const args = ['run', BASE, ...small({ runs: 40, quiet: false }), '--out', out]
    const { code } = await pasarProcess(args, (text, kill) => {
      if (sent || !text.includes('20 %')) return
      sent = true
      kill('SIGKILL')
    })
    expect(code).toBeNull()
    expect(existsSync(join(out, 'manifest.json'))).toBe(false)
    const runs = await runsIn(join(out, 'runs'))
    expect(runs.length).toBeGreaterThan(3)
    expect(runs.length).toBeLessThan(40)
    // As if it had been killed while it wrote; and what is not ours.
    const partial = `indonesia-2023-40-0123456789abcdef.parquet.1.partial`
    writeFileSync(join(out, 'runs', partial), 'PAR1')
    writeFileSync(join(out, 'runs', 'mine.1.partial'), 'x')

    const verdict = await pasar(['verify', out])
    expect(verdict.code).toBe(12)
    expect(verdict.out).toContain('is not whole: it was cut short, or is still running')
    const whole = readdirSync(join(out, 'runs')).filter((name) => name.endsWith('.json')).length
    expect(whole).toBeLessThanOrEqual(runs.length)
    expect(verdict.out).toContain(`${whole} of 40 runs are complete, in ${join(out, 'runs')}`)
    expect(verdict.out).toContain(`to go on: npx pasar run ${BASE}`)

    const again = await pasar(['run', BASE, ...small({ runs: 1 }), '--out', out])
    expect(again.code).toBe(0)
    expect(readdirSync(out).sort()).toEqual([
      'README.md',
      'datapackage.json',
      'levels.csv',
      'manifest.json',
      'ro-crate-metadata.json',
      'runs',
      'series.parquet',
      'study.json',
    ])
    const left = readdirSync(join(out, 'runs')).filter((name) => name.endsWith('.partial'))
    expect(left).toEqual(['mine.1.partial'])
  })
})

describe('an interrupted study', () => {
  it('is verified as far as it went, and says how far that is', async () => {
    const out = join(temporary(), 'out')
    let sent = false
    const many = small({ runs: 60, quiet: false })
    await pasarProcess(['run', BASE, ...many, '--out', out], (text, kill) => {
      if (sent || !text.includes('10 %')) return
      sent = true
      kill('SIGINT')
    })
    const { results } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    const { code, out: printed } = await pasar(['verify', out, '--quiet'])
    expect(printed).toContain('exact')
    expect(printed).toContain(
      `the study was interrupted: ${results.length} of 60 runs are complete`,
    )
    expect(code).toBe(0)
  })
})

/** A disk of a few hundred kilobytes, in a namespace of its own; not every machine lets one make it. */
const tinyDisk = (kilobytes: number, mount: string) => [
  ...['unshare', '--map-root-user', '--mount', 'sh', '-c'],
  `mount -t tmpfs -o size=${kilobytes}k tmpfs ${mount} && "$@"; code=$?; ls -R ${mount} >&2; cp -r ${mount} ${mount}-left; exit $code`,
  'sh',
]

function canMount(): boolean {
  try {
    const mount = join(temporary(), 'disk')
    mkdirSync(mount)
    execFileSync('unshare', [...tinyDisk(100, mount).slice(1), 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a disk that fills', () => {
  it.runIf(canMount())(
    'in the middle: ends with 1, says what to do, keeps what is whole',
    async () => {
      const mount = join(temporary(), 'disk')
      mkdirSync(mount)
      const out = join(mount, 'out')
      const args = ['run', BASE, ...small({ runs: 40 }), '--out', out]
      const { code, err } = await limited(tinyDisk(500, mount), args)
      expect(err).toMatch(/cannot write \S+runs\/indonesia-2023-\d+-\w+\.(parquet|json): the disk/)
      expect(err).toContain(
        'make room and run it again, or choose another folder with --out FOLDER',
      )
      const said = /(\d+) complete runs? stays? readable in \S+runs/.exec(err)
      expect(err).not.toContain('.partial')
      expect(err).not.toMatch(/^ +at /m)
      expect(code).toBe(1)
      const left = `${mount}-left/out`
      expect(existsSync(join(left, 'manifest.json'))).toBe(false)
      expect((await runsIn(join(left, 'runs'))).length).toBeGreaterThanOrEqual(Number(said?.[1]))
      const verdict = await pasar(['verify', left])
      expect(verdict.out).toContain(`${said?.[1]} of 40 runs are complete`)
      expect(verdict.code).toBe(12)
    },
  )

  it('or a file that may not grow, when all runs are put into one', async () => {
    const out = join(temporary(), 'out')
    const args = ['run', BASE, ...small({ runs: 6 }), '--out', out]
    // One run takes about 60 kB; 128 blocks of 1,024 bytes hold one but not six.
    const { code, err } = await limited(['bash', '-c', 'ulimit -f 128 && exec "$@"', 'bash'], args)
    expect(err).toContain('series.parquet: it would be larger than a file may be here')
    expect(err).toContain(`6 complete runs stay readable in ${join(out, 'runs')}`)
    expect(code).toBe(1)
    expect(await runsIn(join(out, 'runs'))).toEqual([1, 2, 3, 4, 5, 6])
    expect(readdirSync(out).sort()).toEqual(['runs', 'study.json'])
    expect((await pasar(['verify', out])).out).toContain('6 of 6 runs are complete')
  })
})

describe('a folder that cannot be written', () => {
  it.each([
    ['below a file', 'package.json/out', 'a part of the path is a file'],
    ['a file itself', 'package.json', 'a file of that name is in the way'],
    ['where none can be made', '/proc/out', 'the folder cannot be made there'],
  ])('%s: is said before anything runs', async (_, out, why) => {
    const { code, err } = await pasar(['run', BASE, ...small(), '--out', out])
    expect(err).toContain(`cannot write ${out}: ${why}`)
    expect(err).toContain('choose another folder with --out FOLDER')
    expect(code).toBe(1)
  })

  it.runIf(canMount())('on a disk that is read-only', async () => {
    const mount = join(temporary(), 'disk')
    mkdirSync(mount)
    const readOnly = ['unshare', '--map-root-user', '--mount', 'sh', '-c']
    const shell = [...readOnly, `mount -t tmpfs -o ro tmpfs ${mount} && "$@"`, 'sh']
    const { code, err } = await limited(shell, ['run', BASE, ...small(), '--out', join(mount, 'x')])
    expect(err).toContain('the disk is read-only')
    expect(code).toBe(1)
  })
})
