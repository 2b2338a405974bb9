/** A scenario taken along from the lab runs as its first line says, from where it says that it is to be put. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gallery, texts } from '../../build/lab-scenarios.ts'
import type { Dial, Work } from '../../src/lab/desk/messages.ts'
import { readPair } from '../../src/lab/desk/read-pair.ts'
import { textWith } from '../../src/lab/desk/text.ts'
import { written } from '../../src/lab/desk/written.ts'
import { readTogether, type Scenario } from '../../src/scenario/index.ts'

const known = texts()

function read(work: Work) {
  const found = readPair(work, known)
  if (!found.ok) throw new Error(found.findings.en.join('\n'))
  return found
}

/** Another value of a dial, near the one it has. */
const near = ({ value, step, range }: Dial): number =>
  value + step <= range[1] ? value + step : value - step

/** A work in which its numbers are moved, of the policy and of both worlds. */
function moved(path: string, baseline: string): Work {
  const work: Work = { path, baseline, set: [], both: [] }
  const { dials, policy } = read(work)
  const settings = (of: Dial['of']) =>
    dials
      .filter((one) => one.of === of && one.kind === 'number')
      .flatMap((one) =>
        one.paths.map((each) => `${each}=${written(one, near(one), policy.input.start)}`),
      )
  return { ...work, set: settings('policy'), both: settings('both') }
}

/** The words of the command in the first line, as a shell takes them. */
const wordsOf = (text: string): string[] =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${text.split('\n')[0].replace(/^# /, '')}`], {
    encoding: 'utf8',
  })
    .trimEnd()
    .split('\n')

/** What its first line compares, where the file lies at a path. */
function compared(text: string, at?: string): readonly Scenario[] {
  const [, , command, baseline, own, ...options] = wordsOf(text)
  expect(command).toBe('compare')
  expect(known).not.toHaveProperty([own])
  const path = at ?? own
  const set = options.filter((_, place) => options[place - 1] === '--set')
  const load = (asked: string) => {
    const found = asked === path ? text : known[asked]
    return found === undefined ? undefined : { text: found }
  }
  const found = readTogether([baseline, path], load, set)
  expect(found.findings).toEqual([])
  return found.read
}

const printsOf = (scenarios: readonly Scenario[]) => scenarios.map(({ fingerprint }) => fingerprint)

describe('a scenario taken along', () => {
  it.each(gallery().map(({ path, baseline }) => [path, baseline]))(
    'is the one that was run, with all that was moved in it: %s',
    (path, baseline) => {
      const work = moved(path, baseline)
      const { baseline: before, policy } = read(work)
      const text = textWith(work, known)
      expect(printsOf(compared(text))).toEqual(printsOf([before, policy]))
      // The policy alone is in the file: the command has what moves both worlds.
      const settings = wordsOf(text).filter((_, at, all) => all[at - 1] === '--set')
      expect(settings).toEqual(work.both)
      const [, own] = compared(textWith({ ...work, both: [] }, known))
      expect(own.fingerprint).toBe(read({ ...work, both: [] }).policy.fingerprint)
    },
  )

  it('is found from the folder of the program, and from any folder in it', () => {
    for (const path of ['scenarios/tiktok-shop-ban.yaml', 'scenarios/clusters/tanah-abang.yaml']) {
      const work: Work = { path, baseline: 'scenarios/indonesia-2023.yaml', set: [], both: [] }
      const expected = printsOf([read(work).baseline, read(work).policy])
      for (const at of ['my.yaml', 'output/my.yaml', 'scenarios/my.yaml'])
        expect(printsOf(compared(textWith(work, known), at)), at).toEqual(expected)
    }
  })

  it('with amounts in lists, and of others than a slider moves', () => {
    const path = 'scenarios/tiktok-shop-ban.yaml'
    const text = `${known[path]}
courses:
  - { of: venues.shopee.subsidy, points: { 2023-10-02: 4 kRp } }
`
    const set = [
      'courses.venues.shopee.subsidy.points.2023-10-02=3',
      'venues.lazada.commission=0.03',
      'households.impulse-displacement=0.4',
    ]
    const work: Work = { path, baseline: 'scenarios/indonesia-2023.yaml', text, set, both: [] }
    const made = textWith(work, known)
    expect(wordsOf(made)).not.toContain('--set')
    expect(printsOf(compared(made))).toEqual(printsOf([read(work).baseline, read(work).policy]))
  })

  it('is run by the program as its first line says', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pasar-taken-'))
    cpSync('scenarios', join(folder, 'scenarios'), { recursive: true })
    const work: Work = {
      path: 'scenarios/clusters/tanah-abang.yaml',
      baseline: 'scenarios/indonesia-2023.yaml',
      set: ['policies.1.closure.promotion=forbidden'],
      both: ['categories.*.impulse-share=0.4'],
    }
    const text = textWith(work, known)
    const [, , ...words] = wordsOf(text)
    writeFileSync(join(folder, words[2]), text)
    const out = execFileSync(
      process.execPath,
      [
        ...[resolve('dist/pasar.js'), ...words, '--runs', '1', '--days', '300', '--scale', '0.05'],
        ...['--no-files', '--quiet'],
      ],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PASAR_CACHE: join(folder, 'cache') },
      },
    )
    // What moves both worlds is no difference between them.
    expect(out.replace(/\s+/g, ' ')).toContain('Links from its feed to other venues: forbidden')
    expect(out).not.toMatch(/impuls/i)
  })
})
