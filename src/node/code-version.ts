/** Which code runs: runs of another code are not taken for runs of this one. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VERSION } from '../study/index.ts'

let version: string | undefined

/** The version of the program and a hash of its files: of the built ones, or of the sources where these run. */
export function codeVersion(): string {
  version ??= `${VERSION}-${hashOf(codeFiles(fileURLToPath(import.meta.url)))}`
  return version
}

function codeFiles(self: string): string[] {
  if (!self.endsWith('.ts')) {
    const folder = dirname(self)
    return readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => join(folder, name))
  }
  const sources = join(dirname(self), '..')
  return ['engine', 'market', 'study'].flatMap((floor) => filesUnder(join(sources, floor)))
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name))

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}
