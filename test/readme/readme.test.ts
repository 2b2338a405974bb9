/**
 * What the pages say is so: commands run, scenarios read, links lead somewhere, lists are those of the code.
 * Blocks marked `sh` are run; blocks marked `console` show what takes longer, and output.
 */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, normalize, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATALOGUE, DAY } from '../../src/market/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { levelsTable } from '../../src/report/text/effects-table.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { readFacts, readStudyFile } from '../../src/study/index.ts'
import { shipped } from '../scenario/files.ts'
import { anchorsOf, blocksIn, blocksOf, linksOf, nameIn, pages, read } from './blocks.ts'

const run = promisify(execFile)
const guide = pages.filter((page) => page.startsWith('docs/guide/'))

describe('the README', () => {
  it('is read in a few minutes', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150)
  })

  it('leads to every page of the guide', () => {
    expect(guide.filter((page) => !linksOf('README.md').includes(page))).toEqual([])
  })
})

describe('the lists of the pages', () => {
  it('has the day of the code, rule by rule', () => {
    const listed = /<!-- day -->\n(.*?)\n<!-- \/day -->/s.exec(read('docs/guide/day.md'))?.[1]
    const day = DAY.map(({ name, every, does }, at) => `${at + 1}. **${name}** (${every}): ${does}`)
    expect(listed?.split('\n')).toEqual(day)
  })

  it('names every policy of the catalogue, as the model page does', () => {
    for (const { name } of CATALOGUE) {
      expect(read('docs/guide/questions.md')).toContain(`\`${name}\``)
      expect(read('docs/model.md')).toContain(`| ${name} |`)
    }
  })

  it('names only commands that exist', async () => {
    const { stdout } = await run(process.execPath, ['dist/pasar.js', '--help'])
    const known = [...stdout.matchAll(/^ {2}(?:npx )?pasar (\w+)/gm)].map(([, command]) => command)
    const used = pages.flatMap((page) =>
      [...read(page).matchAll(/(?:dist\/pasar\.js|npx pasar) (\w+)/g)].map(
        ([, command]) => command,
      ),
    )
    expect(used.filter((command) => !known.includes(command))).toEqual([])
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const asked = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run ([a-z]+)/g)].map(([, script]) => script),
    )
    expect(asked.filter((script) => !scripts.includes(script))).toEqual([])
  })
})

describe('the sample of the three potters', () => {
  const block = blocksIn('console').find(({ text }) => text.includes('Ani'))!
  const lines = block.text.trimEnd().split('\n')
  const sellers = ['Ani', 'Budi', 'Cici']
  const told = lines.map((line) => line.match(/[\d.]+/g)!.map(Number))

  it('has the labels and columns that the program prints', () => {
    const labels = { 0: sellers[0], 1: sellers[1], 2: sellers[2] }
    const rows = [
      ...sellers.map((_, at) => ({ measure: 'seller price', group: `${at}`, unit: 'kRp' })),
      ...sellers.map((_, at) => ({ measure: 'seller share', group: `${at}`, unit: 'share' })),
      { measure: 'outside-option share', group: 'all', unit: 'share' },
    ]
    const levels = rows.map((row, at) => {
      const [mean, low, high] = told[at].map((n) => (row.unit === 'share' ? n / 100 : n))
      return { ...row, scenario: 'potters', runs: 8, mean, low, high }
    })
    expect(lines).toEqual(levelsTable(levels, labels, 'en').slice(1))
  })

  it('has prices at the solved equilibrium, and shares that add up to one', () => {
    const prices = told.slice(0, 3)
    for (const [at, solved] of [85.33, 82.28, 74.45].entries())
      expect(Math.abs(prices[at][0] - solved)).toBeLessThan(0.02)
    expect(told.slice(3).reduce((sum, [mean]) => sum + mean, 0)).toBeCloseTo(100, 2)
  })
})

describe('links', () => {
  it.each(pages)('of %s lead to what exists', (page) => {
    const broken = linksOf(page).filter((target) => {
      const [path, anchor] = target.split('#')
      const file = path === '' ? page : normalize(join(dirname(page), path))
      if (!existsSync(file)) return true
      return anchor !== undefined && !anchorsOf(file).includes(anchor)
    })
    expect(broken).toEqual([])
  })
})

describe('sources', () => {
  it('has a row for every fact that a scenario or a declaration cites', () => {
    const rows = [...read('docs/sources.md').matchAll(/^\| ([FC]\d+) \|/gm)].map(([, row]) => row)
    const cited = citedIn(shipped.map(read).join('\n') + read('scenarios/REFERENCE.md'))
    expect(cited.length).toBeGreaterThan(30)
    expect(cited.filter((row) => !rows.includes(row))).toEqual([])
  })

  /** Rows as they are cited: `F27`, `F40, F41`, `F144 to F148`. */
  function citedIn(text: string): string[] {
    return [...text.matchAll(/\bF(\d{1,3})(?: to F(\d{1,3}))?\b/g)].flatMap(([, from, to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) => `F${Number(from) + step}`),
    )
  }
})

describe('TypeScript', () => {
  it.each(blocksIn('ts').map((block) => [nameIn(block) ?? 'nowhere', block] as const))(
    'of %s is in that file, line by line',
    (file, block) => {
      const lines = read(file)
        .split('\n')
        .map((line) => line.trim())
      const quoted = block.text
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('//'))
      expect(quoted.filter((line) => !lines.includes(line))).toEqual([])
    },
  )
})

describe('YAML', () => {
  const named = blocksIn('yaml').map((block) => [nameIn(block) ?? '', block] as const)
  const written = new Map(named.map(([path, { text }]) => [path, text]))

  it('names its file on the first line', () => {
    expect(blocksIn('yaml').filter((block) => nameIn(block) === undefined)).toEqual([])
  })

  it.each(named.map(([path, block]) => [path, block.page, block.text] as const))(
    '%s of %s reads without a finding',
    (path, _, text) => {
      const load = (asked: string) => {
        const found = asked === path ? text : written.get(asked)
        return found === undefined ? loadScenario(asked) : { text: found }
      }
      const holds = (key: string) => new RegExp(`^${key}:`, 'm').test(text)
      const read = holds('vary') ? readStudyFile : holds('facts') ? readFacts : readScenario
      const result = read(path, load)
      expect(result.ok ? '' : result.findings.map(formatFinding).join('\n')).toBe('')
    },
  )
})

describe('commands', () => {
  let folder: string

  /** A copy of what the commands touch, with the scenarios of the page in it. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasar-readme-'))
    cpSync('scenarios', join(folder, 'scenarios'), { recursive: true })
    symlinkSync(resolve('dist'), join(folder, 'dist'))
    for (const block of blocksIn('yaml')) writeFileSync(join(folder, nameIn(block)!), block.text)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const commands = ['README.md', ...guide]
    .flatMap(blocksOf)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ page, text, line }) =>
      text
        .trim()
        .split('\n')
        .map((command, at) => [`${page}:${line + at}`, command] as const),
    )

  it('are there', () => {
    expect(commands.length).toBeGreaterThan(3)
  })

  it.each(commands)('%s: %s', { timeout: 180_000 }, async (_, command) => {
    const { stdout } = await run('sh', ['-c', command], { cwd: folder, maxBuffer: 1e8 })
    expect(stdout).not.toBe('')
  })

  it('with a value replaced, as the table of conflicts has them, are checked', async () => {
    const sets = [
      ...read('docs/guide/limits.md').matchAll(
        /`--set ([a-z-]+\.[a-z.-]+=[\d.]+)(?: --set ([a-z-]+\.[a-z.-]+=[\d.]+))?/g,
      ),
    ].flatMap(([, ...found]) => found.filter((set) => set !== undefined))
    expect(sets.length).toBeGreaterThan(3)
    const given = sets.flatMap((set) => ['--set', set])
    const args = ['dist/pasar.js', 'check', 'scenarios/indonesia-2023.yaml', ...given]
    const { stdout } = await run(process.execPath, args, { cwd: folder })
    expect(stdout).toContain('no fault found')
  })
})
