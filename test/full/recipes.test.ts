/** The recipes of docs/clusters.md are run as they are printed. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { pasar, temporary } from '../cli/pasar.ts'
import { linesIn, priceStudy, substanceIn } from '../cli/textbook-study.ts'

const page = readFileSync('docs/clusters.md', 'utf8')

/** The block that begins with this comment. */
function recipe(comment: string): string {
  const block = page.split('```').find((text) => text.split('\n')[1] === `# ${comment}`)
  if (block === undefined)
    throw new Error(`docs/clusters.md has no block that begins: # ${comment}`)
  return block.slice(block.indexOf('\n') + 1)
}

/** A folder with the study, and `pasar` where the shell finds it. */
function prepared() {
  const folder = temporary()
  priceStudy(folder, { seeds: 1, levels: 3, weeks: 12 })
  const programs = join(folder, 'programs')
  mkdirSync(programs)
  const program = join(programs, 'pasar')
  writeFileSync(program, `#!/bin/sh\nexec node '${resolve('dist/pasar.js')}' "$@"\n`)
  chmodSync(program, 0o755)
  const env = {
    ...process.env,
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    PASAR_CACHE: join(folder, 'cache'),
    HOME: folder,
  }
  const shell = (script: string) =>
    spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env, encoding: 'utf8' })
  return { folder, shell }
}

async function isAsAlone(folder: string, out: string): Promise<void> {
  const alone = join(folder, 'alone')
  const file = join(folder, 'study.yaml')
  expect((await pasar(['study', file, '--out', alone, '--no-report', '--quiet'])).code).toBe(0)
  const rows = await substanceIn(join(folder, out))
  expect(rows).toHaveLength(6)
  expect(rows).toEqual(await substanceIn(alone))
  expect(new Set(linesIn(join(folder, out)).map(({ key }) => key)).size).toBe(6)
}

const without = (program: string): boolean => {
  const missing = spawnSync('which', [program]).status !== 0
  if (missing)
    console.log(`its recipe is not run: ${program} is missing (apt-get install ${program})`)
  return missing
}

it.skipIf(without('parallel')).each([
  ['parallel: shared', 'output/shared'],
  ['parallel: parts', 'output/whole'],
])('GNU parallel: %s', async (comment, out) => {
  const { folder, shell } = prepared()
  const { status, stderr } = shell(recipe(comment))
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('fail')])
  await isAsAlone(folder, out)
})

it.skipIf(without('snakemake'))('Snakemake', async () => {
  const { folder, shell } = prepared()
  writeFileSync(join(folder, 'Snakefile'), recipe('Snakefile'))
  const { status, stderr } = shell(recipe('snakemake'))
  expect([status, status === 0 ? '' : stderr]).toEqual([0, ''])
  await isAsAlone(folder, 'output/whole')
})
