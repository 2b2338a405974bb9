/**
 * Builds `dist`: the program and the library for Node, which keep their packages outside, and the library for browsers,
 * which has them inside. Further arguments are files to be built beside the program.
 */
import { rmSync } from 'node:fs'
import { parse } from 'node:path'
import { build } from 'esbuild'

const shared = { bundle: true, splitting: true, format: 'esm', logLevel: 'warning' }

const entryPoints = { pasar: 'src/cli/pasar.ts', library: 'src/node/library.ts', worker: 'src/node/worker.ts' }
for (const path of process.argv.slice(2)) entryPoints[parse(path).name] = path

rmSync('dist', { recursive: true, force: true })
await Promise.all([
  build({
    ...shared,
    entryPoints,
    platform: 'node',
    packages: 'external',
    target: 'node20',
    outdir: 'dist',
  }),
  build({
    ...shared,
    entryPoints: { library: 'src/web/library.ts', worker: 'src/web/worker.ts' },
    platform: 'browser',
    target: 'es2022',
    minify: true,
    outdir: 'dist/web',
  }),
])
