import { describe, expect, it } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import type { Language } from '../../src/report/input.ts'
import { labelsOf } from '../../src/report/labels.ts'
import { pageWords } from '../../src/report/page-words.ts'
import { wrapped } from '../../src/report/text/columns.ts'
import { enoughLines } from '../../src/report/text/enough.ts'
import {
  differenceLines,
  proofLines,
  solvedLines,
  unpairedLines,
} from '../../src/report/text/proof-lines.ts'
import type { Effect, Parting, PolicyArm, Proof, Question, Stopped } from '../../src/study/index.ts'

const arm = (fork: number): PolicyArm => ({
  scenario: 'ban',
  fork,
  input: { start: '2022-07-04', days: 60 } as PolicyArm['input'],
})

const first = {
  ...{ date: '2022-08-03', rule: 'dated-parameters', column: 'venues.closing', row: 0 },
  ...{ label: 'Announced to close', agent: 'venues.shop' },
  ...{ baseline: 'no', policy: 'yes' },
}
const proof: Proof = {
  ...{ scenario: 'ban', days: 28, until: '2022-08-03', equal: true, hash: 'x', daily: [] },
  first,
}
const told = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ')
const lines = (arm: PolicyArm, found?: Proof, language: Language = 'en') =>
  told(proofLines(arm, found, language, { shop: 'The shop', bazaar: 'Bazaar' }))

describe('what is told of a proof', () => {
  it('is the days proved, and what differs first, as the page says it', () => {
    expect(lines(arm(30), proof)).toBe(
      `${pageWords.en.heads.proof} ${pageWords.en.proofText(28, '3 Aug 2022')} ` +
        'First difference: 3 Aug 2022, rule dated parameters, The shop, announced to close: no → yes. ' +
        'No agent’s decision differs within four weeks.',
    )
    expect(lines(arm(30), proof, 'id')).toBe(
      `${pageWords.id.heads.proof} ${pageWords.id.proofText(28, '3 Agu 2022')} ` +
        'Perbedaan pertama: 3 Agu 2022, aturan parameter bertanggal, The shop, diumumkan akan ditutup: ' +
        'tidak → ya. Dalam empat minggu tidak ada agen yang mengambil keputusan berbeda.',
    )
  })

  it('names the agent who decides otherwise, and no more than six digits of what it decides', () => {
    const decision = {
      ...{ date: '2022-08-08', rule: 'pricing', column: 'listings.price', row: 0, label: 'Price' },
      ...{ agent: 'reseller 12, food, other-java, at bazaar' },
      ...{ baseline: '90.65475463867188 kRp', policy: '90.65480041503906 kRp' },
    }
    const said = (more: Partial<Parting>, language: Language = 'en') =>
      lines(arm(30), { ...proof, decision: { ...decision, ...more } }, language)
    expect(said({})).toContain(
      'First decision to differ: 8 Aug 2022, rule pricing, reseller 12, Food, Other java, at Bazaar, price: ' +
        'Rp 90,654.8 → +Rp 0.0458.',
    )
    expect(said({ policy: '91 kRp' })).toContain('Rp 90,654.8 → Rp 91,000.')
    expect(said({ baseline: '20000 kRp', policy: '0.30000000000000004 kRp' }, 'id')).toContain(
      'pengecer 12, Food, Other java, di Bazaar, harga: Rp20.000.000 → Rp300.',
    )
    expect(said({ baseline: 'shop', policy: 'none' }, 'id')).toContain('The shop → tidak ada.')
  })

  it('is loud where the worlds part too early', () => {
    const broken = { ...proof, equal: false, first: { ...first, date: '2022-07-20' } }
    expect(lines(arm(30), broken)).toContain(
      `${pageWords.en.proofBroken('3 Aug 2022')} The states of run 1 diverge on 20 Jul 2022. This is a fault`,
    )
  })

  it('claims nothing that was not looked at', () => {
    expect(lines(arm(30))).toBe(`${pageWords.en.heads.proof} ${pageWords.en.noProof}`)
    expect(lines(arm(0), { ...proof, days: 0 })).toMatch(/ Not checked: .* First difference: /)
    const { first: _, ...same } = { ...proof, days: 28 }
    expect(lines(arm(60), same)).toMatch(
      /identical throughout the \d+ days of the run: .* on each of the last 28 days/,
    )
  })

  it('warns where constants are solved after the worlds part', () => {
    const solving = (fork: number, solveUntil: number) => {
      const { input } = arm(fork)
      return told(solvedLines({ ...arm(fork), input: { ...input, solveUntil } }, 'en'))
    }
    expect(solving(30, 30)).toBe('')
    expect(solving(30, 0)).toBe('')
    expect(solving(30, 31)).toMatch(/^WARNING: constants are calibrated until \d+ \w{3} 2022 /)
  })

  it('names at most a dozen differences, and warns of every part that is not paired', () => {
    const many = Array.from({ length: 15 }, (_, at) => `value ${at}`)
    expect(differenceLines(many, 'en')).toHaveLength(14)
    expect(differenceLines(many, 'en').at(-1)).toBe('  and 3 more: manifest.json')
    expect(differenceLines([], 'en')).toEqual(['No input differs.'])
    expect(differenceLines([], 'id')).toEqual(['Tidak ada masukan yang berbeda.'])
    expect(unpairedLines([], 'en')).toEqual([])
    const warned = unpairedLines(many, 'id')
    expect(warned[0]).toMatch(/^PERINGATAN: bilangan acak/)
    expect(warned.slice(-15)).toEqual(many.map((one) => `  ${one}`))
  })
})

describe('what is told of the number of runs', () => {
  const effect: Effect = {
    ...{ scenario: 'ban', measure: 'umkm jobs', group: 'all', unit: 'people', runs: 8 },
    ...{ baseline: 100, policy: 90, difference: -10, low: -11, high: -9 },
    ...{ pairing: 0.9995, positive: 0.0001 },
  }
  const enough = (stopped: Stopped, precision?: number, other: Partial<Effect> = {}) =>
    told(
      enoughLines(
        { ...effect, ...other },
        { question: { runs: 8 } as Question, stopped, precision },
        {},
        'en',
      ),
    )

  it('is which rule ended them, and how many would do', () => {
    expect(enough('asked')).toMatch(
      /^8 runs, as requested\. UMKM jobs: ±10 % of the effect \(95 % CI\); about 25 runs would give ±5 % common random/,
    )
    expect(enough('precise', 0.1)).toContain('precision of ±10 % reached. UMKM jobs: ±10 % of the')
    expect(enough('most', 0.05)).toContain('stopped by --max-runs before the requested ±5 %. UMKM')
    expect(enough('most', 0.05)).toContain('about 25 runs would give ±5 %')
    expect(enough('asked')).toContain('removed over 99.9 % of the variance; P(effect < 0) > 99.9 %')
    expect(enough('asked', undefined, { positive: 0.98 })).toContain('P(effect > 0) = 98 %')
  })

  it('is what pairing by seed did to the variance, also where it added to it', () => {
    expect(enough('asked', undefined, { pairing: -0.25 })).toContain(
      'common random numbers added 25 % to the variance; P(',
    )
    expect(enough('asked', undefined, { pairing: 0 })).toContain('removed none of the variance; P(')
  })

  it('is no number of runs where the effect may be nothing', () => {
    expect(enough('most', 0.05, { low: -30, high: 10 })).toMatch(
      /^8 runs, stopped by --max-runs before the requested ±5 %\. UMKM jobs: the 95 % CI includes zero common/,
    )
    expect(enough('asked', undefined, { runs: 1 })).toBe('')
  })

  it('claims no share of an effect that is nought in every run', () => {
    const none = { difference: 0, low: 0, high: 0, pairing: 1, positive: Number.NaN }
    for (const stopped of ['no effect', 'precise', 'asked', 'most'] as const) {
      const said = enough(stopped, 0.05, none)
      expect(said).toBe(
        '8 runs: UMKM jobs is the same in both worlds in every run; there is no effect to be a share of',
      )
    }
  })
})

describe('a long line', () => {
  it('is broken at spaces, with its margin', () => {
    const text = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ')
    const lines = wrapped(text, '> ', '    ')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
    expect(lines[0]).toMatch(/^> word0 /)
    expect(lines[1]).toMatch(/^ {4}word/)
    expect(told(lines)).toBe(`> ${text}`)
    expect(wrapped('x'.repeat(120))).toEqual(['x'.repeat(120)])
  })
})

it('calls a region by its own name, whatever a programme there is called', () => {
  const labels = labelsOf(readStudy({}, ['scenarios/indonesia-2023.yaml']).scenarios)
  expect(labels.banyuwangi).toBe('Districts like Banyuwangi')
  expect(labels.shopee).toBe('Shopee')
})
