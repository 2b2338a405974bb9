/** Components of the lab in a real browser, each on an empty page. */
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { browserFound, packagesAtOnce, type Served, serve } from '../web/chromium.ts'

export interface Stage {
  readonly page: Page
  /** Draws anew what a function of `stage.tsx` shows. */
  show(name: string, ...given: readonly unknown[]): Promise<void>
  /** Errors of the page so far. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

interface Bundle {
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Packages in what the page loads first. */
  readonly packages: readonly string[]
}

let bundle: Bundle | undefined

export async function bundled(): Promise<Bundle> {
  bundle ??= await made()
  return bundle
}

async function made(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: { stage: 'test/lab/stage.tsx' },
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'stage',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return {
    files: new Map(
      outputFiles.map(({ path, contents }) => [`/${path.split('/').pop()}`, contents]),
    ),
    packages: packagesAtOnce(metafile, 'stage/stage.js'),
  }
}

const HTML = `<!doctype html><html lang="en"><title>Stage</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="stage.css">
<style>body { margin: 1rem; font: 16px/1.5 "DejaVu Sans", sans-serif; color: #222 }</style>
<main id="stage"></main></html>`

/** A page with the components; undefined where there is no browser. */
export async function stage(): Promise<Stage | undefined> {
  const browser = await browserFound()
  if (browser === undefined) return undefined
  const { files } = await bundled()
  const served: Served = await serve((path) => (path === '/' ? HTML : files.get(path)))
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(served.address)
  return {
    page,
    errors,
    show: (name, ...given) =>
      page.evaluate(
        `import('/stage.js').then((all) => all[${JSON.stringify(name)}](...${JSON.stringify(given)}))`,
      ),
    async close() {
      await browser.close()
      await served.close()
    },
  }
}
