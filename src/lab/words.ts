/** The words of the page itself, in both languages. What is of the market is called as the report calls it. */
import type { Language } from '../report/index.ts'

export interface LabWords {
  readonly tagline: string
  readonly skip: string
  readonly languages: string
  readonly questions: string
  readonly without: string
  readonly with: string
  readonly settling: (date: string) => string
  readonly oneMarket: (date: string, venue: string, sales: string) => string
  readonly compared: (measure: string) => string
  readonly inWindow: (window: string, pairs: number) => string
  readonly sold: (venue: string, change: string) => string
  readonly and: string
  readonly replay: string
  readonly over: (measure: string, venue: string) => string
  readonly difference: (measure: string) => string
  readonly differenceNote: string
  readonly bandNote: (runs: number) => string
  readonly shownMeasure: string
  readonly table: string
  readonly week: string
  readonly mean: string
  readonly low: string
  readonly high: string
  readonly invalid: string
  readonly sizes: Readonly<Record<'coarse' | 'quick', string>>
  readonly running: string
  readonly ended: string
  readonly hash: string
  readonly hashNote: string
  readonly broken: (message: string) => string
  readonly answer: string
  readonly market: string
  readonly orders: string
  readonly share: string
  readonly text: string
  readonly learn: string
  readonly ordersLater: string
  readonly footer: (version: string) => string
}

const en: LabWords = {
  tagline: 'A market you can experiment with',
  skip: 'Skip to the answer',
  languages: 'Language',
  questions: 'All questions',
  without: 'without',
  with: 'with',
  settling: (date) => `${date}. The simulated market is settling in; both worlds are still one.`,
  oneMarket: (date, venue, sales) =>
    `${date}. Both worlds are still one. Sales at ${venue}: ${sales}.`,
  compared: (measure) => `${measure} compared with the world without it`,
  inWindow: (window, pairs) =>
    `Main window: ${window}; ${pairs === 1 ? 'one pair of worlds' : `mean of ${pairs} pairs of worlds`}.`,
  sold: (venue, change) => `${venue} ${change}`,
  and: ', ',
  replay: 'Watch it again',
  over: (measure, venue) => `${measure}: ${venue}`,
  difference: (measure) => `${measure}: difference between the two worlds`,
  differenceNote: 'One pair of worlds, with the same random numbers.',
  bandNote: (runs) => `Mean of ${runs} pairs of worlds; band: 95 % confidence interval.`,
  shownMeasure: 'Show the difference in',
  table: 'As a table',
  week: 'Week from',
  mean: 'Difference',
  low: 'from',
  high: 'to (95 % CI)',
  invalid: 'This cannot be run:',
  sizes: {
    coarse: 'Coarse market: 2,000 simulated buyers',
    quick: 'Quick market: 8,000 simulated buyers',
  },
  running: 'running',
  ended: 'run to its end',
  hash: 'State hash',
  hashNote:
    'The final state of both worlds. `pasar compare --quick` prints the same for run 1: this page runs the same program.',
  broken: (message) => `A world broke off: ${message}`,
  answer: 'The answer',
  market: 'The picture',
  orders: 'Who buys where',
  share: 'Share it',
  text: 'The scenario as text',
  learn: 'Learn: six small markets',
  ordersLater: 'Orders are shown here once the two worlds are running side by side.',
  footer: (version) =>
    `Pasar ${version}. A model result, not a forecast. It runs in this browser alone: nothing is sent anywhere.`,
}

const id: LabWords = {
  tagline: 'Pasar untuk bereksperimen',
  skip: 'Langsung ke jawaban',
  languages: 'Bahasa',
  questions: 'Semua pertanyaan',
  without: 'tanpa',
  with: 'dengan',
  settling: (date) => `${date}. Pasar simulasi masih menyesuaikan diri; kedua dunia masih satu.`,
  oneMarket: (date, venue, sales) =>
    `${date}. Kedua dunia masih satu. Penjualan di ${venue}: ${sales}.`,
  compared: (measure) => `${measure} dibandingkan dengan dunia tanpa kebijakan itu`,
  inWindow: (window, pairs) =>
    `Jendela utama: ${window}; ${pairs === 1 ? 'satu pasang dunia' : `rata-rata ${pairs} pasang dunia`}.`,
  sold: (venue, change) => `${venue} ${change}`,
  and: ', ',
  replay: 'Lihat lagi',
  over: (measure, venue) => `${measure}: ${venue}`,
  difference: (measure) => `${measure}: selisih kedua dunia`,
  differenceNote: 'Satu pasang dunia, dengan bilangan acak yang sama.',
  bandNote: (runs) => `Rata-rata ${runs} pasang dunia; pita: selang kepercayaan 95%.`,
  shownMeasure: 'Tampilkan selisih',
  table: 'Sebagai tabel',
  week: 'Minggu mulai',
  mean: 'Selisih',
  low: 'dari',
  high: 'sampai (selang 95%)',
  invalid: 'Ini tidak dapat dijalankan:',
  sizes: {
    coarse: 'Pasar kasar: 2.000 pembeli simulasi',
    quick: 'Pasar kecil: 8.000 pembeli simulasi',
  },
  running: 'sedang berjalan',
  ended: 'selesai dijalankan',
  hash: 'Sidik keadaan',
  hashNote:
    'Keadaan akhir kedua dunia. `pasar compare --quick` mencetak yang sama untuk simulasi 1: halaman ini menjalankan program yang sama.',
  broken: (message) => `Sebuah dunia terhenti: ${message}`,
  answer: 'Jawaban',
  market: 'Gambar',
  orders: 'Siapa belanja di mana',
  share: 'Bagikan',
  text: 'Skenario sebagai teks',
  learn: 'Belajar: enam pasar kecil',
  ordersLater: 'Pesanan tampil di sini begitu kedua dunia berjalan berdampingan.',
  footer: (version) =>
    `Pasar ${version}. Hasil model, bukan ramalan. Semuanya berjalan di peramban ini: tidak ada yang dikirim ke mana pun.`,
}

export const labWords: Readonly<Record<Language, LabWords>> = { en, id }
