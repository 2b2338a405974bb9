/**
 * `npm run docs` builds the site from docs and the declarations into output/docs, without a network.
 * `npm run docs -- --serve` shows it on this machine, `--out FOLDER` writes it elsewhere. DOCS_BASE is the path under which a
 * host has it (default /).
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build, serve } from 'vitepress'
import { Site } from './pages.ts'

/** @param outDir is emptied first; the pages lie in a folder beside it while it is built. */
export async function buildDocs(outDir: string, base = '/'): Promise<void> {
  const root = resolve(`${outDir}-pages`)
  const pages = new Site(root)
  pages.lay()
  pages.withLab('dist/lab')
  mkdirSync(join(root, '.vitepress/theme'), { recursive: true })
  copyFileSync(join(import.meta.dirname, 'look.css'), join(root, '.vitepress/theme/look.css'))
  writeFileSync(
    join(root, '.vitepress/theme/index.mts'),
    "import theme from 'vitepress/theme'\nimport './look.css'\nexport default theme\n",
  )
  const here = pathToFileURL(join(import.meta.dirname, 'site.ts')).href
  writeFileSync(
    join(root, '.vitepress/config.mts'),
    `import { site } from ${JSON.stringify(here)}\nexport default site(${JSON.stringify(base)}, ${JSON.stringify(resolve(outDir))})\n`,
  )
  await build(root)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { serve: { type: 'boolean' }, out: { type: 'string', default: 'output/docs' } },
  })
  await buildDocs(values.out, process.env.DOCS_BASE ?? '/')
  if (values.serve) await serve({ root: resolve(`${values.out}-pages`) })
  else console.log(`${values.out}: to read it, npm run docs -- --serve`)
}
