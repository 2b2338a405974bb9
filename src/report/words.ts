/** Every word of a report, in English and Indonesian. No other file of this floor says anything. */
import { MEASURES, measureCalled } from '../market/index.ts'
import type { Language } from './input.ts'

/** What a chart of changes calls its directions. */
export interface Directions {
  readonly up: string
  readonly down: string
  readonly unclear: string
  /** Of groups of few agents, where there may be some. */
  readonly few?: string
  /** Of destinations that are no venue, where there may be some. */
  readonly outside?: string
}

interface Units {
  /** By powers of a thousand: plain, thousand, million, billion, trillion. */
  readonly rupiah: readonly string[]
  readonly counts: readonly string[]
  readonly names: Readonly<Record<string, string>>
  readonly periods: Readonly<Record<string, string>>
}

export interface Words {
  readonly units: Units
  /** Kinds and `all`, by their names in cells. */
  readonly names: Readonly<Record<string, string>>
  readonly baseline: string
  readonly policies: string
  /** Questions that charts answer; `subject` is the policy. */
  readonly titles: {
    readonly overTime: (subject: string, measure: string, by?: string) => string
    readonly effects: (subject: string) => string
    readonly moved: (subject: string, measure: string) => string
    readonly differences: (subject: string) => string
  }
  readonly dimensions: Readonly<Record<string, string>>
  readonly measured: (unit: string, daily: boolean) => string
  /** How to read a line over time: with a band, or of few runs with a line for each. */
  readonly line: (runs: number, few: boolean) => string
  readonly paired: (runs: number) => string
  /** Said of axes that do not begin at nought. */
  readonly cutAxes: string
  /** Said of long runs, whose beginning is not drawn. */
  readonly settling: string
  readonly leastShown: (shown: number, of: number) => string
  readonly change: (unit: string) => string
  readonly changePercent: string
  readonly changePoints: string
  readonly points: string
  readonly interval: (runs: number) => string
  readonly overall: string
  /** Said after a measure that is broken down. */
  readonly by: Readonly<Record<string, string>>
  readonly direction: Directions
  readonly notShown: (count: number) => string
  readonly runs: (runs: number) => string
  readonly fingerprint: (fingerprint: string) => string
  readonly disclaimer: string
}

const en: Words = {
  units: {
    rupiah: ['Rp', 'Rp thousand', 'Rp m', 'Rp bn', 'Rp tn'],
    counts: ['', 'thousand', 'million', 'billion', 'trillion'],
    names: {},
    periods: { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', year: 'a year' },
  },
  names: {
    all: 'All',
    producer: 'Producers',
    reseller: 'Resellers',
    importer: 'Importers',
    trader: 'Stall traders',
    creator: 'Creators',
    courier: 'Couriers',
    platform: 'Platforms',
  },
  baseline: 'Baseline',
  policies: 'Policies compared',
  titles: {
    overTime: (subject, measure, by) => `${subject}: ${measure}${by ? ` by ${by}` : ''}`,
    effects: (subject) => `${subject}: who gains and who loses?`,
    moved: (subject, measure) => `${subject}: where did the ${measure} go?`,
    differences: (subject) => `${subject}: what changes, week by week?`,
  },
  dimensions: {
    kind: 'kind of work',
    venue: 'venue',
    category: 'category of goods',
    region: 'region',
    origin: 'origin of goods',
  },
  measured: (unit, daily) =>
    `${unit.includes('FTE') ? 'Full-time equivalents (FTE), ' : ''}${daily ? 'daily values' : 'weekly means'}`,
  line: (runs, few) => {
    if (runs === 1) return 'line: one run'
    return few
      ? `thick line: median of ${runs} runs; thin lines: each run`
      : `line: median of ${runs} runs; band: 5th to 95th percentile of runs`
  },
  paired: (runs) =>
    runs > 1
      ? `Line: mean of ${runs} paired differences; band: its 95 % confidence interval`
      : 'Line: difference in one pair of runs',
  cutAxes: 'axes do not begin at zero',
  settling: 'The first half year, in which the market settles, is not drawn',
  leastShown: (shown, of) =>
    `${shown} of ${of} groups shown: the largest and those with the largest changes`,
  change: (unit) => `Change from baseline (${unit})`,
  changePercent: 'Change, % of baseline',
  changePoints: 'Change, percentage points',
  points: 'pp',
  interval: (runs) => `Mean paired difference over ${runs} runs with 95 % confidence interval`,
  overall: 'Whole market',
  by: {
    venue: 'by venue',
    kind: 'by kind',
    origin: 'by origin',
    category: 'by category',
    region: 'by region',
  },
  direction: { up: 'rises', down: 'falls', unclear: 'interval includes 0' },
  notShown: (count) => `${count} not shown (no value, or smaller)`,
  runs: (runs) => (runs === 1 ? '1 run' : `${runs} runs`),
  fingerprint: (fingerprint) => `fingerprint ${fingerprint}`,
  disclaimer: 'model result, not a forecast',
}

const id: Words = {
  units: {
    rupiah: ['Rp', 'Rp ribu', 'Rp juta', 'Rp miliar', 'Rp triliun'],
    counts: ['', 'ribu', 'juta', 'miliar', 'triliun'],
    names: {
      people: 'orang',
      pieces: 'barang',
      firms: 'usaha',
      orders: 'pesanan',
      parcels: 'paket',
      'base 100': 'dasar = 100',
    },
    periods: {
      hour: 'per jam',
      day: 'per hari',
      week: 'per minggu',
      month: 'per bulan',
      year: 'per tahun',
    },
  },
  names: {
    all: 'Semua',
    producer: 'Produsen',
    reseller: 'Pengecer',
    importer: 'Importir',
    trader: 'Pedagang kios',
    creator: 'Kreator',
    courier: 'Kurir',
    platform: 'Platform',
    'poorest fifth': 'Seperlima termiskin',
    'second fifth': 'Seperlima kedua',
    'middle fifth': 'Seperlima tengah',
    'fourth fifth': 'Seperlima keempat',
    'richest fifth': 'Seperlima terkaya',
  },
  baseline: 'Skenario dasar',
  policies: 'Perbandingan kebijakan',
  titles: {
    overTime: (subject, measure, by) => `${subject}: ${measure}${by ? ` menurut ${by}` : ''}`,
    effects: (subject) => `${subject}: siapa untung, siapa rugi?`,
    moved: (subject, measure) => `${subject}: ke mana ${measure} berpindah?`,
    differences: (subject) => `${subject}: apa yang berubah, minggu demi minggu?`,
  },
  dimensions: {
    kind: 'jenis pekerjaan',
    venue: 'kanal penjualan',
    category: 'kategori barang',
    region: 'wilayah',
    origin: 'asal barang',
  },
  measured: (unit, daily) =>
    `${unit.includes('FTE') ? 'Setara kerja penuh waktu (FTE), ' : ''}${daily ? 'nilai harian' : 'rata-rata mingguan'}`,
  line: (runs, few) => {
    if (runs === 1) return 'garis: satu simulasi'
    return few
      ? `garis tebal: median ${runs} simulasi; garis tipis: setiap simulasi`
      : `garis: median ${runs} simulasi; pita: persentil ke-5 sampai ke-95 dari simulasi`
  },
  paired: (runs) =>
    runs > 1
      ? `Garis: rata-rata ${runs} selisih berpasangan; pita: selang kepercayaan 95%`
      : 'Garis: selisih satu pasang simulasi',
  cutAxes: 'sumbu tidak mulai dari nol',
  settling: 'Enam bulan pertama, ketika pasar menyesuaikan diri, tidak digambar',
  leastShown: (shown, of) =>
    `${shown} dari ${of} kelompok ditampilkan: yang terbesar dan yang paling berubah`,
  change: (unit) => `Perubahan terhadap skenario dasar (${unit})`,
  changePercent: 'Perubahan, % dari skenario dasar',
  changePoints: 'Perubahan, poin persentase',
  points: 'poin',
  interval: (runs) =>
    `Rata-rata selisih berpasangan dari ${runs} simulasi dengan selang kepercayaan 95%`,
  overall: 'Seluruh pasar',
  by: {
    venue: 'menurut kanal penjualan',
    kind: 'menurut jenis',
    origin: 'menurut asal',
    category: 'menurut kategori',
    region: 'menurut wilayah',
  },
  direction: { up: 'naik', down: 'turun', unclear: 'selang mencakup 0' },
  notShown: (count) => `${count} tidak ditampilkan (tanpa nilai, atau lebih kecil)`,
  runs: (runs) => `${runs} simulasi`,
  fingerprint: (fingerprint) => `sidik jari ${fingerprint}`,
  disclaimer: 'hasil model, bukan ramalan',
}

export const words: Readonly<Record<Language, Words>> = { en, id }

type Names = Readonly<Record<string, string>>

/** What measures are called, by their names in cells. */
export const labelsOfMeasures = (language: Language, measures = MEASURES): Names =>
  Object.fromEntries(measures.map(({ name, label }) => [name, label[language]]))

const MEASURED: Readonly<Record<Language, Names>> = {
  en: labelsOfMeasures('en'),
  id: labelsOfMeasures('id'),
}

/** What a name in a cell or an effect is called: by the scenario, by its measure (of the model, or of a policy), by the words, or by itself. */
export function nameOf(name: string, language: Language, labels: Names = {}): string {
  const known =
    labels[name] ??
    MEASURED[language][name] ??
    measureCalled(name)?.label[language] ??
    words[language].names[name]
  if (known) return known
  const spaced = name.replaceAll('-', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
