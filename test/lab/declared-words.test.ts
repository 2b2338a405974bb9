/** Words of declarations are no part of what the lab loads first, and are all there before anything shows them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { declaredWords, wordsIn } from '../../build/declared-words.ts'
import { describe as give, type Words, wordsOf } from '../../src/lab/described.ts'
import { reference, schemaText } from '../../src/report/index.ts'

vi.setConfig({ testTimeout: 240_000 })

type Market = typeof import('./words-of-market.ts')

const folder = mkdtempSync(join('node_modules', '.declared-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The market as the lab has it; a plugin changes its source first. */
async function marketOf(...first: Plugin[]): Promise<Market> {
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...first, declaredWords()],
    build: {
      lib: { entry: resolve('test/lab/words-of-market.ts'), formats: ['es'], fileName: 'market' },
      outDir: folder,
      minify: false,
    },
    resolve: { alias: { seedrandom: 'seedrandom/seedrandom.js' } },
  })
  return import(pathToFileURL(resolve(folder, 'market.js')).href)
}

/** Adds to the end of a module of the market. */
const adding = (module: string, text: string): Plugin => ({
  name: 'adding',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith(module) ? `${code}\n${text}` : undefined),
})

describe('words of declarations', () => {
  it('are left out, and given back as they are in the source', async () => {
    const market = await marketOf()
    const full = Object.values(wordsOf())
    const bare = Object.values(market.wordsOf())
    const lengthOf = (words: readonly Words[]) => JSON.stringify(words).length
    expect(lengthOf(bare)).toBeLessThan(lengthOf(full) / 2)
    expect(bare.filter(({ label }) => label !== '').length).toBeLessThan(full.length / 10)
    market.giveWords()
    expect(market.wordsOf()).toEqual(wordsOf())
    // Nothing that is made of them was made before they came.
    expect(market.schemaText()).toBe(schemaText())
    expect(market.reference()).toBe(reference())
  })

  it('are not taken from what the lab could not give them back', async () => {
    const unknown = adding('/tables/places.ts', `export const x = i32('Known to nobody')`)
    await expect(marketOf(unknown)).rejects.toThrow(
      '"Known to nobody" is of no declaration that src/lab/described.ts lists',
    )
  })

  it('are wanting for no declaration', () => {
    const { 'tables.regions.wage': _, ...rest } = wordsOf()
    expect(_).toBeDefined()
    expect(() => give(rest)).toThrow('tables.regions.wage has no words')
  })

  it('are literals of what declares, alone', () => {
    const code = `
      const common = { source: 'F1', grade: 'A' } as const
      const other = { source: 'a file', label: 'of a row' }
      const made = { a: number({ label: 'one', unit: 'x', source, grade }), b: u8.flag('two') }
      const drawn = { c: daily(\`three\`, 2), d: firmDraws((label) => still(label)) }`
    expect(wordsIn(code, 'x.ts').map(({ text }) => text)).toEqual(['F1', 'one', 'two', 'three'])
  })
})
