/**
 * Builds `dist`: the program and the library for Node, and the library for browsers, with their packages inside: a program
 * that reads fewer files starts sooner. Outside stays what draws, which is loaded when it is needed and brings files of its
 * own. Further arguments are files to be built beside the program.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, parse } from 'node:path'
import { build } from 'esbuild'

const more = Object.fromEntries(process.argv.slice(2).map((path) => [parse(path).name, path]))
const DRAWING = ['vega', 'vega-lite', '@resvg/resvg-js', 'dejavu-fonts-ttf']
/** Some packages ask for modules of Node as files did before there were modules. */
const REQUIRE =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);'
const shared = { bundle: true, splitting: true, format: 'esm', logLevel: 'warning' }

/** The folder of the lab, which is built by itself (build/lab.js). */
const LAB = 'lab'
for (const name of existsSync('dist') ? readdirSync('dist') : [])
  if (name !== LAB) rmSync(join('dist', name), { recursive: true, force: true })
await Promise.all([
  build({
    ...shared,
    entryPoints: {
      pasar: 'src/cli/pasar.ts',
      library: 'src/node/library.ts',
      worker: 'src/node/worker.ts',
      policy: 'src/market/policy/kit.ts',
      ...more,
    },
    platform: 'node',
    external: DRAWING,
    banner: { js: REQUIRE },
    target: 'node20',
    outdir: 'dist',
  }),
  build({
    ...shared,
    entryPoints: {
      library: 'src/web/library.ts',
      worker: 'src/web/worker.ts',
      policy: 'src/market/policy/kit.ts',
    },
    platform: 'browser',
    target: 'es2022',
    minify: true,
    outdir: 'dist/web',
  }),
])
