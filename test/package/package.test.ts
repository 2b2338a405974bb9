/** The package is sound, and what it holds does what the pages say of it, in Node and in a page. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { blocksOf, nameIn, pages } from '../readme/blocks.ts'
import { browserFound, serve } from '../web/chromium.ts'
import { folder, installed, packed, ran } from './installed.ts'

const tarball = await packed()
const home = await installed(tarball)
const program = (name: string) => resolve('node_modules/.bin', name)
const node = (file: string, ...args: string[]) => ran(process.execPath, [file, ...args], home!)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A block of a page that names itself so, of a market small enough for a test. */
function example(name: string): string {
  const block = pages.flatMap(blocksOf).find((one) => nameIn(one) === name)
  if (block === undefined) throw new Error(`no page has ${name}`)
  return block.text.replace('quick: true', 'quick: true, scale: 0.2')
}

/** `first month, DATE to DATE: sales`, then `shopee 67 (56 to 79)`: the closure is seen, and intervals hold differences. */
function expectSound(printed: string) {
  const [heading, ...lines] = printed.trim().split('\n')
  expect(heading).toMatch(/^first month, 2023-10-05 to 2023-11-03: /)
  expect(lines.length).toBeGreaterThan(5)
  const rows = new Map<string, number>()
  for (const line of lines) {
    const [, group, ...numbers] = /^(.+) (-?\d+) \((-?\d+) to (-?\d+)\)$/.exec(line) ?? []
    const [difference, low, high] = numbers.map(Number)
    expect(low, line).toBeLessThanOrEqual(difference)
    expect(high, line).toBeGreaterThanOrEqual(difference)
    rows.set(group, difference)
  }
  expect(rows.get('tiktok-shop')).toBeLessThan(0)
}

let once: ReturnType<typeof node> | undefined
/** The example for Node, run once. */
const inNode = () => {
  writeFileSync(join(home!, 'compare.mjs'), example('compare.mjs'))
  once ??= node('compare.mjs')
  return once
}

describe('the package', () => {
  it('finds no fault with publint', async () => {
    const { code, out, err } = await ran(
      process.execPath,
      [program('publint'), 'run', tarball, '--strict'],
      folder,
    )
    expect(code, out + err).toBe(0)
  })

  it('has types that resolve, however they are looked up', async () => {
    const { code, out, err } = await ran(
      process.execPath,
      [program('attw'), tarball, '--profile=esm-only', '--no-definitely-typed'],
      folder,
    )
    expect(code, out + err).toBe(0)
  })

  it('holds the program, the library, its types and the scenarios, and no tests', async () => {
    const { out } = await ran('tar', ['-tzf', tarball], folder)
    const files = out.trim().split('\n')
    for (const file of [
      'dist/pasar.js',
      'dist/worker.js',
      'dist/library.js',
      'dist/library.d.ts',
      'dist/web/library.js',
      'dist/web/library.d.ts',
      'dist/web/worker.js',
      'dist/lab/index.html',
      'dist/lab/lab.html',
      'scenarios/indonesia-2023.yaml',
      'scenarios/schema.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
    ])
      expect(files).toContain(`package/${file}`)
    expect(files.filter((file) => /\b(test|src|output|node_modules)\//.test(file))).toEqual([])
  })
})

describe.skipIf(home === undefined)('the installed package', () => {
  it('loads nothing but itself, where nothing is drawn', async () => {
    // Modules are heard of by a hook, CommonJS by its cache, and compiled code by the process itself.
    writeFileSync(
      join(home!, 'loaded.mjs'),
      `import { createRequire, register } from 'node:module'
       const hook = 'import { writeSync } from "node:fs"; export const load = (url, context, next) => { writeSync(1, url + "\\\\n"); return next(url, context) }'
       register('data:text/javascript,' + encodeURIComponent(hook))
       await import('pasar')
       const require = createRequire(import.meta.url)
       console.log([...Object.keys(require.cache), ...process.report.getReport().sharedObjects].join('\\n'))`,
    )
    const { code, out, err } = await node('loaded.mjs')
    expect(code, err).toBe(0)
    const packages = [...out.matchAll(/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(
      ([, name]) => name,
    )
    expect([...new Set(packages)]).toEqual(['pasar'])
  })

  it('runs the program', async () => {
    const { code, out } = await ran('npm', ['exec', '--offline', '--', 'pasar', '--version'], home!)
    expect(code).toBe(0)
    expect(out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
  })

  it.each([
    ['nodenext', {}],
    ['bundler', { customConditions: ['browser'] }],
  ])('has types under module resolution %s %o', async (moduleResolution, more) => {
    const module = moduleResolution === 'nodenext' ? 'nodenext' : 'esnext'
    writeFileSync(
      join(home!, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          target: 'es2023',
          types: [],
          module,
          moduleResolution,
          ...more,
        },
        files: ['typed.ts'],
      }),
    )
    writeFileSync(
      join(home!, 'typed.ts'),
      `import { type Answer, compare, readScenario, type Scenario } from 'pasar'
       const read: Scenario = readScenario('a.yaml', { load: () => undefined, quick: true })
       export const answer: Promise<Answer> = compare(read, read, { runs: 2 })
       // @ts-expect-error: a number is no scenario
       export const wrong = compare(1, read)\n`,
    )
    const { code, out } = await node(program('tsc'))
    expect(out).toBe('')
    expect(code).toBe(0)
  })

  it('runs the example of the README in Node', async () => {
    const { code, out, err } = await inNode()
    expect(code, err).toBe(0)
    expectSound(out)
  })
})

const browser = home === undefined ? undefined : await browserFound()

describe.skipIf(browser === undefined)('the installed package in a page', () => {
  afterAll(() => browser?.close())

  it('runs the example of the README with the numbers of Node', async () => {
    const served = await serve((path) => {
      const file = join(home!, path)
      if (path === '/') return example('page.html')
      return existsSync(file) ? readFileSync(file) : undefined
    })
    try {
      const page = await browser!.newPage()
      const problems: string[] = []
      page.on('pageerror', (problem) => problems.push(problem.message))
      await page.goto(served.address)
      await page.waitForFunction('document.body.innerText !== ""', undefined, { timeout: 120_000 })
      expect(problems).toEqual([])
      expect(String(await page.evaluate('document.body.innerText')).trim()).toBe(
        (await inNode()).out.trim(),
      )
      expect(served.asked.some((path) => path.endsWith('/worker.js'))).toBe(true)
    } finally {
      await served.close()
    }
  })
})
