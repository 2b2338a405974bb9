/** Components of the lab in a real browser, each on an empty page. */
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { browserFound, type Served, serve } from '../web/chromium.ts'

export interface Stage {
  readonly page: Page
  /** Draws anew what a function of `stage.tsx` shows. */
  show(name: string, ...given: readonly unknown[]): Promise<void>
  /** Errors of the page so far. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

let files: ReadonlyMap<string, Uint8Array> | undefined

async function bundled(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
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
    logLevel: 'silent',
  })
  return new Map(outputFiles.map(({ path, contents }) => [`/${path.split('/').pop()}`, contents]))
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
  files ??= await bundled()
  const served: Served = await serve((path) => (path === '/' ? HTML : files!.get(path)))
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
