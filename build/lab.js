/** Builds the lab: a folder that anyone can host, and in it one file with everything inside, for a USB stick. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await buildLab(resolve(process.argv[2] ?? 'dist/lab'))
