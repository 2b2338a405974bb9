/** Links of the lab: what goes out comes back, and nothing that somebody wrote does harm. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  comparisonOf,
  embeddingOf,
  fileOf,
  isLink,
  isOfVersion,
  type LinkResult,
  linkTo,
  readLink,
  type Shared,
  shippedOf,
} from '../../src/lab/share/index.ts'
import { MOST_BYTES, MOST_LETTERS } from '../../src/lab/share/shared.ts'
import { saidOfLink, shareWords } from '../../src/lab/share/words.ts'
import { LANGUAGES } from '../../src/report/index.ts'
import { readTogether } from '../../src/scenario/index.ts'

const OVERLAY = `title: TikTok Shop closes in May
extends: tiktok-shop-ban
policies:
  - closure: { venue: tiktok-shop, announced: 2023-05-02, effective: 2023-05-10T17:00+07:00 }
windows:
  first month: { days: closure + 1 day to closure + 30 days, main: true }
venues:
  shopee: { commission: 5 % }
`

const shared: Shared = {
  scenario: 'tiktok-shop-ban',
  overlay: OVERLAY,
  settings: [],
  both: [],
  version: '0.3.0',
  seed: 'pasar',
  size: { quick: true },
  stateHash: '0123456789abcdef',
  part: '',
}

const ok = <T>(result: LinkResult<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.findings))
  return result.value
}
const codesOf = (result: LinkResult<unknown>) =>
  result.ok ? [] : result.findings.map(({ code }) => code)
/** A link with any content, as somebody else may make it. */
const forged = (content: string | Uint8Array) =>
  `p1.${deflateRawSync(content, { level: 9 }).toString('base64url')}`

describe('a link', () => {
  it('carries what the page shows, and gives it back', async () => {
    expect(ok(await readLink(`#${ok(await linkTo(shared))}`))).toEqual(shared)
  })

  it('has about 260 characters for eight lines', async () => {
    expect(OVERLAY.trim().split('\n')).toHaveLength(8)
    const { length } = ok(await linkTo({ ...shared, overlay: OVERLAY }))
    expect(length).toBeGreaterThan(200)
    expect(length).toBeLessThan(400)
  })

  it('gives back whatever can be written into it', async () => {
    const text = (longest: number) =>
      fc
        .string({ unit: 'grapheme', maxLength: longest })
        .filter((one) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(one) && one.length <= longest)
    const any = fc.record({
      scenario: fc.stringMatching(/^[a-z][a-z0-9/-]{0,20}$/),
      overlay: fc.string({ unit: 'grapheme', maxLength: 400 }),
      settings: fc.array(text(100), { maxLength: 5 }),
      both: fc.array(text(100), { maxLength: 5 }),
      version: fc.stringMatching(/^\d\.\d{1,2}\.\d(-\w{1,5})?$/),
      seed: text(60),
      size: fc.record(
        {
          quick: fc.constant(true),
          scale: fc.double({ min: 1e-4, max: 1e4, noNaN: true }).filter((one) => one !== 1),
          days: fc.integer({ min: 1, max: 14_000 }),
        },
        { requiredKeys: [] },
      ),
      stateHash: fc.constantFrom('', '00ff00ff00ff00ff'),
      part: fc.constantFrom('', 'sales-over-time'),
    })
    await fc.assert(
      fc.asyncProperty(any, async (one) => {
        expect(ok(await readLink(ok(await linkTo(one))))).toEqual(one)
      }),
      { numRuns: 200 },
    )
  })

  it('is told from other hashes', async () => {
    expect(isLink(`#${ok(await linkTo(shared))}`)).toBe(true)
    expect(isLink('#p9.abc')).toBe(true)
    for (const other of ['', '#', '#results', '#p1', 'x']) expect(isLink(other)).toBe(false)
  })

  it('is not made where it would be too long to pass on', async () => {
    const noise = createHash('shake256', { outputLength: 30_000 }).update('noise').digest('base64')
    const overlay = `title: ${noise}`
    expect(codesOf(await linkTo({ ...shared, overlay }))).toEqual(['too-much-to-share'])
  })
})

describe('a link that somebody spoilt', () => {
  const without = async (from: number, to?: number) =>
    readLink(ok(await linkTo(shared)).slice(from, to))

  it('is refused by its length before anything is made of it', async () => {
    const decoding = vi.spyOn(globalThis, 'atob')
    expect(codesOf(await readLink(`p1.${'A'.repeat(10_000_000)}`))).toEqual(['too-long'])
    expect(decoding).not.toHaveBeenCalled()
    decoding.mockRestore()
  })

  it('does not unfold without bound', async () => {
    const bomb = forged(Buffer.alloc(20_000_000, ' '))
    expect(bomb.length).toBeLessThan(MOST_LETTERS)
    const before = process.memoryUsage().arrayBuffers
    expect(codesOf(await readLink(bomb))).toEqual(['too-large'])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
    expect(codesOf(await readLink(forged(' '.repeat(MOST_BYTES + 1))))).toEqual(['too-large'])
    expect(codesOf(await readLink(forged(' '.repeat(MOST_BYTES))))).toEqual(['damaged'])
  })

  it('is damaged where a part is missing', async () => {
    expect(codesOf(await without(0, 40))).toEqual(['damaged'])
    expect(codesOf(await without(0, -1))).toEqual(['damaged'])
    expect(codesOf(await readLink('p1.'))).toEqual(['damaged'])
    expect(codesOf(await readLink('results'))).toEqual(['damaged'])
  })

  it('is of a form, and of letters, that are known', async () => {
    expect(codesOf(await readLink('p2.AAAA'))).toEqual(['other-form'])
    for (const letter of ['+', '/', '=', '%', ' ', '\n', '<', 'é', '💥', '\0'])
      expect(codesOf(await readLink(`p1.AA${letter}A`))).toEqual(['alphabet'])
  })

  it.each([
    ['no text', new Uint8Array([0xff, 0xfe, 0x00])],
    ['no object', '[1, 2]'],
    ['nothing', 'null'],
    ['no JSON', '{b:1}'],
  ])('is damaged where it is %s', async (_, content) => {
    expect(codesOf(await readLink(forged(content)))).toEqual(['damaged'])
  })

  it.each([
    ['b', { v: '0.3.0' }],
    ['v', { b: 'duty' }],
    ['b', { b: '../../etc/passwd', v: '0.3.0' }],
    ['b', { b: 'https://example.org/x', v: '0.3.0' }],
    ['y', { b: 'duty', v: '0.3.0', y: ['title: x'] }],
    ['o', { b: 'duty', v: '0.3.0', o: ['a=1', 2] }],
    ['a', { b: 'duty', v: '0.3.0', a: 'a=1' }],
    ['o', { b: 'duty', v: '0.3.0', o: Array(1000).fill('a=1') }],
    ['v', { b: 'duty', v: '<img src=x onerror=alert(1)>' }],
    ['s', { b: 'duty', v: '0.3.0', s: 'x\u202ey' }],
    ['x', { b: 'duty', v: '0.3.0', x: 1e9 }],
    ['x', { b: 'duty', v: '0.3.0', x: '2' }],
    ['d', { b: 'duty', v: '0.3.0', d: 1.5 }],
    ['d', { b: 'duty', v: '0.3.0', d: null }],
    ['h', { b: 'duty', v: '0.3.0', h: 'ABC' }],
    ['p', { b: 'duty', v: '0.3.0', p: 'a b' }],
    ['zz', { b: 'duty', v: '0.3.0', zz: 1 }],
  ])('has a value %s that no page wrote', async (key, content) => {
    const read = await readLink(forged(JSON.stringify(content)))
    expect(read).toEqual({ ok: false, findings: [{ code: 'no-such-value', got: key }] })
  })

  it('does not reach the prototype of an object', async () => {
    const read = await readLink(forged('{"b":"duty","v":"0.3.0","__proto__":{"h":"1"}}'))
    expect(codesOf(read)).toEqual(['no-such-value'])
    expect(codesOf(await readLink(forged('{"b":"duty","v":"0.3.0","toString":1}')))).toEqual([
      'no-such-value',
    ])
  })

  it('never throws, whatever it is', async () => {
    const good = ok(await linkTo(shared))
    const letter = fc.constantFrom(...'ABab019-_.p+ é')
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), letter, fc.string(), async (at, one, rest) => {
        for (const hash of [
          good.slice(0, at) + one + good.slice(at + 1),
          good.slice(0, at) + rest,
          rest,
          `p1.${rest}`,
        ]) {
          const read = await readLink(hash)
          if (!read.ok) expect(read.findings).not.toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is told in both languages, with a few printable characters of it', () => {
    for (const language of LANGUAGES)
      for (const code of Object.keys(shareWords[language].faults)) {
        const got = `<script>${'x'.repeat(500)}\u202e`
        const said = saidOfLink(language, { code: code as never, got, expected: '7' })
        expect(said).toMatch(/^\p{Lu}.*[.)]$/u)
        expect(said.length).toBeLessThan(300)
        expect(said).not.toMatch(/\p{Cf}/u)
      }
    expect(Object.keys(shareWords.id.faults)).toEqual(Object.keys(shareWords.en.faults))
  })
})

describe('the scenario of a link', () => {
  const load = (path: string) => {
    try {
      return { text: readFileSync(path, 'utf8') }
    } catch {
      return undefined
    }
  }
  const openedAs = async (more: Partial<Shared>) => {
    const link = ok(await readLink(ok(await linkTo({ ...shared, ...more }))))
    const file = fileOf(link, { folder: 'scenarios/', name: 'shared', load })
    return readTogether(['scenarios/indonesia-2023.yaml', file.path], file.load, [
      ...file.both,
      ...file.set,
    ])
  }

  it('is the one that was sent', async () => {
    const { read, findings } = await openedAs({ both: ['venues.shopee.commission=6 %'] })
    expect(findings).toEqual([])
    expect(read[1].title).toBe('TikTok Shop closes in May')
    const [commission] = [read[1].input.tables.venues.find(({ name }) => name === 'shopee')!]
    expect(Object.values(commission.values.commission).every((share) => share === 0.06)).toBe(true)
  })

  it('stands in the place of the shipped one, as in an editor, where it has no name of its own', () => {
    const text = 'title: Own\nextends: indonesia-2023\n'
    const file = fileOf({ ...shared, overlay: text }, { folder: 'scenarios/', load })
    expect(file.path).toBe('scenarios/tiktok-shop-ban.yaml')
    expect(file.load(file.path)).toEqual({ text })
    expect(file.load('scenarios/indonesia-2023.yaml')).toEqual(
      load('scenarios/indonesia-2023.yaml'),
    )
  })

  it('stands on one that the page has', () => {
    const entries = [
      { path: 'scenarios/tiktok-shop-ban.yaml' },
      { path: 'scenarios/policies/duty.yaml' },
    ]
    const found = (scenario: string) => shippedOf({ scenario }, 'scenarios/', entries)
    expect(ok(found('policies/duty'))).toBe(entries[1])
    expect(codesOf(found('policies/tariff'))).toEqual(['no-such-scenario'])
  })

  it('is the shipped one where nothing was written', async () => {
    const { read } = await openedAs({ overlay: '' })
    expect(read[1].name).toBe('tiktok-shop-ban')
  })

  it.each([
    ['cyclic', 'a: &a [*a]\ntitle: x\n', 'alias-cycle'],
    [
      'exploding',
      `a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n${[...'bcdefgh']
        .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefg'[at]}`).join(', ')}]`)
        .join('\n')}\n`,
      'too-many-aliases',
    ],
    ['bottomless', `title: ${'['.repeat(50_000)}`, 'too-deep'],
    ['no scenario', 'just words', 'wrong-type'],
    ['one that extends itself', 'title: x\nextends: shared\n', 'extends-cycle'],
  ])('is refused with a finding where it is %s', async (_, overlay, code) => {
    const { read, findings } = await openedAs({ overlay })
    expect(read).toHaveLength(1)
    expect(findings.map((one) => one.code)).toContain(code)
    expect(findings[0].file).toBe('scenarios/shared.yaml')
  })
})

describe('the receiver of a link', () => {
  const here = { version: '0.3.0', stateHash: '0123456789abcdef' }

  it('is told of another version', () => {
    expect(isOfVersion(shared, '0.3.0')).toBe(true)
    expect(isOfVersion(shared, '0.3.1')).toBe(false)
  })

  it('sees whether the result is the sender’s, and why not', () => {
    const other = 'ffffffffffffffff'
    expect(comparisonOf(shared, here)).toBe('same')
    expect(comparisonOf({ ...shared, version: '0.2.0' }, here)).toBe('same')
    expect(comparisonOf({ version: '0.2.0', stateHash: other }, here)).toBe('versions')
    expect(comparisonOf({ version: '0.3.0', stateHash: other }, here)).toBe('unexplained')
    expect(comparisonOf({ ...shared, stateHash: '' }, here)).toBe('unsent')
    expect(comparisonOf(shared, { ...here, stateHash: '' })).toBe('unknown')
  })

  it('can put the lab into a page, whatever the title', () => {
    const line = embeddingOf(
      'https://example.org/lab/?a=1&b=2#p1.AA',
      '"><script>alert(1)</script>',
    )
    expect(line).toContain('src="https://example.org/lab/?a=1&amp;b=2#p1.AA"')
    expect(line).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(line.match(/</g)).toHaveLength(2)
  })
})
