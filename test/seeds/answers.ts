/**
 * Writes docs/seeds.md: what the model answers to every row of the articles, with intervals. Runs every scenario
 * named here against its baseline at the default size, or as told on the command line (e.g. --quick --runs 4).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Answer,
  cacheOptions,
  calibrate,
  compare,
  folderBaselines,
  onThreads,
  readScenario,
  readTargets,
  run,
} from '../../src/node/library.ts'
import { formatEffect, formatValue } from '../../src/report/index.ts'
import { type Effect, intervalOf, type Level } from '../../src/study/index.ts'

const POLICIES = 'scenarios/policies'
const BASELINE = 'scenarios/indonesia-2023.yaml'
const BAN = 'scenarios/tiktok-shop-ban.yaml'
const STRICT = 'scenarios/tiktok-shop-ban-strict.yaml'
const policy = (name: string) => `${POLICIES}/${name}.yaml`
const cluster = (name: string) => `scenarios/clusters/${name}.yaml`

/** Scenario, window, measure and group of one number. */
type Read = readonly [file: string, window: string, measure: string, group: string]

interface Row {
  readonly row: string
  readonly asks: string
  readonly read: readonly Read[]
  /** Levels of a scenario by itself: file, measure and group. */
  readonly levels?: readonly (readonly [file: string, measure: string, group: string])[]
  /** Targets that the baseline is held against. */
  readonly targets?: string
  /** Where the baseline is not the country's. */
  readonly baseline?: string
}

const WEEKS = 'first ten weeks'
const MONTH = 'first month'
const QUARTER = 'first quarter of 2024'

const ROWS: readonly Row[] = [
  {
    row: 'M1',
    asks: 'a week of grace, then the closure: what do the weeks before it do?',
    read: [
      ...(['closure-grace-1', 'closure-grace-4'] as const).map(
        (name) => [policy(name), 'grace', 'sales', 'tiktok-shop'] as const,
      ),
      ...(['closure-grace-0', 'closure-grace-1', 'closure-grace-4'] as const).map(
        (name) => [policy(name), MONTH, 'umkm jobs', 'all'] as const,
      ),
    ],
  },
  {
    row: 'M2',
    asks: 'the effect differs by region',
    read: ['jakarta', 'bekasi', 'bandung', 'banyuwangi', 'other-java', 'outside-java'].map(
      (region) => [BAN, WEEKS, 'umkm jobs', region],
    ),
  },
  {
    row: 'M3',
    asks: 'an office mentors 3,000 firms: what does it give them?',
    read: [
      [cluster('banyuwangi'), '', 'firms in a programme', 'banyuwangi'],
      [cluster('banyuwangi'), '', 'sales', 'banyuwangi-assisted'],
      [cluster('banyuwangi'), '', 'sales', 'banyuwangi'],
    ],
  },
  {
    row: 'M4',
    asks: 'every event hosts small firms',
    read: [
      [policy('event-mandate'), '', 'sales', 'bazaar'],
      [policy('event-mandate'), '', 'umkm jobs', 'producer'],
      [policy('event-mandate'), '', 'umkm jobs', 'trader'],
      [policy('festivals'), 'festivals', 'sales', 'banyuwangi'],
    ],
  },
  {
    row: 'M5',
    asks: 'when do sellers sell who only wait for buyers?',
    read: [],
    targets: 'C7',
  },
  {
    row: 'M6',
    asks: 'firms are urged to market themselves: if three in ten do',
    read: [
      [policy('effort'), '', 'sales', 'all'],
      [policy('effort'), '', 'umkm jobs', 'all'],
      // What it takes: their time has a price.
      [policy('effort'), '', 'cost of marketing time', 'all'],
      [policy('effort'), '', 'owner earnings', 'all'],
    ],
  },
  {
    row: 'M7',
    asks: 'a fashion cluster without TikTok Shop',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales at impulse feeds', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales on platforms', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales', 'bekasi-fashion'],
    ],
  },
  {
    row: 'M8',
    asks: 'bazaars, exhibitions and own stands',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales at stalls and bazaars', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales at stalls and bazaars', 'bekasi-craft'],
    ],
  },
  {
    row: 'M9',
    asks: 'made to order, no piece like another',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales to order', 'bekasi-craft'],
      [cluster('bekasi'), 'sales', 'made-to-order'],
    ],
  },
  {
    row: 'M10',
    asks: 'the clusters hope that the closure lifts their sales',
    baseline: cluster('bekasi'),
    read: [
      [cluster('bekasi-ban'), WEEKS, 'sales', 'bekasi-fashion'],
      [cluster('bekasi-ban'), WEEKS, 'sales', 'bekasi-craft'],
    ],
  },
  {
    row: 'M11',
    asks: 'promotion without payment: with links, and without',
    read: [
      [BAN, WEEKS, 'sales', 'all'],
      [STRICT, WEEKS, 'sales', 'all'],
      [BAN, WEEKS, 'employment', 'creator'],
      [STRICT, WEEKS, 'employment', 'creator'],
    ],
  },
  {
    row: 'M12',
    asks: 'reopening four ways: work and concentration',
    read: ['own-app', 'tokopedia', 'bukalapak', 'ct-shop'].flatMap((partner): Read[] => [
      [policy(`reopening-${partner}`), QUARTER, 'umkm jobs', 'all'],
      [policy(`reopening-${partner}`), QUARTER, 'hhi', 'all'],
      [policy(`reopening-${partner}`), QUARTER, 'sales begun in feeds', 'tiktok-shop'],
    ]),
  },
  {
    row: 'M13',
    asks: 'imports remain cheaper after any policy',
    read: [BAN, policy('minimum-price'), policy('duty')].flatMap(
      (file) =>
        [
          [file, '', 'import share', 'platforms'],
          [file, '', 'import price gap', 'all'],
        ] as const,
    ),
  },
  {
    row: 'M14',
    asks: 'cheaper imports: resellers earn, producers stop',
    read: [
      [policy('cheaper-imports'), '', 'income', 'reseller owner'],
      [policy('cheaper-imports'), '', 'income', 'producer owner'],
      [policy('cheaper-imports'), '', 'umkm jobs', 'producer'],
      [policy('cheaper-imports'), '', 'active firms', 'producer'],
      [policy('cheaper-imports'), '', 'idle firms', 'producer'],
      [policy('cheaper-imports'), '', 'consumer surplus', 'all'],
    ],
  },
  {
    row: 'M15',
    asks: 'if producers stop: jobs and purchasing power',
    read: [
      [policy('producers-stop'), '', 'umkm jobs', 'all'],
      [policy('producers-stop'), '', 'unemployment', 'all'],
      [policy('producers-stop'), '', 'household income', 'all'],
      [policy('producers-stop'), '', 'sales', 'all'],
    ],
  },
  {
    row: 'M16',
    asks: 'a quiet Tanah Abang; traders who stream',
    read: [
      [cluster('tanah-abang'), '', 'sales', 'tanah-abang'],
      [cluster('tanah-abang'), '', 'traders who stream', 'all'],
      [cluster('tanah-abang'), '', 'traders who quit streaming', 'all'],
      [cluster('tanah-abang'), '', 'audience of the top creator', 'all'],
    ],
  },
  {
    row: 'M17',
    asks: 'empathy of platforms: local goods first, fees, caps, subsidies',
    read: ['local-first', 'fee-rise', 'fee-cap', 'subsidies-end'].flatMap((name): Read[] => [
      [policy(name), '', 'umkm jobs', 'producer'],
      [policy(name), '', 'consumer surplus', 'all'],
    ]),
  },
  {
    row: 'M18',
    asks: 'a platform copies its best sellers; data separation',
    read: ['project-s', 'project-s-data-separation'].flatMap((name): Read[] => [
      [policy(name), '', 'own-label sales', 'all'],
      [policy(name), '', 'own-label profit', 'all'],
      [policy(name), '', 'platform fees', 'all'],
      [policy(name), '', 'sales', 'producer'],
    ]),
  },
  {
    row: 'M19',
    asks: '30 million digital firms',
    read: [
      [policy('onboarding'), '', 'firms in a programme', 'onboarding'],
      [policy('onboarding'), '', 'firms on marketplaces', 'all'],
      [policy('onboarding'), '', 'umkm jobs', 'all'],
    ],
  },
]

interface Found extends Effect {
  readonly window: string
  readonly from: string
  readonly to: string
}

/** Names of two words that are names. */
const LABELS = {
  'other-java': 'Other Java',
  'outside-java': 'Outside Java',
  'tanah-abang': 'Tanah Abang',
  'tiktok-shop': 'TikTok Shop',
}

const nameOfFile = (file: string) => file.replace(/.*\//, '').replace('.yaml', '')
/** As `pasar` takes them: `--quick --runs 4`. */
const { quick, runs } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
  },
}).values

/** Threads are started once, and a baseline is run once, for all questions. */
const runner = onThreads(2)
const asked = {
  runner,
  baselines: folderBaselines(cacheOptions()),
  runs: runs === undefined ? (quick ? 4 : undefined) : Number(runs),
}
const read = (file: string) => readScenario(file, { quick })

/** Every effect of an answer, with its window. */
const effectsOf = ({ effects }: Answer): Found[] =>
  effects.flatMap(({ effects: rows, window, from, to }) =>
    rows.map((row) => ({ ...row, window, from, to })),
  )

const found = new Map<string, Found[]>()
for (const baseline of new Set(ROWS.map((row) => row.baseline ?? BASELINE))) {
  const rows = ROWS.filter((row) => (row.baseline ?? BASELINE) === baseline)
  const files = [...new Set(rows.flatMap(({ read }) => read.map(([file]) => file)))]
  const effects =
    files.length > 0 ? effectsOf(await compare(read(baseline), files.map(read), asked)) : []
  for (const effect of effects) {
    const known = found.get(effect.scenario) ?? []
    found.set(effect.scenario, [...known, effect])
  }
}

/** The number that is asked for: in the window named so, else in the last whole one in which the policy acts. */
function answerOf([file, window, measure, group]: Read): string {
  const own = (found.get(nameOfFile(file)) ?? []).filter(
    (effect) => effect.measure === measure && effect.group === group,
  )
  const moved = own.filter(({ difference }) => Number.isFinite(difference) && difference !== 0)
  const effect =
    window === '' ? (moved.at(-1) ?? own.at(-1)) : own.find((one) => one.window === window)
  if (effect === undefined) throw new Error(`no ${measure} of ${group} in ${file} (${window})`)
  const text = formatEffect(effect, 'en', LABELS)
  // Whether imports remain cheaper is a level, and not a change.
  if (measure === 'import price gap')
    return `${nameOfFile(file)}, ${effect.window}: imports are cheaper by **${text.policy}** percent, ${text.baseline} without it`
  const unit = effect.unit === 'share' ? 'percentage points' : text.unit
  const of = group === 'all' ? '' : `, ${text.group}`
  const percent = text.percent === '–' ? '' : `, ${text.percent}`
  return `${nameOfFile(file)}, ${effect.window}: ${text.measure}${of} **${text.difference}** ${unit} (${text.interval}${percent})`
}

const alone = new Map<string, Level[]>()
for (const [file] of ROWS.flatMap(({ levels = [] }) => levels))
  if (!alone.has(file)) {
    const { levels } = await run(read(file), asked)
    alone.set(
      file,
      levels.flatMap((window) => window.levels),
    )
  }

/** A level over the last window. */
function levelOf([file, measure, group]: readonly [string, string, string]): string {
  const level = alone.get(file)?.findLast((one) => one.measure === measure && one.group === group)
  if (level === undefined) throw new Error(`no ${measure} of ${group} in ${file}`)
  const shown = (value: number) => formatValue(value, level.unit, 'en')
  return `${nameOfFile(file)}: ${measure}, ${group} **${shown(level.mean)}** (${shown(level.low)} … ${shown(level.high)})`
}

/** What the baseline is compared with, with intervals. */
const { fits, runs: fitted } = await calibrate(read(BASELINE), readTargets(), asked)
const targetsOf = (id: string): string[] =>
  fits
    .filter(({ target }) => target.id === id)
    .map(({ target: { what, unit }, value, error }) => {
      const { mean, low, high } = intervalOf(value, error, fitted)
      const times = unit === 'ratio' ? 'times' : unit
      return `indonesia-2023: ${what} **${mean.toFixed(2)}** ${times} (${low.toFixed(2)} … ${high.toFixed(2)})`
    })
await runner.close()

const lines = ROWS.map(({ row, asks, read, levels = [], targets }) => {
  const held = targets === undefined ? [] : targetsOf(targets)
  return `| ${row} | ${asks} | ${[...read.map(answerOf), ...levels.map(levelOf), ...held].join('<br>')} |`
})
const PAGE = 'docs/seeds.md'
const MARKS = ['<!-- answers -->', '<!-- end of answers -->'] as const
const page = readFileSync(PAGE, 'utf8')
const [before, rest] = page.split(MARKS[0])
const after = rest.split(MARKS[1])[1]
const table = ['', '| Row | Asks | Answer |', '|---|---|---|', ...lines, ''].join('\n')
writeFileSync(PAGE, `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${after}`)
console.log(`written: ${PAGE}`)
