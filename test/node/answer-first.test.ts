import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadScenario, makeStudy } from '../../src/node/index.ts'
import { readTogether } from '../../src/scenario/index.ts'
import { designOf } from '../../src/study/index.ts'

it('an answer is told before its tables and whatever follows them are made', async () => {
  const files = ['three-sellers', 'three-sellers-fee'].map(
    (name) => `scenarios/textbook/${name}.yaml`,
  )
  const read = readTogether(files, loadScenario, ['size.buyers=500'])
  const out = join(mkdtempSync(join(tmpdir(), 'pasar-first-')), 'out')
  const asked = {
    ...{ threads: 1, files: true, out, report: false, language: 'en' as const },
    ...{ cache: false, command: ['compare', ...files] },
  }
  const made = ['effects.csv', 'series.parquet', 'manifest.json'].map((name) => join(out, name))
  const seen: boolean[][] = []
  const look = () => {
    seen.push(made.map((path) => existsSync(path)))
  }
  const { written, answer } = await makeStudy(
    designOf(read.read, { runs: 1 }),
    asked,
    {},
    {
      answered(one) {
        expect(one.effects.length).toBeGreaterThan(0)
        look()
      },
    },
  )
  look()
  expect(seen).toEqual([made.map(() => false), made.map(() => true)])
  expect(written).toBe(true)
  expect(answer.results).toHaveLength(2)
})
