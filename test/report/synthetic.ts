/** Results as a study would hand them over, made of waves and noise: for looking at charts, not at markets. */
import { dateOfDay, dayOfDate, weekday } from '../../src/engine/index.ts'
import type { Cell } from '../../src/market/cell.ts'
import type { Language, ReportInput } from '../../src/report/index.ts'
import type { Effect, RunResult } from '../../src/study/results.ts'

interface Kind {
  readonly cell: Cell
  readonly level: number
  /** Change under the policy once it is in force, as a share. */
  readonly effect: number
  readonly seasonal: boolean
}

const START = '2023-01-02'
const POLICY_DAY = dayOfDate('2023-10-04') - dayOfDate(START)

const cell = (measure: string, unit: string, broken: Partial<Cell> = {}): Cell => ({
  measure,
  unit,
  venue: 'all',
  kind: 'all',
  origin: 'all',
  category: 'all',
  region: 'all',
  ...broken,
})

const row = (level: number, effect: number, cell: Cell, seasonal = false): Kind => ({
  level,
  effect,
  cell,
  seasonal,
})

const KINDS: Record<string, [number, number]> = {
  producer: [9.4e6, 0.004],
  reseller: [6.1e6, -0.021],
  importer: [184e3, -0.035],
  trader: [17.8e6, 0.008],
  creator: [212e3, -0.34],
  courier: [431e3, -0.026],
  platform: [8.4e3, -0.12],
}

const VENUES: Record<string, [number, number]> = {
  shopee: [1.31e6, 0.031],
  tokopedia: [1.12e6, 0.029],
  'tiktok-shop': [0.42e6, -1],
  lazada: [0.31e6, 0.022],
  bukalapak: [0.16e6, 0.012],
  blibli: [0.1e6, 0.018],
  'instagram-chat': [0.52e6, 0.024],
  'whatsapp-chat': [0.61e6, 0.019],
  facebook: [0.22e6, 0.02],
  stalls: [7.9e6, 0.0061],
  bazaars: [0.9e6, 0.008],
  websites: [0.09e6, 0.004],
}

const CATEGORIES: Record<string, [number, number]> = {
  fashion: [0.31, -0.05],
  beauty: [0.42, -0.06],
  home: [0.38, -0.03],
  electronics: [0.71, -0.01],
  food: [0.04, 0.01],
}

const REGIONS = ['jabodetabek', 'java', 'sumatra', 'kalimantan', 'sulawesi', 'east']

const entries = (record: Record<string, [number, number]>) => Object.entries(record)

const ROWS: readonly Kind[] = [
  row(34e6, -0.0006, cell('employment', 'FTE')),
  ...entries(KINDS).map(([kind, [level, effect]]) =>
    row(level, effect, cell('employment', 'FTE', { kind })),
  ),
  ...REGIONS.map((region, nth) =>
    row(12e6 / (nth + 1), -0.002 * (nth - 2), cell('employment', 'FTE', { region })),
  ),
  row(13.66e6, -0.011, cell('sales', 'mRp/day'), true),
  ...entries(VENUES).map(([venue, [level, effect]]) =>
    row(level, effect, cell('sales', 'mRp/day', { venue }), true),
  ),
  row(0.292, -0.021, cell('import share', 'share')),
  ...entries(CATEGORIES).map(([category, [level, effect]]) =>
    row(level, effect, cell('import share', 'share', { category })),
  ),
  row(0.1, -1, cell('platform share', 'share', { venue: 'tiktok-shop' })),
  row(0.39, 0.06, cell('platform share', 'share', { venue: 'shopee' })),
  row(0.33, 0.06, cell('platform share', 'share', { venue: 'tokopedia' })),
  row(2870, 0.085, cell('hhi', 'index')),
  row(61e6, -0.0015, cell('active firms', 'firms')),
  row(8.2e6, -0.016, cell('consumer surplus', 'mRp/day'), true),
  row(0.21e6, -0.004, cell('government revenue', 'mRp/day'), true),
  row(88e6, -0.0004, cell('household income', 'mRp/week')),
]

/** Small numbers that only look random; the same on every machine. */
function noise(run: number, cell: number, day: number): number {
  let hash = (run * 73856093) ^ (cell * 19349663) ^ (day * 83492791)
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296 - 0.5
}

/** Weekends, Lebaran, the end of the year, and double dates at venues. */
function season(dayNumber: number): number {
  const [, month, day] = dateOfDay(dayNumber).split('-').map(Number)
  const lebaran = (dayNumber - dayOfDate('2023-04-15')) % 354
  const bump = 0.45 * Math.exp(-((Math.min(Math.abs(lebaran), 354 - Math.abs(lebaran)) / 11) ** 2))
  const doubled = month === day && month > 2 ? (month >= 11 ? 2.4 : 0.9) : 0
  return 1 + bump + doubled + (weekday(dayNumber) >= 5 ? 0.12 : 0) + (month === 12 ? 0.1 : 0)
}

export interface Shape {
  readonly language?: Language
  readonly runs?: number
  readonly days?: number
  readonly policy?: boolean
}

function runOf(scenario: string, run: number, days: number, policy: boolean): RunResult {
  const values = new Float64Array(days * ROWS.length)
  const start = dayOfDate(START)
  ROWS.forEach(({ level, effect, seasonal }, nth) => {
    let drift = 0.02 * noise(run, nth, 0)
    for (let day = 0; day < days; day++) {
      drift += 0.002 * noise(run, nth, day)
      const since = day - POLICY_DAY
      const ramp = since < 0 ? 0 : effect <= -1 ? 1 : 1 - Math.exp(-since / 40)
      const growth = 1 + (0.06 * day) / 728 + (seasonal ? 0 : 0.01 * Math.sin(day / 58))
      const wave = seasonal ? season(start + day) + 0.05 * noise(run, nth + 999, day) : 1
      const change = policy ? 1 + effect * ramp * (1 + 0.3 * noise(run, nth, 1)) : 1
      values[day * ROWS.length + nth] = Math.max(0, level * growth * wave * (1 + drift) * change)
    }
  })
  return {
    scenario,
    run,
    seed: `synthetic ${run}`,
    start: START,
    days,
    cells: ROWS.map(({ cell }) => cell),
    values,
    stateHash: '00',
    milliseconds: 1,
  }
}

/** Effects whose intervals are wide for small groups and narrow for large ones. */
function effectsOf(runs: number): Effect[] {
  return ROWS.filter(({ cell }) => cell.region === 'all').map(({ cell, level, effect }, nth) => {
    const half = level * (0.0008 + Math.abs(effect) * 0.15 + 0.004 * Math.abs(noise(3, nth, 7)))
    const group = [cell.kind, cell.venue, cell.category].find((name) => name !== 'all') ?? 'all'
    const difference = level * effect
    return {
      scenario: 'closure',
      measure: cell.measure,
      group,
      unit: cell.unit,
      baseline: level,
      policy: level + difference,
      difference,
      low: difference - (effect <= -1 ? 0 : half),
      high: difference + (effect <= -1 ? 0 : half),
      runs,
    }
  })
}

const LABELS: Record<Language, Record<string, string>> = {
  en: {
    'tiktok-shop': 'TikTok Shop',
    'whatsapp-chat': 'WhatsApp chat',
    'instagram-chat': 'Instagram chat',
    stalls: 'Stalls and shops',
  },
  id: {
    'tiktok-shop': 'TikTok Shop',
    'whatsapp-chat': 'Chat WhatsApp',
    'instagram-chat': 'Chat Instagram',
    stalls: 'Toko dan kios',
    bazaars: 'Pasar',
    websites: 'Situs sendiri',
    fashion: 'Busana',
    beauty: 'Kecantikan',
    home: 'Rumah tangga',
    electronics: 'Elektronik',
    food: 'Makanan',
  },
}

const EVENTS = {
  en: ['Closure announced', 'TikTok Shop closes'],
  id: ['Penutupan diumumkan', 'TikTok Shop tutup'],
}

/** A report on two years, 8 runs and one policy, unless asked for less. */
export function syntheticReport(shape: Shape = {}): ReportInput {
  const { language = 'en', runs = 8, days = 728, policy = true } = shape
  const all = (name: string, changed: boolean) =>
    Array.from({ length: runs }, (_, nth) => runOf(name, nth + 1, days, changed))
  const [announced, effective] = EVENTS[language]
  return {
    language,
    title: 'Retail 2023',
    baseline: all('indonesia-2023', false),
    policies: policy ? [{ name: 'closure', label: effective, runs: all('closure', true) }] : [],
    effects: policy ? effectsOf(runs) : [],
    events: policy
      ? [
          { date: '2023-09-26', label: announced },
          { date: '2023-10-04', label: effective },
        ]
      : [],
    labels: LABELS[language],
    fingerprint: '3f9a1c07',
  }
}
