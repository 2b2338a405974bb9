/** The words of the gallery, in both languages. */
import { type Language, windowName } from '../../src/report/index.ts'

type Three = readonly [middle: string, low: string, high: string]

interface GalleryWords {
  readonly gallery: string
  opening(made: string): string
  readonly columns: readonly string[]
  readonly other: string
  readonly sizes: Readonly<Record<'default' | 'quick', string>>
  made(version: string, size: string, runs: number): string
  rows(rows: readonly string[], page: string): string
  readonly assumed: string
  readonly against: string
  readonly alone: string
  more(lines: number): string
  /** Above the values in which the inputs of a scenario differ. */
  readonly values: string
  readonly answer: string
  readonly effects: readonly string[]
  readonly levels: readonly string[]
  readonly points: string
  readonly tells: Readonly<Record<'clear' | 'unclear' | 'exact' | 'few' | 'none', string>>
  /** Begins the sentence that names what is clear. */
  readonly short: string
  undetected(few: number, all: number, names: readonly string[]): string
  /** Units of targets, where they are not said in English. */
  readonly units: Readonly<Record<string, string>>
  readonly times: string
  /** Targets of the baseline, where they are not said in English. */
  readonly targets: Readonly<Record<string, string>>
  readonly sure: string
  readonly chance: { readonly title: string; text(runs: number): string }
  readonly parameters: {
    readonly title: string
    readonly none: string
    over(draws: number, link: string): string
    text(of: string, three: Three, share: number): string
  }
  readonly structure: {
    readonly title: string
    readonly none: string
    over(variants: number, link: string): string
    text(of: string, ends: readonly [string, string]): string
  }
  readonly measures: Readonly<Record<string, string>>
  windowOf(window: string): string
  readonly change: string
  readonly studied: string
  readonly unstudied: string
  readonly settings: string
  screened(measure: string, policy: string, moved: string, link: string): string
  readonly again: string
  readonly back: string
}

const en: GalleryWords = {
  gallery: 'Twelve questions',
  opening: (made) =>
    `Each page has the question, what was assumed, the answer with its uncertainty, and what would change it. ${made}`,
  columns: ['Question', 'What is asked', 'Rows of the articles'],
  other: 'Dalam bahasa Indonesia',
  sizes: { default: 'the default size', quick: 'the quick size' },
  made: (version, size, runs) =>
    `Computed with \`npm run seeds -- --runs ${runs}\` at ${size}, version ${version}.`,
  rows: (rows, page) =>
    `${rows.length === 1 ? 'Row' : 'Rows'} ${rows.join(', ')} of [what the five articles say](${page}).`,
  assumed: 'What was assumed',
  against: 'compared with',
  alone: 'without a policy.',
  more: (lines) => `and ${lines} more: \`pasar diff\` lists them`,
  values: 'Values that differ',
  answer: 'Answer',
  effects: ['Quantity', 'Scenario, window and days', 'Difference', '95 % interval', 'At 95 %'],
  levels: ['Quantity', 'Level', '95 % interval'],
  points: 'percentage points',
  tells: {
    clear: 'different from zero',
    unclear: 'not distinguishable from zero',
    exact: 'the same in all runs',
    few: 'fewer than ten simulated agents: no interval',
    none: 'no interval',
  },
  short: 'Largest relative to their uncertainty:',
  undetected: (few, all, names) =>
    `Not statistically distinguishable from zero: ${few} of ${all} numbers (${names.join('; ')}).`,
  units: {},
  times: 'times',
  targets: {
    'platform orders on a double date over an ordinary day':
      'Platform orders on a double date over an ordinary day',
    'fashion in the month before Lebaran over an ordinary month':
      'Fashion in the month before Lebaran over an ordinary month',
    'all retail in the month before Lebaran':
      'All retail in the month before Lebaran over an ordinary month',
  },
  sure: 'How sure',
  chance: {
    title: 'Simulation noise.',
    text: (runs) => `The intervals above cover the noise of ${runs} paired runs, and nothing else.`,
  },
  parameters: {
    title: 'Parameters.',
    none: 'Not computed for this question; `pasar compare` with `--draws` computes it.',
    over: (draws, link) =>
      `No study covers most quantities above. UMKM jobs and all sales in the main window of the policy, over ${draws} draws of the parameters that fit the data before October 2023 (${link}, quick market; simulation noise included):`,
    text: (of, [middle, low, high], share) =>
      `${of}: median ${middle}, 5 to 95 % of draws ${low} to ${high}; ${share} % of draws have the sign of the median`,
  },
  structure: {
    title: 'Model structure.',
    none: 'Not computed for this question; a study with `variants` computes it.',
    over: (variants, link) =>
      `The same over ${variants} variants of the model, each with one mechanism removed or changed (${link}, quick market; simulation noise included):`,
    text: (of, [low, high]) => `${of}: ${low} to ${high}`,
  },
  measures: { 'umkm jobs': 'UMKM jobs', sales: 'Sales' },
  windowOf: (window) => windowName(window, 'en'),
  change: 'What would change it',
  studied:
    'Of the assumptions screened, these influence the answer most over their assumed ranges (mean absolute effect, simulation noise included):',
  unstudied:
    'No study has varied the assumptions of the model for this question. To do so, name them under `vary` in a study file and run `pasar study`.',
  settings: 'Settings of the policy that are assumptions, with the reasons of their ranges:',
  screened: (measure, policy, moved, link) => `${measure}, ${policy}: ${moved}. ${link}`,
  again: 'Compute it again',
  back: 'All questions',
}

const id: GalleryWords = {
  gallery: 'Dua belas pertanyaan',
  opening: (made) =>
    `Setiap halaman memuat pertanyaan, asumsi, jawaban beserta ketidakpastiannya, dan hal yang akan mengubahnya. ${made}`,
  columns: ['Pertanyaan', 'Yang ditanyakan', 'Baris artikel'],
  other: 'In English',
  sizes: { default: 'ukuran baku', quick: 'ukuran kecil' },
  made: (version, size, runs) =>
    `Dihitung dengan \`npm run seeds -- --runs ${runs}\` pada ${size}, versi ${version}.`,
  rows: (rows, page) =>
    `Baris ${rows.join(', ')} dari [isi kelima artikel](${page}) (dalam bahasa Inggris).`,
  assumed: 'Asumsi',
  against: 'dibandingkan dengan',
  alone: 'tanpa kebijakan.',
  more: (lines) => `dan ${lines} lagi: lihat dengan \`pasar diff\``,
  values: 'Nilai yang berbeda',
  answer: 'Jawaban',
  effects: ['Besaran', 'Skenario, jendela, dan hari', 'Selisih', 'Selang 95%', 'Pada 95%'],
  levels: ['Besaran', 'Tingkat', 'Selang 95%'],
  points: 'poin persentase',
  tells: {
    clear: 'berbeda nyata dari nol',
    unclear: 'tidak berbeda nyata dari nol',
    exact: 'sama pada semua simulasi',
    few: 'kurang dari sepuluh agen simulasi: tanpa selang',
    none: 'tanpa selang',
  },
  short: 'Terbesar dibanding ketidakpastiannya:',
  undetected: (few, all, names) =>
    `Tidak berbeda nyata dari nol: ${few} dari ${all} angka (${names.join('; ')}).`,
  units: { '% more': '% lebih tinggi', percent: 'persen', points: 'poin' },
  times: 'kali',
  targets: {
    'platform orders on a double date over an ordinary day':
      'Pesanan di platform pada tanggal kembar dibanding hari biasa',
    'all retail in the month before Lebaran':
      'Seluruh ritel pada bulan sebelum Lebaran dibanding bulan biasa',
    'fashion in the month before Lebaran over an ordinary month':
      'Fesyen pada bulan sebelum Lebaran dibanding bulan biasa',
  },
  sure: 'Seberapa pasti',
  chance: {
    title: 'Variasi acak.',
    text: (runs) => `Selang di atas hanya mencakup variasi acak antara ${runs} pasang simulasi.`,
  },
  parameters: {
    title: 'Parameter.',
    none: 'Belum dihitung untuk pertanyaan ini; caranya: `pasar compare` dengan `--draws`.',
    over: (draws, link) =>
      `Untuk sebagian besar angka di atas belum ada studi. Untuk pekerjaan UMKM dan seluruh penjualan pada jendela utama kebijakan, pada ${draws} sampel parameter yang cocok dengan data sebelum Oktober 2023 (${link}, pasar kecil; termasuk variasi acak simulasinya):`,
    text: (of, [middle, low, high], share) =>
      `${of}: median ${middle}, 5–95% sampel parameter ${low} sampai ${high}; ${share}% bertanda sama dengan median`,
  },
  structure: {
    title: 'Struktur model.',
    none: 'Belum dihitung untuk pertanyaan ini; caranya: studi dengan `variants`.',
    over: (variants, link) =>
      `Begitu pula pada ${variants} varian model, masing-masing dengan satu mekanisme dihilangkan atau diubah (${link}, pasar kecil; termasuk variasi acak simulasinya):`,
    text: (of, [low, high]) => `${of}: ${low} sampai ${high}`,
  },
  measures: { 'umkm jobs': 'Pekerjaan UMKM', sales: 'Penjualan' },
  windowOf: (window) => windowName(window, 'id'),
  change: 'Yang akan mengubahnya',
  studied:
    'Dari asumsi yang ditapis, inilah yang paling memengaruhi jawaban di sepanjang rentangnya (rata-rata dampak mutlak, termasuk variasi acak):',
  unstudied:
    'Belum ada studi yang mengubah-ubah asumsi model untuk pertanyaan ini. `pasar study` dapat melakukannya.',
  settings: 'Pengaturan kebijakan yang berupa asumsi, beserta rentangnya:',
  screened: (measure, policy, moved, link) => `${measure}, ${policy}: ${moved}. ${link}`,
  again: 'Hitung ulang',
  back: 'Semua pertanyaan',
}

/** A number with the digits that it has. */
export const plain = (value: number, language: Language): string =>
  language === 'en' ? String(value) : String(value).replace('.', ',')

export const galleryWords: Readonly<Record<Language, GalleryWords>> = { en, id }
