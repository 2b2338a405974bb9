/**
 * Builds `dist`: the program and the library for Node, which keep their packages outside, and the library for browsers,
 * which has them inside. Further arguments are files to be built beside the program.
 */
import { rmSync } from 'node:fs'
import { parse } from 'node:path'
import { build } from 'esbuild'

const more = Object.fromEntries(process.argv.slice(2).map((path) => [parse(path).name, path]))
const shared = { bundle: true, splitting: true, format: 'esm', logLevel: 'warning' }

rmSync('dist', { recursive: true, force: true })
await Promise.all([
  build({
    ...shared,
    entryPoints: {
      pasar: 'src/cli/pasar.ts',
      library: 'src/node/library.ts',
      worker: 'src/node/worker.ts',
      ...more,
    },
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
