/** What the columns of the files of a study mean: name, type, unit and title in both languages, for those who read them elsewhere. */
import type { Experiment } from '../../study/index.ts'

export type FieldType = 'string' | 'integer' | 'number' | 'date'

export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly title: { readonly en: string; readonly id: string }
  /** Fixed for the whole column; of a column whose unit stands in each row, `{ column: 'unit' }`. */
  readonly unit?: string | { readonly column: string }
}

type Declared = Omit<Field, 'name'>

const declared = (type: FieldType, en: string, id: string, unit?: Declared['unit']): Declared => ({
  type,
  title: { en, id },
  ...(unit === undefined ? {} : { unit }),
})

const string = (en: string, id: string) => declared('string', en, id)
const date = (en: string, id: string) => declared('date', en, id)
const count = (en: string, id: string, unit: string) => declared('integer', en, id, unit)
const number = (en: string, id: string, unit: Declared['unit']) => declared('number', en, id, unit)

/** The unit of a row is in its column `unit`. */
const OF_ROW = { column: 'unit' } as const

/** Columns that mean the same in every table. */
const SHARED: Readonly<Record<string, Declared>> = {
  scenario: string('Scenario', 'Skenario'),
  window: string('Window of days', 'Jendela hari'),
  from: date('First day of the window', 'Hari pertama jendela'),
  to: date('Last day of the window', 'Hari terakhir jendela'),
  measure: string('Measure', 'Ukuran'),
  group: string('Group', 'Kelompok'),
  unit: string('Unit of the numbers in the row', 'Satuan angka pada baris ini'),
  members: number('How many the group stands for', 'Jumlah yang diwakili kelompok', 'members'),
  agents: number('Simulated agents of the group', 'Agen simulasi dalam kelompok', 'agents'),
  baseline: number('Mean without the policy', 'Rata-rata tanpa kebijakan', OF_ROW),
  policy: number('Mean with the policy', 'Rata-rata dengan kebijakan', OF_ROW),
  difference: number('Mean paired difference', 'Rata-rata selisih berpasangan', OF_ROW),
  mean: number('Mean', 'Rata-rata', OF_ROW),
  value: number('Value', 'Nilai', OF_ROW),
  low: number('Lower end of the 95 % interval', 'Batas bawah selang 95 %', OF_ROW),
  high: number('Upper end of the 95 % interval', 'Batas atas selang 95 %', OF_ROW),
  runs: count('Runs with a number', 'Ulangan yang memiliki angka', 'runs'),
  pairing: number(
    'Share of the variance that pairing by seed removed',
    'Bagian ragam yang dihilangkan oleh pemasangan benih',
    'share',
  ),
  positive: number(
    'Probability that the mean difference is above zero',
    'Peluang rata-rata selisih di atas nol',
    'share',
  ),
  mean_of: string('What the means are means of', 'Rata-rata atas apa'),
  run: count('Number of the run', 'Nomor ulangan', 'number'),
  seed: string('Seed', 'Benih acak'),
  date: date('Day', 'Hari'),
  venue: string('Venue; all of those not broken down', 'Kanal penjualan; all bila tidak dirinci'),
  kind: string('Kind of agent; all of those not broken down', 'Jenis agen; all bila tidak dirinci'),
  origin: string('Origin of goods', 'Asal barang'),
  category: string('Category of goods', 'Kategori barang'),
  region: string('Region of the seller', 'Wilayah penjual'),
  weight: number(
    'Denominator of a ratio, by which its days are weighed',
    'Penyebut rasio, yang menjadi bobot hari-harinya',
    'that of the denominator',
  ),
  exposure: string('Class of exposure to the venue', 'Kelas paparan terhadap kanal itu'),
  outcome: string('Outcome', 'Hasil'),
  place: string('Point, by its values', 'Titik, menurut nilainya'),
}

const TABLES: Readonly<Record<string, Readonly<Record<string, Declared>>>> = {
  'winners.csv': {
    by: string('How members are divided', 'Cara anggota dibagi'),
    kind: string('Kind of agent', 'Jenis agen'),
    positive: number(
      'Share of runs with a higher income under the policy',
      'Bagian ulangan dengan pendapatan lebih tinggi di bawah kebijakan',
      'share',
    ),
    losing: number('Members who lose', 'Anggota yang merugi', 'share'),
    gaining: number('Members who gain', 'Anggota yang mendapat untung', 'share'),
  },
  'switching.csv': {
    side: string('Side of the flow', 'Sisi aliran'),
    origin: string('Where sales left', 'Kanal asal penjualan'),
    destination: string('Where sales went', 'Kanal tujuan penjualan'),
    diversion: number('Part of all that left', 'Bagian dari semua yang pergi', 'share'),
  },
  'buyers-after.csv': {
    days: count('Days after the policy', 'Hari setelah kebijakan', 'days'),
    destination: string('Where they bought', 'Kanal mereka membeli'),
    ...shared(['baseline', 'policy', 'difference', 'low', 'high'], 'people'),
  },
  'sellers-after.csv': {
    weeks: count('Weeks after the policy', 'Minggu setelah kebijakan', 'weeks'),
    recovered: number(
      'Firms that sell at least 80 % of what they sell without the policy',
      'Usaha yang menjual sedikitnya 80% dari penjualan tanpa kebijakan',
      'share',
    ),
    ...shared(['low', 'high'], 'share'),
  },
  'decomposition.csv': {
    mechanism: string('Mechanism', 'Mekanisme'),
    label: string('Mechanism in words', 'Mekanisme dalam kata-kata'),
  },
  'combinations.csv': {
    parts: string('Policies of the combination', 'Kebijakan dalam gabungan'),
    together: number('Effect of all together', 'Dampak semuanya bersama', OF_ROW),
    sum: number('Sum of the effects of each', 'Jumlah dampak masing-masing', OF_ROW),
    interaction: number('Together less the sum', 'Bersama dikurangi jumlah', OF_ROW),
  },
  'agents.parquet': {
    agent: count('Number of the agent', 'Nomor agen', 'number'),
    kind: string('Kind of agent', 'Jenis agen'),
    region: string('Region', 'Wilayah'),
    cluster: string('Cluster', 'Klaster'),
    size: string('Size of the firm', 'Ukuran usaha'),
    exposure: number(
      'Share of sales at the venue before',
      'Bagian penjualan di kanal itu sebelumnya',
      'share',
    ),
    weight: number('How many the agent stands for', 'Jumlah yang diwakili agen', 'members'),
  },
  'points.csv': { of: string('What the outcome is of', 'Hasil atas apa') },
  'sensitivity.csv': {
    factor: string('What was varied', 'Yang divariasikan'),
    what: string('Kind of index', 'Jenis indeks'),
    estimate: number('Estimate', 'Taksiran', 'that of the index'),
    ...shared(['low', 'high'], 'that of the index'),
  },
  'runs.parquet': {
    point: count('Number of the point', 'Nomor titik', 'number'),
    replicate: count('Number of the seed at the point', 'Nomor benih pada titik', 'number'),
    state: string('Hashes of the final states', 'Hash keadaan akhir'),
    seconds: number('Time that the run took', 'Waktu yang dipakai ulangan', 's'),
  },
}

/** Columns of every table under another unit. */
function shared(names: readonly string[], unit: string): Record<string, Declared> {
  return Object.fromEntries(names.map((name) => [name, { ...SHARED[name], unit }]))
}

/** Parts of names, such as `income_low` or `together-high`: what they add to what the rest of the name says. */
const ENDS: Readonly<Record<string, { readonly en: string; readonly id: string }>> = {
  baseline: { en: 'without the policy', id: 'tanpa kebijakan' },
  policy: { en: 'with the policy', id: 'dengan kebijakan' },
  difference: { en: 'mean paired difference', id: 'rata-rata selisih berpasangan' },
  low: { en: 'lower end of the 95 % interval', id: 'batas bawah selang 95 %' },
  high: { en: 'upper end of the 95 % interval', id: 'batas atas selang 95 %' },
}

/** What such names begin with. */
const STEMS: Readonly<Record<string, Declared>> = {
  income: number('Income', 'Pendapatan', 'kRp/week'),
  jobs: number('Work', 'Pekerjaan', 'FTE'),
  survival: number('Firms still there', 'Usaha yang bertahan', 'share'),
  fte: number('Work', 'Pekerjaan', 'FTE'),
  sales: number('Sales', 'Penjualan', 'kRp/week'),
  status: string('State at the end of the window', 'Keadaan pada akhir jendela'),
}

/** A column such as `income_difference`, or `sales_shopee_policy`, or `wage, baseline`; undefined where it is none. */
function composed(table: string, name: string): Declared | undefined {
  const [, stem, end] = /^(.+?)(?:_|-|, )(baseline|policy|difference|low|high)$/.exec(name) ?? []
  if (stem === undefined) return undefined
  const [, first, venue] = /^(sales)_(.+)$/.exec(stem) ?? [undefined, stem]
  const of =
    TABLES[table]?.[first] ?? STEMS[first] ?? (name.includes(', ') ? outcome(stem) : undefined)
  if (of === undefined) return undefined
  const at = venue === undefined ? '' : ` (${venue})`
  const title = (language: 'en' | 'id') => `${of.title[language]}${at}, ${ENDS[end][language]}`
  return { ...of, title: { en: title('en'), id: title('id') } }
}

const outcome = (name: string): Declared =>
  number(`Outcome ${name}`, `Hasil ${name}`, 'that of the outcome')

/** What is known of a column that the study itself names: a varied parameter, or an outcome. */
export type OwnColumns = Readonly<Record<string, Declared>>

/**
 * @param own columns that are named by the study
 * @returns undefined of a column that nothing declares
 */
export function fieldOf(table: string, name: string, own: OwnColumns = {}): Field | undefined {
  const found = TABLES[table]?.[name] ?? own[name] ?? composed(table, name) ?? SHARED[name]
  return found === undefined ? undefined : { name, ...found }
}

/** Columns of a study of many points: what it varies, by path, and its outcomes. */
export function experimentColumns({
  varied,
  outcomes,
}: Pick<Experiment, 'varied' | 'outcomes'>): OwnColumns {
  const factors = varied.map(({ path, label, unit, form }) => {
    const title = [`${label} (${path})`, `${label} (${path})`] as const
    if (form === 'word') return [path, string(...title)] as const
    return [path, form === 'date' ? date(...title) : number(...title, unit)] as const
  })
  return Object.fromEntries([
    ...factors,
    ...outcomes.map(({ name }) => [name, outcome(name)] as const),
  ])
}
