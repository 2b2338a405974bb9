/**
 * The tables of docs/sensitivity.md and docs/fit.md, made from the results of the studies that are shipped.
 * `npx tsx test/readme/study-tables.ts` writes them anew; a test holds that the pages have them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type KnownStudy, knownStudy, strongest } from '../../src/study/index.ts'

const RESULTS = 'scenarios/studies/results'

type Found = KnownStudy['outcomes'][number] & { readonly unit: string }

const read = (path: string): string => readFileSync(`${RESULTS}/${path}`, 'utf8')
const outcomesOf = (study: string): Map<string, Found> =>
  new Map(
    (knownStudy(read(`${study}/results.json`))!.outcomes as Found[]).map((one) => [one.name, one]),
  )

/** Rows of a table whose fields hold no comma but in quotes. */
function rowsIn(path: string): Record<string, string>[] {
  const [head, ...lines] = read(path).trim().split('\n')
  const fields = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain,
    )
  const names = fields(head)
  return lines.map((line) =>
    Object.fromEntries(fields(line).map((field, at) => [names[at], field])),
  )
}

/** With a sign, in thousands where it counts people or full-time equivalents. */
function signed(value: number, unit: string, most = 2): string {
  const scaled = unit === '%' ? value : value / 1000
  const digits =
    unit !== '%'
      ? Math.abs(scaled) < 3
        ? 1
        : 0
      : Math.abs(scaled) < 3
        ? most
        : Math.abs(scaled) < 10
          ? 1
          : 0
  const text = Math.abs(scaled).toFixed(digits)
  return Number(text) === 0 ? text : `${scaled < 0 ? '−' : '+'}${text}`
}
const percent = (share: number) => `${Math.round(100 * share)} %`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const MARKS = [
  'UMKM jobs',
  'work of producers',
  'work of creators',
  'all sales',
  'Shopee',
  'Tokopedia',
  'stalls',
]

/** Both ends of each assumption, those first that move all sales most. */
function ends(): string {
  const rows = rowsIn('closure-sensitivity/points.csv')
  const first = / at level 1$/
  const factors = [...new Set(rows.map(({ place }) => place))]
    .filter((place) => first.test(place))
    .map((place) => place.replace(first, ''))
  const at = (mark: string, factor: string, level: number) =>
    rows.find(({ outcome, place }) => outcome === mark && place === `${factor} at level ${level}`)!
  const swing = (factor: string) =>
    Math.abs(Number(at('all sales', factor, 2).mean) - Number(at('all sales', factor, 1).mean))
  return table(
    ['assumption, low / high', ...MARKS],
    factors
      .sort((one, other) => swing(other) - swing(one))
      .map((factor) => [
        `\`${factor}\` ${at('all sales', factor, 1)[factor]} / ${at('all sales', factor, 2)[factor]}`,
        ...MARKS.map((mark) =>
          [1, 2]
            .map((level) =>
              signed(Number(at(mark, factor, level).mean), at(mark, factor, level).unit),
            )
            .join(' / '),
        ),
      ]),
  )
}

const CORNERS = [
  ['least-is-lost', 'all low (least is lost)'],
  ['as it is', 'as it is'],
  ['most-is-lost', 'all high (most is lost)'],
] as const

function corners(): string {
  const rows = rowsIn('closure-corners/points.csv')
  return table(
    ['all at once', ...MARKS],
    CORNERS.map(([place, said]) => [
      said,
      ...MARKS.map((mark) => {
        const row = rows.find((one) => one.outcome === mark && one.place === place)!
        return signed(Number(row.mean), row.unit)
      }),
    ]),
  )
}

const POLICIES = [
  ['closure', 'closure, first month'],
  ['reopening', 'reopening in Tokopedia, first quarter of 2024'],
  ['minimum price', 'minimum price, three months'],
  ['duty', 'duty of 20 %, three months'],
  ['onboarding', 'onboarding, first quarter'],
] as const

/** The model as it is, the lowest and the highest of its variants, and by how much chance moves the mean of one. */
function structure(): string {
  const found = outcomesOf('closure-structure')
  const row = (mark: string, tell: (one: Found) => string) =>
    POLICIES.map(([policy]) => tell(found.get(`${policy}: ${mark}`)!))
  const asItIs = ({ points, unit }: Found) =>
    signed(points.find(({ place }) => place === 'as it is')!.mean, unit)
  const spread = ({ points, unit }: Found) => {
    const means = points.map(({ mean }) => mean)
    const halves = points
      .map(({ low, high }) => (high! - low!) / 2)
      .sort((one, other) => one - other)
    const half = signed(halves[Math.floor(halves.length / 2)], unit).replace('+', '')
    return `${signed(Math.min(...means), unit)} to ${signed(Math.max(...means), unit)} (±${half})`
  }
  return table(
    ['', ...POLICIES.map(([, said]) => said)],
    ['UMKM jobs', 'sales', 'Shopee', 'Tokopedia'].flatMap((mark) => [
      [`${mark}, as it is`, ...row(mark, asItIs)],
      ['lowest to highest', ...row(mark, spread)],
    ]),
  )
}

/** Median; 5 to 95 % of draws; draws that have its sign; how much of the variance between them is chance. */
function posterior(): string {
  const found = outcomesOf('posterior-2023')
  const cell = ({ cloud, unit }: Found) => {
    const { median, low, high, sameSign, chance } = cloud!
    const luck =
      chance === undefined || !Number.isFinite(chance) ? '' : `; ${percent(Math.min(1, chance))}`
    return `${signed(median, unit)}; ${signed(low, unit)} to ${signed(high, unit)}; ${percent(sameSign)}${luck}`
  }
  const marks = ['UMKM jobs', 'work of producers', 'sales', 'Shopee', 'Tokopedia']
  return table(
    ['', ...marks],
    POLICIES.map(([policy, said]) => [
      said,
      ...marks.map((mark) => cell(found.get(`${policy}: ${mark}`)!)),
    ]),
  )
}

const OVER_ALL = [
  ['closure: UMKM jobs', 'thousand people'],
  ['closure: work of creators', 'thousand FTE'],
  ['closure: sales', '%'],
  ['closure: Shopee', '%'],
  ['reopening: UMKM jobs', 'thousand people'],
  ['reopening: Shopee', '%'],
  ['reopening: Tokopedia', '%'],
  ['minimum price: UMKM jobs', 'thousand people'],
  ['duty: UMKM jobs', 'thousand people'],
  ['duty: work of producers', 'thousand FTE'],
  ['duty: sales', '%'],
  ['onboarding: UMKM jobs', 'thousand people'],
] as const
function hangsOn(outcome: Found): string {
  const rows = strongest(outcome)
  if (rows.length === 0) return 'not detectable'
  return rows
    .map(({ factor, estimate, what }) => {
      const told =
        what === 'total'
          ? percent(estimate)
          : `${estimate < 0 ? '−' : '+'}${Math.abs(estimate).toFixed(2)}`
      return `\`${factor}\` (${told})`
    })
    .join(', ')
}

function overAll(): string {
  const found = outcomesOf('policies-sensitivity')
  return table(
    ['', 'median; 5 to 95 %', 'sign', 'emulator predicts', 'depends most on'],
    OVER_ALL.map(([name, unit]) => {
      const one = found.get(name)!
      const { median, low, high, sameSign } = one.cloud!
      return [
        `${name}, ${unit}`,
        `${signed(median, one.unit)}; ${signed(low, one.unit)} to ${signed(high, one.unit)}`,
        // Of a median of nought there is no sign to have.
        sameSign < 0.5 ? '–' : percent(sameSign),
        one.emulator === undefined ? '–' : percent(Math.max(0, one.emulator.explained)),
        hangsOn(one),
      ]
    }),
  )
}

/** How much each assumption does beside the one that does most, where it does most of all: mean sizes of effects by Morris. */
function screening(): string {
  const rows = rowsIn('policies-screening/sensitivity.csv').filter(({ what }) => what === 'mu*')
  const largest = new Map<string, number>()
  for (const { outcome, estimate } of rows)
    largest.set(outcome, Math.max(largest.get(outcome) ?? 0, Number(estimate)))
  const part = (row: Record<string, string>) => Number(row.estimate) / largest.get(row.outcome)!
  const best = new Map<string, Record<string, string>>()
  for (const row of rows) {
    const known = best.get(row.factor)
    if (known === undefined || part(row) > part(known)) best.set(row.factor, row)
  }
  const study = readFileSync('scenarios/studies/policies-sensitivity.yaml', 'utf8')
  return table(
    ['assumption', 'does at most, of what the strongest does', 'in', 'varied below'],
    [...best.values()]
      .sort((one, other) => part(other) - part(one))
      .map((row) => [
        `\`${row.factor}\``,
        percent(part(row)),
        row.outcome,
        study.includes(`\n  ${row.factor}:`) ? 'yes' : 'no',
      ]),
  )
}

/** What was held possible of each fitted parameter, and what is left of it. */
function fitted(): string {
  const plain = (text: string) => String(Number(Number(text).toPrecision(3))).replace('-', '−')
  return table(
    ['Parameter', 'Range before', '5 to 95 % after', 'Variance narrowed by', 'Moved'],
    rowsIn('fit-2023/parameters.csv')
      .sort((one, other) => Number(other.narrowed) - Number(one.narrowed))
      .map((row) => [
        `\`${row.path}\`${row.unit === 'times' ? ', times what is written' : ''}`,
        `${plain(row.from)} to ${plain(row.to)}`,
        `${plain(row.low)} to ${plain(row.high)}`,
        percent(Math.max(0, Number(row.narrowed))),
        row.moved === 'true' ? 'yes' : 'no',
      ]),
  )
}

/** By page, the tables of its marks. */
export const TABLES: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'docs/sensitivity.md': {
    ...{ ends, corners, structure, posterior, screening },
    'over-all': overAll,
  },
  'docs/fit.md': { fitted },
}

export const withTables = (page: string, text: string): string =>
  Object.entries(TABLES[page]).reduce((now, [mark, made]) => {
    const [open, close] = [`<!-- ${mark} -->\n`, `\n<!-- /${mark} -->`]
    const [from, to] = [now.indexOf(open), now.indexOf(close)]
    if (from < 0 || to < from) throw new Error(`${page} has no place for the table: ${open}`)
    return now.slice(0, from + open.length) + made() + now.slice(to)
  }, text)

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const page of Object.keys(TABLES))
    writeFileSync(page, withTables(page, readFileSync(page, 'utf8')))
