/**
 * Publishes results: small studies whose folders are kept here and verified by every test run. A folder
 * that still comes out exactly is left alone; any other is run anew, and what the changelog must say of it
 * is printed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOLDER, PUBLISHED, SAYS } from './published.ts'

function pasar(args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/pasar.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { stdout, stderr, status }
}

/**
 * Charts change with fonts and libraries, agents and single runs take much room, and the page holds a library; what is
 * verified is in the other files.
 */
function withoutBulk(folder: string): void {
  for (const bulk of ['charts', 'runs', 'agents.parquet', 'study.json'])
    rmSync(join(folder, bulk), { recursive: true, force: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.files = manifest.files.filter(({ name }: { name: string }) =>
    existsSync(join(folder, name)),
  )
  writeFileSync(path, `${JSON.stringify(manifest, null, 1)}\n`)
}

mkdirSync(FOLDER, { recursive: true })
for (const [name, command] of Object.entries(PUBLISHED)) {
  const folder = join(FOLDER, name)
  const known = existsSync(folder)
  const { verdict, why, runs } = JSON.parse(pasar(['verify', folder, '--json', '--quiet']).stdout)
  if (known) console.log(`${name}: ${verdict}: ${why}`)
  if (verdict === 'exact') continue
  // Made anew from the first run on.
  rmSync(folder, { recursive: true, force: true })
  const { status, stderr } = pasar([...command, '--quiet', '--no-cache', '--out', folder])
  if (status !== 0) throw new Error(stderr)
  withoutBulk(folder)
  // Every run came out the same, and only what is told of it is other or more: a measure that was added.
  const told = verdict === 'altered' && runs.verified > 0 ? 'identical' : SAYS[verdict]
  const says = known ? `anew. In CHANGELOG.md: Results: ${told ?? 'changed'}` : 'first'
  console.log(`${name}: published ${says}`)
}
