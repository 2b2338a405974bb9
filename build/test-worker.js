/** The worker thread of the tests, built once: a thread that reads TypeScript by itself takes seconds to begin. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export default async function setup() {
  const folder = mkdtempSync(join('node_modules', '.worker-'))
  const outfile = join(process.cwd(), folder, 'worker.js')
  await build({
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    target: 'node20',
    entryPoints: ['src/node/worker.ts'],
    outfile,
  })
  process.env.PASAR_WORKER = outfile
  return () => rmSync(folder, { recursive: true, force: true })
}
