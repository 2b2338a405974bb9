/** Journals: a line a run with a sum, written by one process and only ever added to, so that whoever reads needs no lock. */
import { closeSync, fsyncSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { hashText } from '../engine/index.ts'
import type { Entry } from '../study/index.ts'
import { cannotWrite } from './disk.ts'

const ENDING = '.ndjson'

/** The journal of this process, made with its first line. */
export function ownJournal(folder: string, name: string) {
  const path = join(folder, `${name}${ENDING}`)
  let file: number | undefined
  return {
    add(entry: Entry): void {
      try {
        file ??= openSync(path, 'a')
        writeSync(file, lineOf(entry))
        fsyncSync(file)
      } catch (problem) {
        throw cannotWrite(path, problem)
      }
    },
    close(): void {
      if (file !== undefined) closeSync(file)
    },
  }
}

export const journalsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith(ENDING))

/**
 * Reads what the journals of a folder have grown by since it was called before.
 * @param note told of lines that cannot be used
 * @param except the name of a journal whose lines are known
 */
export function journalReader(
  folder: string,
  take: (entry: Entry) => void,
  note: (message: string) => void,
  except?: string,
): () => void {
  const read = new Map<string, number>()
  return () => {
    for (const name of journalsIn(folder)) {
      if (name === `${except}${ENDING}`) continue
      const bad = readOn(join(folder, name), read, take)
      if (bad > 0)
        note(
          `${join(folder, name)}: ${bad} damaged ${bad === 1 ? 'line' : 'lines'}; what stood there is run again`,
        )
    }
  }
}

/** A line of a journal: the entry, and a sum by which damage is seen. */
function lineOf(entry: Entry): Buffer {
  const text = JSON.stringify(entry)
  return Buffer.from(`${JSON.stringify({ sum: hashText(text), entry })}\n`)
}

/**
 * Takes the whole lines that a file has grown by; what follows the last line break is still being written, or was cut off by the
 * end of its process.
 * @returns how many lines are damaged
 */
function readOn(file: string, read: Map<string, number>, take: (entry: Entry) => void): number {
  const size = statSync(file).size
  const from = read.get(file) ?? 0
  if (size <= from) return 0
  const grown = bytesFrom(file, from, size)
  const end = grown.lastIndexOf(10) + 1
  read.set(file, from + end)
  const lines = grown.subarray(0, end).toString('utf8').split('\n').filter(Boolean)
  const entries = lines.map(entryIn)
  for (const entry of entries) if (entry !== undefined) take(entry)
  return entries.filter((entry) => entry === undefined).length
}

/** The bytes of a file between two places: a journal is long, and what was read of it is known. */
function bytesFrom(path: string, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from)
  const file = openSync(path, 'r')
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from))
  } finally {
    closeSync(file)
  }
}

function entryIn(line: string): Entry | undefined {
  try {
    const { sum, entry } = JSON.parse(line)
    return sum === hashText(JSON.stringify(entry)) ? entry : undefined
  } catch {
    return undefined
  }
}
