/** A real browser, and a server of static files with no special headers. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Metafile } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser; undefined, with a sentence on the console, where there is none or it does not start. */
export async function browserFound(): Promise<Browser | undefined> {
  const executablePath = PLACES.find((place) => existsSync(place))
  if (executablePath === undefined) return without(`there is none of ${PLACES.join(', ')}`)
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS, chromiumSandbox: false })
  } catch (problem) {
    return without(`${executablePath} does not start: ${(problem as Error).message}`)
  }
}

function without(reason: string): undefined {
  console.warn(`Tests in a browser are skipped: ${reason}. On Debian: apt-get install chromium.`)
}

/** Hands in a file by its path from the root: `/page.js`. */
export type Files = (path: string) => string | Uint8Array | undefined

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

export interface Served {
  readonly address: string
  /** Paths asked for so far. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

const EMPTY = '<!doctype html><title>Pasar</title>'

/** Serves files on this machine, and an empty page as the root where they have none. */
export async function serve(
  files: Files,
  headers: Readonly<Record<string, string>> = {},
): Promise<Served> {
  const asked: string[] = []
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    asked.push(pathname)
    const content = files(pathname) ?? (pathname === '/' ? EMPTY : undefined)
    const type = TYPES[/\.(\w+)$/.exec(pathname)?.[1] ?? 'html'] ?? 'application/octet-stream'
    response
      .writeHead(content === undefined ? 404 : 200, { 'content-type': type, ...headers })
      .end(content)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** What a function that a module of the page exports gives for a value that can be written as JSON. */
export const told = <Result>(page: Page, module: string, name: string, given: unknown) =>
  page.evaluate<Result>(
    `import(${JSON.stringify(module)}).then((all) => all[${JSON.stringify(name)}](${JSON.stringify(given)}))`,
  )

/** Packages in the files that a page loads with its first one. */
export function packagesAtOnce({ outputs }: Metafile, first: string): string[] {
  const seen = new Set<string>()
  const visit = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { path: next, kind } of outputs[path].imports)
      if (kind === 'import-statement') visit(next)
  }
  visit(first)
  const inputs = [...seen].flatMap((path) => Object.keys(outputs[path].inputs))
  return [
    ...new Set(
      inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
    ),
  ]
}
