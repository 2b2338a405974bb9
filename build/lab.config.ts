/** How vite builds the lab: a folder of files with relative paths; in the mode `single`, one script with everything inside. */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { declaredWords } from './declared-words.ts'
import { firstVisit, gallery, studies, texts } from './lab-scenarios.ts'

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { readonly version: string }
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const WORKER = 'virtual:worker-address'

/** Modules that are made while the lab is built: what is known of shipped scenarios before any of them is read. */
const MADE: Readonly<Record<string, () => unknown>> = {
  'virtual:scenarios': texts,
  'virtual:gallery': gallery,
  'virtual:first-visit': firstVisit,
  'virtual:studies': studies,
}

const made = (single: boolean): Plugin => ({
  name: 'pasar-made',
  resolveId: (id) => (id === WORKER || id in MADE ? `\0${id}` : undefined),
  load(id) {
    // Of the description of the package the page knows its version alone.
    if (id === join(ROOT, 'package.json')) return JSON.stringify({ version })
    const name = id.slice(1)
    if (name in MADE) return `export default ${JSON.stringify(MADE[name]())}`
    if (name !== WORKER) return undefined
    if (single) return 'export default undefined'
    // The worker shares its chunks with the page: the market is loaded once.
    const worker = this.emitFile({ type: 'chunk', id: join(ROOT, 'src/lab/worker.ts') })
    return `export default import.meta.ROLLUP_FILE_URL_${worker}`
  },
})

export default defineConfig(({ mode }) => {
  const single = mode === 'single'
  return {
    root: join(ROOT, 'src/lab'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [made(single), declaredWords()],
    // The one generator that is used, without the others that come with it.
    resolve: { alias: { seedrandom: 'seedrandom/seedrandom.js' } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: join(ROOT, 'dist/lab'),
      emptyOutDir: true,
      target: 'es2022',
      // What preloads looks for a document, which a worker has not.
      modulePreload: false,
      // The script of the single file is its workers too, which have no document to put a style into.
      cssCodeSplit: !single,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        checks: { bundlerTimings: false, emptyImportMeta: false },
        ...(single
          ? {
              input: join(ROOT, 'src/lab/single.ts'),
              output: { format: 'iife', codeSplitting: false },
            }
          : {
              // Words of parameters come with the sliders, after the first picture.
              output: {
                codeSplitting: {
                  groups: [{ name: 'parameter-words', test: /(?:parameter|option)-words\.ts$/ }],
                },
              },
            }),
      },
    },
  }
})
