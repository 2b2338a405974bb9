/** Files of others in the place of ours: what was changed since it was written, or written by somebody else, is kept. */
import { existsSync, lstatSync, readFileSync, renameSync } from 'node:fs'
import { join, parse } from 'node:path'
import { writeWhole } from './disk.ts'
import { jsonIn } from './owner.ts'
import { hashed } from './record-files.ts'

export const isChanged = (path: string, name: string, sha256: string | undefined): boolean =>
  sha256 !== undefined && hashed(name, readFileSync(join(path, name))).sha256 !== sha256

/** Renames `effects.csv` to `effects.edited.csv`, or with a number where that is taken. @returns the new name */
export function setAside(path: string, name: string): string {
  const { dir, name: stem, ext } = parse(name)
  for (let nth = 1; ; nth++) {
    const other = join(dir, `${stem}.edited${nth === 1 ? '' : `-${nth}`}${ext}`)
    if (existsSync(join(path, other))) continue
    renameSync(join(path, name), join(path, other))
    return other
  }
}

/** The list of what was written into a folder, with hashes, for folders in which several processes work. */
const LIST = 'files.json'

/**
 * Makes room for a file of ours. A folder without a list is one of before there were lists: what stands there is ours.
 * @returns the name under which what stood there is kept, where it is not what we wrote
 */
export function makeRoom(
  path: string,
  name: string,
  content: string | Uint8Array,
): string | undefined {
  const list = jsonIn(join(path, LIST)) as Readonly<Record<string, string>> | undefined
  const { sha256 } = hashed(name, content)
  const stands = lstatSync(join(path, name), { throwIfNoEntry: false })?.isFile() === true
  const isOther =
    list !== undefined &&
    stands &&
    isChanged(path, name, sha256) &&
    isChanged(path, name, Object(list)[name] ?? '')
  const kept = isOther ? setAside(path, name) : undefined
  if (Object(list)[name] !== sha256)
    writeWhole(
      join(path, LIST),
      `${JSON.stringify({ ...Object(list), [name]: sha256 }, null, 2)}\n`,
    )
  return kept
}
