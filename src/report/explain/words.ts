/** What is said of an agent and its choices, in both languages. */
import type { AgentKind } from '../../market/index.ts'
import type { Language } from '../input.ts'

type Texts = Readonly<Record<string, string>>

export interface ExplainWords {
  /** Whom one may ask, with its number or name. */
  readonly agents: Readonly<Record<string, (name: string) => string>>
  /** Names the agent, the day and the market. */
  readonly title: (agent: string, date: string, scenario: string, run: string) => string
  readonly run: (run: number, seed: string) => string
  readonly weekdays: readonly string[]
  readonly facts: Texts
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly times: (ratio: string) => string
  /** Fifths of income, the poorest first. */
  readonly fifths: readonly string[]
  /** What nests and ways to go on are called. */
  readonly names: Texts
  readonly through: (checkout: string, front: string) => string
  readonly seller: (row: string) => string
  readonly decisions: Readonly<Record<string, (about: readonly string[]) => string>>
  readonly step: (step: number) => string
  readonly parts: Texts
  /** Parts that say something else in a decision of this kind. */
  readonly partsIn: Readonly<Record<string, Texts>>
  readonly total: string
  readonly notes: Texts
  readonly seen: (seen: string, listed: string) => string
  readonly chosen: string
  readonly behind: (next: string, rupiah: string) => string
  readonly alone: string
  readonly further: (count: number) => string
  readonly flips: Readonly<Record<string, (of: string, size: string, more: boolean) => string>>
  readonly leads: (who: string, outcome: string) => string
  /** Whom sentences are about. */
  readonly whom: Readonly<Record<AgentKind, string>>
  readonly outcomes: Readonly<Record<string, (what: string) => string>>
  readonly noFlip: string
  readonly nothing: string
  readonly without: string
  readonly withPolicy: string
}

const en: ExplainWords = {
  agents: {
    buyer: (name) => `Buyer ${name}`,
    seller: (name) => `Seller ${name}`,
    creator: (name) => `Creator ${name}`,
    platform: (name) => name,
  },
  title: (agent, date, scenario, run) => `${agent} on ${date}: ${scenario} (${run})`,
  run: (run, seed) => `run ${run}, seed ${seed}`,
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  facts: {
    region: 'Lives in',
    incomeClass: 'Income',
    shopsOnline: 'Shops online',
    accounts: 'Accounts at',
    lastVenue: 'Bought last at',
    shopping: 'Plans purchases',
    watching: 'Watches live selling',
    budget: 'Budget now',
  },
  yes: 'yes',
  no: 'no',
  none: 'none',
  times: (ratio) => `${ratio} times the usual`,
  fifths: ['poorest fifth', 'second fifth', 'middle fifth', 'fourth fifth', 'richest fifth'],
  names: {
    platforms: 'Platforms',
    chat: 'Chat and social media',
    stalls: 'Stalls and shops',
    events: 'Events',
    'made-to-order': 'Made to order',
    save: 'Keep the money',
    pass: 'Pass by',
    none: 'nowhere',
  },
  through: (checkout, front) => `${checkout}, from ${front}`,
  seller: (row) => `seller ${row}`,
  decisions: {
    place: ([goods]) => `Plans to buy ${goods}: where, or keep the money?`,
    placeOfReturned: ([goods]) => `Buys ${goods} it would once have bought on impulse: where?`,
    venue: ([goods, nest]) => `${nest}: at which of them does it look for ${goods}?`,
    way: (about) => `Which way to ${about[1]}?`,
    exposure: ([goods, feed]) => `Sees ${goods} in the feed of ${feed}: order, or pass by?`,
    item: ([goods, venue]) => `Which item of ${goods} at ${venue}?`,
  },
  step: (step) => `${step}. `,
  parts: {
    goods: 'Goods on show, at their prices',
    popular: 'What is popular or shown live there',
    link: 'Trouble of a link to another app',
    delivery: 'Delivery',
    trip: 'The trip there',
    subsidy: 'Subsidy of the platform',
    liking: 'Liking of the place for such goods',
    doubleDate: 'Double-date sale (10.10 and the like)',
    event: 'Event in the region',
    ways: 'More than one way to it',
    taste: 'Own taste for the place',
    habit: 'Habit: bought there last time',
    live: 'Live selling there',
    others: 'Other places of this kind',
    usual: 'Usual liking, fitted to market shares',
    trend: 'Decline of places offline',
    luck: 'Luck of the moment (keyed draw)',
    quality: 'Quality',
    marketing: 'Effort of the seller',
    licence: 'Licence of the seller',
    origin: 'Local or imported',
    waiting: 'Waiting time',
    price: 'Price',
    shown: 'Evens out how often it is shown',
    pair: 'Copy and original side by side',
  },
  partsIn: { item: { popular: 'Popularity', live: 'Shown live' } },
  total: 'All together',
  notes: {
    place:
      'Rupiah: what each part is worth to this buyer. Of each kind of place: its best venue for him.',
    placeOfReturned:
      'Rupiah: what each part is worth to this buyer. Of each kind of place: its best venue for him.',
    venue: 'Rupiah: what each part is worth to this buyer, once the kind of place is chosen.',
    way: 'Rupiah: what each part is worth to this buyer.',
    exposure: 'Rupiah: what each part is worth to this buyer.',
    item: 'Rupiah: what each part is worth to this buyer.',
  },
  seen: (seen, listed) => `Looked at ${seen} of ${listed} listings.`,
  chosen: 'CHOSEN',
  behind: (next, rupiah) => `Next best: ${next}, ${rupiah} less.`,
  alone: 'There was nothing else to choose.',
  further: (count) =>
    count === 1 ? '1 more option lies behind.' : `${count} more options lie behind.`,
  flips: {
    delivery: (of, size, more) =>
      `With delivery from ${of} ${size} ${more ? 'dearer' : 'cheaper'} an order`,
    trip: (of, size, more) => `With the trip to ${of} ${size} ${more ? 'dearer' : 'cheaper'}`,
    getting: (of, size, more) =>
      `With goods from ${of} ${size} an order ${more ? 'dearer' : 'cheaper'} to get`,
    price: (of, size, more) =>
      `With the item of ${of} ${size} ${more ? 'dearer' : 'cheaper'} a piece`,
  },
  leads: (who, outcome) => `, ${who} would have ${outcome}.`,
  whom: {
    buyer: 'the buyer',
    seller: 'the seller',
    creator: 'the creator',
    platform: 'the platform',
  },
  outcomes: {
    same: () => 'taken that one',
    checkout: (what) => `bought at ${what}`,
    listing: (what) => `taken that of ${what}`,
    save: () => 'kept the money',
    pass: () => 'passed by',
  },
  noFlip: 'No price or delivery cost would have changed this choice.',
  nothing: 'decides nothing on this day',
  without: 'Without the policy',
  withPolicy: 'With the policy',
}

const id: ExplainWords = {
  agents: {
    buyer: (name) => `Pembeli ${name}`,
    seller: (name) => `Penjual ${name}`,
    creator: (name) => `Kreator ${name}`,
    platform: (name) => name,
  },
  title: (agent, date, scenario, run) => `${agent} pada ${date}: ${scenario} (${run})`,
  run: (run, seed) => `simulasi ${run}, benih acak ${seed}`,
  weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  facts: {
    region: 'Tinggal di',
    incomeClass: 'Pendapatan',
    shopsOnline: 'Belanja daring',
    accounts: 'Punya akun di',
    lastVenue: 'Terakhir membeli di',
    shopping: 'Frekuensi rencana belanja',
    watching: 'Menonton siaran jualan',
    budget: 'Anggaran saat ini',
  },
  yes: 'ya',
  no: 'tidak',
  none: 'tidak ada',
  times: (ratio) => `${ratio} kali biasanya`,
  fifths: [
    'seperlima termiskin',
    'seperlima kedua',
    'seperlima tengah',
    'seperlima keempat',
    'seperlima terkaya',
  ],
  names: {
    platforms: 'Platform',
    chat: 'Obrolan dan media sosial',
    stalls: 'Kios dan toko',
    events: 'Bazar dan acara',
    'made-to-order': 'Pesanan khusus',
    save: 'Simpan uangnya',
    pass: 'Lewatkan',
    none: 'tidak di mana pun',
  },
  through: (checkout, front) => `${checkout}, dari ${front}`,
  seller: (row) => `penjual ${row}`,
  decisions: {
    place: ([goods]) => `Berencana membeli ${goods}: di mana, atau uangnya disimpan?`,
    placeOfReturned: ([goods]) => `Membeli ${goods} yang dulu dibeli secara impulsif: di mana?`,
    venue: ([goods, nest]) => `${nest}: di mana ia mencari ${goods}?`,
    way: (about) => `Lewat jalan mana ke ${about[1]}?`,
    exposure: ([goods, feed]) => `Melihat ${goods} di linimasa ${feed}: pesan, atau lewatkan?`,
    item: ([goods, venue]) => `Barang ${goods} yang mana di ${venue}?`,
  },
  step: (step) => `${step}. `,
  parts: {
    goods: 'Barang yang tampil, dengan harganya',
    popular: 'Yang populer atau tampil di siaran',
    link: 'Repotnya pindah ke aplikasi lain',
    delivery: 'Ongkos kirim',
    trip: 'Ongkos ke sana',
    subsidy: 'Subsidi platform',
    liking: 'Kesukaan umum pada tempat itu',
    doubleDate: 'Obral tanggal kembar (10.10 dll.)',
    event: 'Acara di daerahnya',
    ways: 'Lebih dari satu jalan ke sana',
    taste: 'Selera pribadi pada tempat itu',
    habit: 'Kebiasaan: terakhir beli di sana',
    live: 'Siaran jualan di sana',
    others: 'Tempat lain yang sejenis',
    usual: 'Kesukaan umum, dari pangsa pasar',
    trend: 'Surutnya tempat luring',
    luck: 'Kebetulan saat itu (undian tetap)',
    quality: 'Mutu',
    marketing: 'Upaya penjual',
    licence: 'Izin usaha penjual',
    origin: 'Lokal atau impor',
    waiting: 'Waktu tunggu',
    price: 'Harga',
    shown: 'Penyeimbang seringnya tampil',
    pair: 'Tiruan dan aslinya berdampingan',
  },
  partsIn: { item: { popular: 'Kepopuleran', live: 'Tampil di siaran' } },
  total: 'Jumlah',
  notes: {
    place:
      'Rupiah: nilai setiap bagian bagi pembeli ini. Dari tiap jenis tempat: yang terbaik baginya.',
    placeOfReturned:
      'Rupiah: nilai setiap bagian bagi pembeli ini. Dari tiap jenis tempat: yang terbaik baginya.',
    venue: 'Rupiah: nilai setiap bagian bagi pembeli ini, setelah jenis tempatnya dipilih.',
    way: 'Rupiah: nilai setiap bagian bagi pembeli ini.',
    exposure: 'Rupiah: nilai setiap bagian bagi pembeli ini.',
    item: 'Rupiah: nilai setiap bagian bagi pembeli ini.',
  },
  seen: (seen, listed) => `Melihat ${seen} dari ${listed} barang yang dipajang.`,
  chosen: 'DIPILIH',
  behind: (next, rupiah) => `Terbaik kedua: ${next}, selisih ${rupiah}.`,
  alone: 'Tidak ada pilihan lain.',
  further: (count) => `${count} pilihan lain berada di belakangnya.`,
  flips: {
    delivery: (of, size, more) =>
      `Seandainya ongkos kirim dari ${of} ${size} lebih ${more ? 'mahal' : 'murah'} per pesanan`,
    trip: (of, size, more) =>
      `Seandainya perjalanan ke ${of} ${size} lebih ${more ? 'mahal' : 'murah'}`,
    getting: (of, size, more) =>
      `Seandainya barang dari ${of} ${size} per pesanan lebih ${more ? 'mahal' : 'murah'} didapat`,
    price: (of, size, more) =>
      `Seandainya barang ${of} ${size} lebih ${more ? 'mahal' : 'murah'} per buah`,
  },
  leads: (who, outcome) => `, ${who} akan ${outcome}.`,
  whom: {
    buyer: 'pembeli ini',
    seller: 'penjual ini',
    creator: 'kreator ini',
    platform: 'platform ini',
  },
  outcomes: {
    same: () => 'mengambil barang itu',
    checkout: (what) => `membeli di ${what}`,
    listing: (what) => `mengambil barang ${what}`,
    save: () => 'menyimpan uangnya',
    pass: () => 'melewatkannya',
  },
  noFlip: 'Harga atau ongkos kirim berapa pun tidak akan mengubah pilihan ini.',
  nothing: 'tidak memutuskan apa pun pada hari ini',
  without: 'Tanpa kebijakan',
  withPolicy: 'Dengan kebijakan',
}

export const explainWords: Readonly<Record<Language, ExplainWords>> = { en, id }
