/** Builds the lab: a folder that anyone can host, and in it one file with everything inside, for a USB stick. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as bundle } from 'esbuild'
import { build } from 'vite'

const HERE = dirname(fileURLToPath(import.meta.url))
const configFile = join(HERE, 'lab.config.ts')

/** The one file in the folder that needs no other. */
const WHOLE = 'lab.html'

/** @param folder is emptied first */
export async function buildLab(folder) {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await write(folder)
  } finally {
    process.env.NODE_ENV = NODE_ENV ?? 'production'
  }
}

async function write(folder) {
  await build({ configFile, build: { outDir: folder } })
  await keepOffline(folder)
  const { output } = await build({ configFile, mode: 'single', build: { write: false } })
  const textOf = (ending) =>
    output
      .filter(({ fileName }) => fileName.endsWith(ending))
      .map(({ code, source }) => String(code ?? source))
      .join('\n')
  const page = readFileSync(join(HERE, '../src/lab/index.html'), 'utf8')
  // In a script no closing tag may stand, whatever it is a part of.
  const script = textOf('.js').replaceAll('</script', '<\\/script')
  const style = textOf('.css').replaceAll('</style', '<\\/style')
  const whole = page
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script id="pasar">${script}</script>`)
  writeFileSync(join(folder, WHOLE), whole)
}

/** What lets the page open without a network: it lists the files of the folder, those without a hash in their names by one. */
async function keepOffline(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({
      url: relative(folder, path).replaceAll('\\', '/'),
      revision: path.includes('assets')
        ? null
        : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
    }))
  await bundle({
    entryPoints: [join(HERE, '../src/lab/offline/service-worker.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    outfile: join(folder, 'service-worker.js'),
    define: { FILES: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await buildLab(resolve(process.argv[2] ?? 'dist/lab'))
