/** The lab as it is built, and a page in which it is open. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Served, serve } from '../web/chromium.ts'

const FOLDER = resolve('dist/lab')

/** The folder of the lab, as `npm run lab:build` leaves it. */
export function built(): string {
  if (!existsSync(FOLDER)) throw new Error('dist/lab is missing: npm run lab:build')
  return FOLDER
}

/** Headers that isolate a page, so that it has memory that threads share. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

export async function served(headers: Readonly<Record<string, string>> = {}): Promise<Served> {
  const root = built()
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

/**
 * The lab, served as long as the tests of a suite run; the browser is closed after them.
 * @returns opens a page, at a hash where one is given
 */
export function visited(
  browser: Browser | undefined,
): (hash?: string, view?: View) => Promise<Opened> {
  let server: Served
  beforeAll(async () => {
    server = await served()
  })
  afterAll(async () => {
    await server.close()
    await browser!.close()
  })
  return (hash = '', view = {}) => opened(browser!, `${server.address}${hash}`, view)
}
