/** Folders that the program leaves, made once for all tests of what others make of them. */

import { join } from 'node:path'
import { expect } from 'vitest'
import { BAN, BASE, EARLY, pasar, small, temporary } from '../cli/pasar.ts'
import { priceStudy } from '../cli/textbook-study.ts'

export interface Resource {
  readonly name: string
  readonly path: string
  readonly type: string
  readonly bytes: number
  readonly hash: string
  readonly schema: {
    readonly fields: readonly {
      readonly name: string
      readonly type: string
      readonly unit?: string | { readonly column: string }
      readonly titles: { readonly en: string; readonly id: string }
    }[]
  }
}

const once = (make: () => Promise<string>) => {
  let made: Promise<string> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The closure of TikTok Shop, with all tables that a comparison may have. */
export const comparison = once(async () => {
  const out = join(temporary(), 'closure')
  const args = ['compare', BASE, BAN, ...small(), ...EARLY, '--why', '--out', out]
  const { code, err } = await pasar(args)
  expect(err).toBe('')
  expect(code).toBe(0)
  return out
})

export const manyPoints = once(async () => {
  const folder = temporary()
  const out = join(folder, 'points')
  const study = priceStudy(folder, { levels: 2, weeks: 12 })
  const { code } = await pasar(['study', study, '--quiet', '--no-report', '--out', out])
  expect(code).toBe(0)
  return out
})
