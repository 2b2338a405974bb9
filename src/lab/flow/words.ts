/** What the picture of flows says, in English and Indonesian. Checkouts are called as their scenario calls them. */
import type { Source } from '../../market/index.ts'
import type { Language } from '../../report/index.ts'

export interface FlowWords {
  readonly sources: Readonly<Record<Exclude<Source, 'none'>, string>>
  readonly nobody: string
  readonly others: string
  readonly shut: string
  /** Of a checkout, on a picture and in a sentence. */
  readonly shuts: (hour: string) => string
  readonly shutsOn: (name: string, hour: string) => string
  readonly play: string
  readonly pause: string
  readonly back: string
  readonly forward: string
  readonly toGate: (date: string) => string
  /** The same in the still picture, which adds up the days behind it. */
  readonly afterGate: (date: string) => string
  readonly days: (from: string, to: string) => string
  readonly day: string
  readonly still: string
  readonly moving: string
  readonly worlds: readonly [string, string]
  readonly world: string
  readonly who: (buyers: number, among: string | undefined) => string
  readonly key: string
  readonly ringed: string
  readonly bars: string
  readonly caption: (facts: {
    readonly from: string
    readonly to: string
    readonly without: string
    readonly policy: string
    readonly differing: string
  }) => string
  /** Of the numbers beside checkouts in the still picture. */
  readonly sums: string
  readonly table: string
  readonly tableHead: readonly [string, string]
  readonly total: string
  readonly waiting: string
  /** Of a dot. */
  readonly ask: (buyer: number, date: string) => string
  /** Of a number of orders. */
  readonly askOne: string
  readonly askHow: string
  readonly buyersOn: (date: string) => string
}

const en: FlowWords = {
  sources: { feed: 'Feed', search: 'Search', street: 'Street' },
  nobody: 'Not bought',
  others: 'Elsewhere',
  shut: 'closed',
  shuts: (hour) => `closes ${hour}`,
  shutsOn: (name, hour) =>
    `${name} closes at ${hour} on this day; until then orders can be paid there.`,
  play: 'Play',
  pause: 'Pause',
  back: 'One day back',
  forward: 'One day on',
  toGate: (date) => `To ${date}`,
  afterGate: (date) => `Four weeks after ${date}`,
  days: (from, to) => `${from} to ${to}`,
  day: 'Day',
  still: 'Still picture',
  moving: 'Moving picture',
  worlds: ['Without the policy', 'With the policy'],
  world: 'World',
  who: (buyers, among) =>
    among === undefined
      ? `${buyers} simulated buyers, the same in both worlds; those who shop often are more likely to be among them.`
      : `${buyers} simulated buyers with an account at ${among}, the same in both worlds; those who shop often are more likely to be among them.`,
  key: 'Each dot is an order, from where it began to where it is paid.',
  ringed: 'Ringed: this buyer does something else in the other world on this day.',
  bars: 'Bars: orders of the last seven days; outline: in the other world.',
  caption: ({ from, to, without, policy, differing }) =>
    `${from} to ${to}: ${without} orders without the policy, ${policy} with it. Days on which a buyer does something else: ${differing}.`,
  sums: 'Numbers beside the checkouts: orders of these days.',
  table: 'The same as a table',
  tableHead: ['From', 'Paid at'],
  total: 'All orders',
  waiting: 'Waiting for the first days of both worlds.',
  ask: (buyer, date) => `Ask buyer ${buyer} why, ${date}`,
  askOne: 'Ask one of them why',
  askHow: 'Click a dot to ask that buyer why.',
  buyersOn: (date) => `Buyers of ${date}, one by one`,
}

const id: FlowWords = {
  sources: { feed: 'Linimasa', search: 'Pencarian', street: 'Jalan' },
  nobody: 'Tidak jadi beli',
  others: 'Kanal lain',
  shut: 'ditutup',
  shuts: (hour) => `tutup ${hour}`,
  shutsOn: (name, hour) =>
    `${name} tutup pukul ${hour} pada hari ini; sebelum itu pesanan masih dapat dibayar di sana.`,
  play: 'Putar',
  pause: 'Jeda',
  back: 'Mundur satu hari',
  forward: 'Maju satu hari',
  toGate: (date) => `Ke ${date}`,
  afterGate: (date) => `Empat minggu setelah ${date}`,
  days: (from, to) => `${from} sampai ${to}`,
  day: 'Hari',
  still: 'Gambar diam',
  moving: 'Gambar bergerak',
  worlds: ['Tanpa kebijakan', 'Dengan kebijakan'],
  world: 'Dunia',
  who: (buyers, among) =>
    among === undefined
      ? `${buyers} pembeli simulasi, sama di kedua dunia; yang sering berbelanja lebih besar peluangnya untuk terpilih.`
      : `${buyers} pembeli simulasi yang punya akun di ${among}, sama di kedua dunia; yang sering berbelanja lebih besar peluangnya untuk terpilih.`,
  key: 'Setiap titik adalah satu pesanan, dari kanal tempat niatnya muncul sampai kanal pembayarannya.',
  ringed: 'Berlingkar: di dunia yang satunya, pembeli ini berbuat lain pada hari itu.',
  bars: 'Batang: pesanan tujuh hari terakhir; garis tepi: di dunia yang satunya.',
  caption: ({ from, to, without, policy, differing }) =>
    `${from} sampai ${to}: ${without} pesanan tanpa kebijakan, ${policy} dengan kebijakan. Hari ketika seorang pembeli berbuat lain: ${differing}.`,
  sums: 'Angka di samping kanal pembayaran: pesanan pada hari-hari itu.',
  table: 'Sebagai tabel',
  tableHead: ['Dari', 'Dibayar di'],
  total: 'Semua pesanan',
  waiting: 'Menunggu hari-hari pertama dari kedua dunia.',
  ask: (buyer, date) => `Tanya pembeli ${buyer} mengapa, ${date}`,
  askOne: 'Tanya salah satunya mengapa',
  askHow: 'Klik sebuah titik untuk menanyai pembelinya.',
  buyersOn: (date) => `Pembeli pada ${date}, satu per satu`,
}

export const flowWords: Readonly<Record<Language, FlowWords>> = { en, id }
