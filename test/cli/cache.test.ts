/** `pasar cache` lists the baselines that comparisons keep, and clears them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BAN, BASE, EARLY, pasar as program, small, temporary } from './pasar.ts'

it('lists what is kept, and clears it', { timeout: 120_000 }, async () => {
  const folder = join(temporary(), 'kept')
  const env = { PASAR_CACHE: folder, PASAR_CACHE_LIMIT: '500000000' }
  const pasar = async (...args: string[]) => {
    const { out, err, code } = await program(args, env)
    expect({ err, code }).toEqual({ err: '', code: 0 })
    return out
  }
  const none = await pasar('cache')
  expect(none).toBe(
    `folder: ${folder} (PASAR_CACHE)\nkept: 0 baselines, 0 bytes, of at most 500 MB (PASAR_CACHE_LIMIT)\n`,
  )
  expect(await pasar('cache', '--clear')).toBe(`nothing is kept in ${folder}\n`)

  const study = [
    'compare',
    BASE,
    BAN,
    ...small({ runs: 2, cache: true }),
    ...EARLY,
    '--no-files',
    '--json',
  ]
  const first = await pasar(...study)
  const kept = readdirSync(folder)
  expect(kept).toHaveLength(2)
  writeFileSync(join(folder, 'notes.txt'), 'not ours')
  const told = JSON.parse(await pasar('cache', '--json'))
  expect(told).toMatchObject({ folder, limit: 500_000_000, cleared: false })
  expect(told.baselines.map(({ key }: { key: string }) => `${key}.baseline`).sort()).toEqual(
    kept.sort(),
  )
  expect(told.bytes).toBeGreaterThan(1000)
  const listed = await pasar('cache')
  expect(listed).toMatch(/\nkept: 2 baselines, [\d.]+ [kM]B, of at most 500 MB/)
  for (const { key } of told.baselines)
    expect(listed).toMatch(new RegExp(`^${key} .* \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC$`, 'm'))

  // A study that is to leave it alone neither adds to it nor differs.
  const used = told.baselines.map((one: { used: string }) => one.used)
  expect(await pasar(...study, '--no-cache')).toBe(first)
  const after = JSON.parse(await pasar('cache', '--json'))
  expect(after.baselines.map((one: { used: string }) => one.used)).toEqual(used)

  expect(await pasar('cache', '--clear')).toMatch(/^removed from .*: 2 baselines, [\d.]+ [kM]B\n$/)
  expect(readdirSync(folder)).toEqual(['notes.txt'])
})

it.each([[], ['--clear']])('says so where its folder is a file', async (...words) => {
  const file = join(temporary(), 'file')
  writeFileSync(file, 'mine')
  const { code, err } = await program(['cache', ...words], { PASAR_CACHE: file })
  expect(code).toBe(2)
  expect(err).toContain(
    `PASAR_CACHE is ${file}, which cannot be used: a part of the path is a file`,
  )
  expect(readFileSync(file, 'utf8')).toBe('mine')
})
