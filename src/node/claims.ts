/** Claims: a file a run, named after it, which holds who makes it. They are advice: two makings of a run agree to the byte. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { cannotWrite } from './disk.ts'
import { contentsOf } from './owner.ts'

/** A process that has not shown itself for so long, in milliseconds, has left its runs to others. */
const SILENT = 300_000
const HEARTBEAT = 30_000

export interface Claims {
  /** Whether this process has it, or has got it now. */
  take(key: string): boolean
  release(key: string): void
  /** Takes away what is left of processes that were killed between keeping a run and giving up its claim. */
  forget(isKept: (key: string) => boolean): void
  close(): void
}

/** A file is made by one process alone: of two that want a run at one moment one gets it. */
export function folderClaims(folder: string, own: string): Claims {
  const held = new Set<string>()
  const fileOf = (key: string) => join(folder, key)
  const make = (key: string): boolean => {
    try {
      writeFileSync(fileOf(key), own, { flag: 'wx' })
      held.add(key)
      return true
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw cannotWrite(fileOf(key), problem)
    }
  }
  const beat = setInterval(() => {
    const now = new Date()
    for (const key of held)
      try {
        utimesSync(fileOf(key), now, now)
      } catch {
        // A claim that was taken away costs a run that is made twice, no more.
      }
  }, HEARTBEAT)
  beat.unref()
  const release = (key: string) => {
    if (held.delete(key)) rmSync(fileOf(key), { force: true })
  }
  return {
    release,
    take(key: string): boolean {
      if (held.has(key) || make(key)) return true
      if (!isLeft(fileOf(key))) return false
      rmSync(fileOf(key), { force: true })
      return make(key)
    },
    forget(isKept) {
      for (const key of contentsOf(folder))
        if (!held.has(key) && isKept(key)) rmSync(fileOf(key), { force: true })
    },
    close() {
      clearInterval(beat)
      for (const key of held) release(key)
    },
  }
}

/** Whether the process that claimed a run has not shown itself for long, or ran on this machine and is no more. */
function isLeft(file: string): boolean {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (touched === undefined) return true
  if (Date.now() - touched > SILENT) return true
  const holder = (() => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return ''
    }
  })()
  // Its process was killed before it could say who it was.
  if (holder === '') return Date.now() - touched > HEARTBEAT
  const parts = /^(.*)-(\d+)-[0-9a-z]+$/.exec(holder)
  if (parts === null || parts[1] !== hostname()) return false
  try {
    process.kill(Number(parts[2]), 0)
    return false
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
