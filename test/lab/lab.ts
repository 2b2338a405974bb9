/** The lab as it is built, and a page in which it is open. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Served, serve } from '../web/chromium.ts'

let folder: Promise<string> | undefined

/** The folder of the lab, built once for all files of tests. */
export const built = (): Promise<string> => (folder ??= build())

async function build(): Promise<string> {
  const { buildLab } = (await import('../../build/lab.js' as string)) as {
    buildLab(folder: string): Promise<void>
  }
  const made = resolve(mkdtempSync(join('node_modules', '.lab-')))
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  await buildLab(made)
  return made
}

/** Headers that isolate a page, so that it has memory that threads share. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

export async function served(headers: Readonly<Record<string, string>> = {}): Promise<Served> {
  const root = await built()
  const files = (path: string) => {
    const file = join(root, path === '/' ? 'index.html' : path)
    return existsSync(file) ? readFileSync(file) : undefined
  }
  return serve(files, headers)
}

export interface Opened {
  readonly page: Page
  /** What went wrong in the page. */
  readonly faults: readonly string[]
}

interface View {
  readonly width?: number
  readonly language?: string
}

export async function opened(
  browser: Browser,
  address: string,
  { width = 1400, language = 'en' }: View = {},
): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, locale: language })
  // A busy machine is slow, not at fault.
  page.setDefaultTimeout(200_000)
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error') faults.push(said.text())
  })
  await page.goto(address)
  return { page, faults }
}
