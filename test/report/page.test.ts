/** The report page: it needs nothing else, says the same in two languages, and only what was found. */
import { describe, expect, it } from 'vitest'
import { REGISTER } from '../../src/market/index.ts'
import {
  formatEffect,
  formatLevels,
  type PageInput,
  type PagePolicy,
  reportPage,
} from '../../src/report/index.ts'
import { type PageWords, pageWords } from '../../src/report/page-words.ts'
import { readingWords } from '../../src/report/reading-words.ts'
import { effectsTable } from '../../src/report/text/effects-table.ts'
import type { Effect, Flow, GroupOutcome } from '../../src/study/index.ts'

const effect = (measure: string, group: string, difference: number): Effect => ({
  scenario: 'closure',
  measure,
  group,
  unit: measure === 'sales' ? 'mRp/day' : 'FTE',
  baseline: 5_172_345,
  policy: 5_172_345 + difference,
  difference,
  low: difference - 8000,
  high: difference + 8000,
  runs: 8,
})

const spread = { mean: 0.37, low: 0.3, high: 0.44 }
const paired = (difference: number) => ({
  baseline: 1000,
  policy: 1000 + difference,
  difference,
  low: difference - 20,
  high: difference + 20,
})
const outcome = (kind: string, difference: number): GroupOutcome => ({
  scenario: 'closure',
  window: 'first month',
  by: 'kind',
  kind,
  group: 'all',
  members: 1200,
  agents: 40,
  income: paired(difference),
  jobs: paired(difference),
  survival: paired(0),
  losing: spread,
  gaining: spread,
  positive: 0,
  runs: 8,
})
const flow = (to: string, mean: number): Flow => ({
  scenario: 'closure',
  window: 'first month',
  side: 'buyers',
  from: 'mall',
  to,
  value: { mean: 5, low: 4, high: 6 },
  unit: 'mRp/week',
  diversion: { mean, low: mean - 0.05, high: mean + 0.05 },
  runs: 8,
})

const inBoth = (text: string) => ({ en: text, id: text })

const bare: PagePolicy = {
  name: 'closure',
  title: inBoth('The mall closes </script><b>'),
  main: {
    window: 'first month',
    from: '2023-10-05',
    to: '2023-11-03',
    effects: [
      effect('umkm jobs', 'all', -64_321),
      effect('employment', 'creator', -43_210),
      effect('sales', 'all', -12_345),
    ],
  },
  others: [],
  differences: { en: ['with policy closure'], id: ['dengan kebijakan closure'] },
  proof: undefined,
  winners: [],
  flows: [],
  elsewhere: [],
  recovery: [],
  contributions: [],
  budgets: [],
}
const whole: PagePolicy = {
  ...bare,
  winners: [outcome('creator', -640), outcome('trader', 5)],
  flows: [flow('market', 0.25), flow('lost', 0.4)],
  proof: {
    scenario: 'closure',
    days: 28,
    until: '2023-09-26',
    equal: true,
    hash: 'f00d',
    daily: [],
  },
}

/** The page, in which a number stays on the line of its unit. */
const asWritten = (policy: PagePolicy, more: Partial<PageInput> = {}) =>
  reportPage({
    language: 'en',
    title: policy.title,
    question: inBoth('And then?'),
    baseline: inBoth('As it was'),
    country: true,
    coverage: [],
    levels: [],
    policies: [policy],
    combinations: [],
    labels: { mall: 'The Mall', market: 'The Market' },
    register: [],
    repeat: {
      program: 'pasar 0.1.0',
      node: 'v20',
      date: '2026-01-02',
      command: 'pasar compare a.yaml b.yaml',
      seed: 'seed',
      runs: 8,
      fingerprint: '0123456789abcdef',
      states: [{ scenario: 'closure', run: 1, seed: 'seed/1', stateHash: 'beef' }],
    },
    ...more,
  })

const page = (...of: Parameters<typeof asWritten>) => asWritten(...of).replaceAll('\u00a0', ' ')

describe('the report page', () => {
  it('gives no interval to a share that it leaves open from nothing to all', () => {
    const open = {
      ...flow('market', 0.25),
      ...{ value: { mean: 5000, low: -4000, high: 14_000 } },
      diversion: { mean: 0.25, low: 0, high: 1 },
    }
    const text = page({ ...whole, flows: [open, flow('lost', 0.4)] })
    expect(text).toContain('25.0 % (not detectable) went to The Market')
    expect(text).toContain('25.0 % <small>not detectable</small>')
    expect(text).not.toContain('0.0 % … 100 %')
  })

  it('names the first difference by its row, and what the column holds where its words are known', () => {
    const first = {
      ...{ date: '2023-09-26', rule: 'dated-parameters', column: 'venues.closing', row: 0 },
      ...{ label: 'Checkout fee', agent: 'venues.mall', baseline: 'false', policy: 'true' },
    }
    const text = page({ ...whole, proof: { ...whole.proof!, first } })
    expect(text).toContain('The Mall, checkout fee: false → true')
    expect(text).toContain('The Mall, checkout fee: tidak → ya')
  })

  it('has the title of the language that is shown', () => {
    expect(page(whole)).toContain("document.title = head.textContent + ' · Pasar'")
  })

  it('keeps a number on the line of its unit', () => {
    const [, sentences] = asWritten(whole).split('class="sentences"')
    expect(sentences.split('</div>')[0]).toMatch(/\d\u00a0%/)
    expect(sentences.split('</div>')[0]).not.toMatch(/\d (%|thousand|bn)/)
  })

  it('loads nothing from anywhere, and every link in it leads to a place in it', () => {
    const text = page(whole, { register: REGISTER })
    expect(text.match(/src\s*=|url\(|@import|fetch\(|href="[^#]/g)).toBeNull()
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to)
    expect(links.length).toBeGreaterThan(40)
    expect(links.filter((to) => !ids.includes(to))).toEqual([])
  })

  it('of many policies has a row, a picture and an anchor each, and no policy’s question for all', () => {
    const two = ['closure', 'duty'].map((name) => ({
      ...whole,
      name,
      title: inBoth(`The ${name}`),
    }))
    const text = page(whole, {
      policies: two,
      title: inBoth('Policies compared'),
      question: inBoth(''),
    })
    for (const name of ['closure', 'duty']) {
      expect(text).toContain(`<a href="#en-policy-${name}">The ${name}</a>`)
      expect(text).toContain(`<article id="id-policy-${name}">`)
    }
    expect(text).not.toContain('class="question"')
    expect(text.match(/<summary>The duty<\/summary>/g)!.length).toBeGreaterThan(6)
  })

  it('carries what its marks of sources stand for', () => {
    const text = page(whole, { register: REGISTER })
    const body = text.slice(text.indexOf('<main lang="en">'))
    const bare = body
      .replace(/<a href="#[^"]*">[^<]*<\/a>/g, '')
      .replace(/<li id="[^"]*"><b>\w+/g, '')
    expect(bare.match(/\bF\d+\b/g)).toBeNull()
    expect(text).toContain('<a href="#id-ref-F90">F90</a>')
    expect(text).toContain('<li id="id-ref-F90"><b>F90</b>')
  })

  it.each(['en', 'id'] as const)(
    'is read from the answer to how to repeat it, in %s',
    (language) => {
      const coverage = page({ ...whole, budgets: [] }, { register: REGISTER })
      const order = [...coverage.matchAll(/<section id="(\w+)-(\w+)">/g)]
        .filter(([, of]) => of === language)
        .map(([, , id]) => id)
      expect(order).toEqual([
        ...['answer', 'bridge', 'people', 'sure', 'tables', 'changed', 'proof'],
        ...['coverage', 'law', 'sources', 'limits', 'repeat', 'references'],
      ])
    },
  )

  it('lets no text end its scripts, and escapes what scenarios write', () => {
    const text = page(whole)
    expect(text.match(/<script>/g)).toHaveLength(1)
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    expect(text).toContain('The mall closes &lt;/script&gt;&lt;b&gt;')
  })

  it.each(['en', 'id'] as const)('has every section in %s', (language) => {
    const heads = { ...pageWords[language].heads, ...readingWords[language].heads }
    const text = page(whole)
    for (const name of ['answer', 'sure', 'bridge', 'people', 'changed', 'proof'] as const) {
      expect(text).toContain(`<section id="${language}-${name}"><h2>${heads[name]}</h2>`)
    }
    expect(text).toContain(`<h2>${heads.limits}</h2>`)
    expect(text).toContain(`<h2>${heads.repeat}</h2>`)
  })

  it.each(['en', 'id'] as const)(
    'says that parameters and structure are told below only where they are, in %s',
    (language) => {
      const [effect] = whole.main.effects
      const structure = {
        ...{ study: 'variants', quick: true, low: -3, high: -1, points: 4, seeds: 2 },
        ...{ isFitted: false, chance: 0.1, sameSign: 1, falls: true },
      }
      const budget = { effect, percent: true, structure, hangsOn: [] }
      const chance = { low: -4, high: -2, runs: 8 }
      const { intervals } = pageWords[language].sentences
      expect(page(whole)).toContain(intervals(false))
      const known = page({ ...whole, budgets: [{ ...budget, chance }] })
      expect(known).toContain(intervals(true))
      expect(known).not.toContain(intervals(false))
    },
  )

  it.each(['en', 'id'] as const)('prints the numbers of the effects in %s', (language) => {
    const text = page(whole)
    for (const one of whole.main.effects) {
      const { difference, interval, baseline, policy } = formatEffect(one, language)
      for (const number of [difference, interval, baseline, policy])
        expect(text).toContain(`>${number}</td>`)
    }
  })

  it.each(['en', 'id'] as const)(
    'of a scenario alone tells its levels, and no policy, in %s',
    (language) => {
      const level = { scenario: 'as-it-is', measure: 'sales', group: 'all', unit: 'mRp/day' }
      const levels = [{ ...level, mean: 5_172_345, low: 5_164_345, high: 5_180_345, runs: 8 }]
      const told = { window: 'all days', from: '2023-01-01', to: '2023-12-31', levels }
      const text = page(whole, { policies: [], levels: [told] })
      const [{ policy, interval }] = formatLevels(levels, language, {})
      for (const number of [policy, interval]) expect(text).toContain(`>${number}</td>`)
      expect(text).not.toContain(pageWords[language].against('As it was'))
      for (const gone of ['tables', 'changed', 'proof'])
        expect(text).not.toContain(`<section id="${language}-${gone}"`)
      expect(text).toContain(pageWords[language].limits[0])
      expect(page(whole, { policies: [], levels: [told], country: false })).not.toContain(
        pageWords[language].limits[0],
      )
    },
  )

  it('answers with intervals: work, sales and where they went, winners and losers', () => {
    const text = page(whole)
    expect(text).toContain('UMKM jobs fall by 64 thousand FTE')
    expect(text).toContain('Pekerjaan UMKM turun 64 ribu FTE')
    expect(text).toContain('Working time of creators falls by')
    expect(text).toContain('Waktu kerja kreator turun')
    expect(text).toContain('25.0 % (20.0 % … 30.0 %) went to The Market')
    expect(text).toContain('Income falls for creators by 64 % (−66 % … −62 %).')
    expect(text).toContain('Pendapatan kreator turun 64% (−66% … −62%).')
  })

  it.each([
    ['en', 'Platforms are omitted here', 'No group’s income changes'],
    ['id', 'Platform tidak disebut di sini', 'Tidak ada kelompok yang pendapatannya berubah'],
  ] as const)(
    'calls no platform a winner or loser, whose orders are worth more than their fees, in %s',
    (language, leftOut, nobody) => {
      const own = (policy: PagePolicy) => {
        const [en, id] = page(policy).split('<main lang="id">')
        return language === 'en' ? en : id
      }
      const says = (...winners: GroupOutcome[]) => own({ ...whole, winners })
      const answer = (text: string) =>
        text.slice(text.indexOf(`id="${language}-answer"`)).split('</section>')[0]
      for (const change of [640, -640]) {
        const text = says(outcome('creator', -640), outcome('platform', change))
        expect(answer(text)).toContain(leftOut)
        expect(answer(text)).not.toMatch(/rises for|naik/)
        expect(answer(text)).not.toMatch(/for .*platforms by|pendapatan platform/i)
        expect(text).toContain(`<p class="note">${pageWords[language].platformNote}</p>`)
      }
      expect(answer(says(outcome('platform', 640)))).toContain(nobody)
      expect(own(whole)).not.toContain(leftOut)
      expect(own(whole)).not.toContain(pageWords[language].platformNote)
    },
  )

  it('calls an effect unclear whose interval holds 0', () => {
    const unclear = { ...bare.main, effects: [effect('umkm jobs', 'all', 1000)] }
    const text = page({ ...bare, main: unclear })
    expect(text).toContain('The effect on UMKM jobs is not statistically distinguishable from zero')
  })

  it('tells in Indonesian what a scenario says in Indonesian', () => {
    const html = page({ ...whole, title: { en: 'The mall closes', id: 'Mal tutup' } })
    const [en, id] = html.split('<main lang="id">')
    expect(en).toContain('<h1>The mall closes</h1>')
    expect(en).toContain('with policy closure')
    expect(id).toContain('<h1>Mal tutup</h1>')
    expect(id).toContain('dengan kebijakan closure')
  })

  it('marks a group of few agents, in both languages, and gives it no interval', () => {
    const told = { ...outcome('trader', 5), agents: 3 }
    const text = page({ ...whole, winners: [told] })
    expect(text.match(/<tr class="few">/g)).toHaveLength(2)
    expect(text).toContain('<small>few agents</small>')
    expect(text).toContain('<small>agen terlalu sedikit</small>')
    expect(page(whole)).not.toContain('class="few"')
  })

  it('tells a change of a low income in rupiah', () => {
    const low = { ...paired(-5), baseline: 8, policy: 3, low: -6.5, high: -3.5 }
    const text = page({ ...whole, winners: [{ ...outcome('creator', -5), income: low }] })
    expect(text).toContain('Income falls for creators by Rp 5,000 (−Rp 6,500 … −Rp 3,500).')
    expect(text).toContain('Pendapatan kreator turun Rp5.000 (−Rp6.500 … −Rp3.500).')
  })

  it('says of what is the same that it does not change, as the terminal does', () => {
    const still = { ...effect('umkm jobs', 'all', 0), low: 0, high: 0 }
    const tiny = { ...paired(2e-5), low: -1e-5, high: 5e-5 }
    const jobs = { ...paired(0), low: 0, high: 0 }
    const same = { ...outcome('trader', 0), income: tiny, jobs, positive: 0.5, runs: 2 }
    const policy = { ...bare, main: { ...bare.main, effects: [still] }, winners: [same] }
    const text = page(policy)
    expect(text.match(/<tr>.*no change.*<\/tr>/g) ?? []).toHaveLength(1)
    expect(text.match(/<tr>.*no change.*<\/tr>/g)?.join()).not.toMatch(/…|0\.00? %|1 \/ 2/)
    expect(text).toContain('<p class="note">No change: UMKM jobs.</p>')
    expect(text).toContain('<p class="note">Tidak berubah: Pekerjaan UMKM.</p>')
    expect(effectsTable([still], {}, 'en')[1]).toMatch(/no change\s*$/)
    expect(text.match(/tidak berubah<\/td>/g)).toHaveLength(2)
  })

  it('tells how many agents a group stands on, and greys one of few with a note', () => {
    const many = { ...effect('umkm jobs', 'trader', -500), agents: 321, members: 4e6 }
    const bounds = { low: Number.NaN, high: Number.NaN }
    const few = { ...effect('umkm jobs', 'craft', 0), ...bounds, agents: 7, members: 7000 }
    const told = { ...bare, main: { ...bare.main, effects: [many, few] } }
    const text = page(told)
    const greys = text.match(/<tr class="few">.*<\/tr>/g) ?? []
    expect(greys).toHaveLength(2)
    expect(greys[0]).toContain('>7</td>')
    expect(greys[0]).toContain('>few agents</td>')
    expect(text).toContain('>321</td>')
    expect(text).toContain(`<p class="note">${pageWords.en.fewNote(10)}</p>`)
    expect(text).toContain(`<p class="note">${pageWords.id.fewNote(10)}</p>`)
    expect(page({ ...told, main: { ...told.main, effects: [many] } })).not.toContain('few agents')
    const lines = effectsTable([many, few], {}, 'en')
    expect(lines[2]).toMatch(/few agents \(7\)/)
    expect(lines.slice(3).join(' ')).toContain('fewer than 10 simulated agents')
  })

  it('tells no effect of a measure that stands on few agents', () => {
    const creators = { ...effect('employment', 'creator', -43_210), agents: 7, members: 7000 }
    const few = { ...creators, low: Number.NaN, high: Number.NaN }
    const text = page({ ...bare, main: { ...bare.main, effects: [few] } })
    expect(text).toContain('with 7 simulated agents an effect cannot be estimated')
    expect(text).not.toContain('Working time of creators falls')
  })

  it('puts the sign of an amount before the currency in both languages', () => {
    const income = { ...paired(-5), baseline: -3475 }
    const text = page({ ...whole, winners: [{ ...outcome('creator', -5), income }] })
    expect(text).toContain('>−Rp 3.48 m<')
    expect(text).toContain('>−Rp3,48 juta<')
  })

  it('gives no percentage of an income near nothing', () => {
    const from = (baseline: number) => {
      const told = outcome('trader', -640)
      return page({ ...whole, winners: [{ ...told, income: { ...told.income, baseline } }] })
    }
    expect(from(1000)).toContain('−64')
    expect(from(10)).not.toContain('−6,400')
  })

  it('is silent on what was not found', () => {
    const text = page(bare)
    expect(text).not.toContain(pageWords.en.winners)
    expect(text).not.toContain(pageWords.en.heads.together)
    expect(text).not.toContain('<figure')
    expect(text).toContain(pageWords.en.noProof)
  })

  it('has the same words in both languages', () => {
    const keys = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.length
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)]))
          : typeof value
    const same = ({ names: _, windows: __, grades: ___, ...words }: PageWords) => words
    const [en, id] = [same(pageWords.en), same(pageWords.id)]
    expect(keys(id)).toEqual(keys(en))
  })
})
