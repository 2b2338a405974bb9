/** Serves the built lab to browsers of this machine alone. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DiskFault } from './disk-fault.ts'
import { opener } from './opener.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

const PAGE = 'index.html'

export interface Served {
  readonly address: string
  close(): Promise<void>
}

/** The folder of the lab, beside the program. */
const labFolder = (): string => {
  const here = dirname(fileURLToPath(import.meta.url))
  return (
    [join(here, 'lab'), join(here, '..', '..', 'dist', 'lab')].find((folder) =>
      existsSync(join(folder, PAGE)),
    ) ?? ''
  )
}

/**
 * @param port 0 takes any that is free
 * @throws DiskFault where the lab has not been built, or the port is taken
 */
export async function serveLab(port: number, folder = labFolder()): Promise<Served> {
  if (folder === '') throw new DiskFault('the lab is not built here\nbuild it: npm run lab:build')
  const server = createServer(async ({ url = '/', method }, response) => {
    const file = fileOf(folder, url)
    const content = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    if (content === undefined || file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n')
      return
    }
    // Files that carry a hash in their names never change; the page itself may, with the next version.
    const lasts = file.includes(`${sep}assets${sep}`)
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': lasts ? 'max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    response.end(method === 'HEAD' ? undefined : content)
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  }).catch((problem: NodeJS.ErrnoException) => {
    throw new DiskFault(
      problem.code === 'EADDRINUSE'
        ? `port ${port} is taken\nchoose another with --port, or leave it out`
        : `cannot listen on port ${port}: ${problem.message}`,
    )
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** The file that an address means; undefined of what lies outside the folder, or cannot be read as an address. */
function fileOf(folder: string, url: string): string | undefined {
  try {
    const { pathname } = new URL(url, 'http://localhost')
    const file = resolve(
      folder,
      `.${decodeURIComponent(pathname)}`,
      pathname.endsWith('/') ? PAGE : '',
    )
    return file.startsWith(resolve(folder) + sep) ? file : undefined
  } catch {
    return undefined
  }
}

/**
 * Opens an address by the program that does so on this system.
 * @param note told where there is none
 */
export function openAddress(address: string, note: (message: string) => void): void {
  const [command, ...rest] = opener()
  const browser = spawn(command, [...rest, address], { stdio: 'ignore', detached: true })
  browser.on('error', () => note('open this address in a browser'))
  browser.unref()
}
