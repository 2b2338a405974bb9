/** The files under src, what they import, and their code without comments and strings. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export interface Source {
  /** From the root of the repository: `src/market/day.ts`. */
  readonly path: string
  /** The floor: `engine`, `market` ... */
  readonly floor: string
  readonly text: string
  /** The text without comments and string literals. */
  readonly code: string
  /** Files under src that it imports, types included. */
  readonly imports: readonly string[]
  /** Packages and modules of Node that it imports. */
  readonly packages: readonly string[]
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  )

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const targets = targetsOf(text)
  return {
    path,
    floor: path.split('/')[1],
    text,
    code: stripped(text),
    imports: targets
      .filter((target) => target.startsWith('.'))
      .map((target) => posix.join(dirname(path), target))
      .filter((target) => /\.tsx?$/.test(target)),
    packages: targets.filter((target) => !target.startsWith('.')),
  }
}

/** What stands after `from` or in `import(...)`. */
const targetsOf = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?:^import|\bfrom|\bimport\()\s*'([^']+)'/gm)].map(([, target]) => target),
  ),
]

const COMMENTS_AND_STRINGS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{[^}]*\}|[^`\\])*`/g

/** Keeps what stands in the holes of a template. */
const stripped = (text: string): string =>
  text.replace(COMMENTS_AND_STRINGS, (found) =>
    found.startsWith('`')
      ? ` ${[...found.matchAll(/\$\{([^}]*)\}/g)].map(([, hole]) => hole).join(' ; ')} `
      : ' ',
  )

/** The first circle of imports, as a path that ends where it begins; undefined where there is none. */
export function circle(files: readonly Pick<Source, 'path' | 'imports'>[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file.imports]))
  const cleared = new Set<string>()
  const visit = (path: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path]
    if (cleared.has(path)) return undefined
    for (const next of byPath.get(path) ?? []) {
      const found = visit(next, [...above, path])
      if (found) return found
    }
    cleared.add(path)
    return undefined
  }
  for (const { path } of files) {
    const found = visit(path, [])
    if (found) return found
  }
  return undefined
}

export const sources: readonly Source[] = filesUnder('src')
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map(read)
