/** Words around a parameter in print: its default, range, unit and source. */
import type { Language } from '../input.ts'
import { PARAMETER_NAMES_ID } from './parameter-names.ts'

export const parameterWords = {
  en: {
    required: 'required',
    standard: 'default',
    to: 'to',
    assumption: 'Assumption',
    given: 'Given',
    grade: 'Grade',
    readBy: 'Read by',
  },
  id: {
    required: 'wajib',
    standard: 'bawaan',
    to: 'sampai',
    assumption: 'Asumsi',
    given: 'Ditentukan',
    grade: 'Mutu sumber',
    readBy: 'Dibaca oleh',
  },
} as const

/** Units and sources of the settings of policies. What a scenario file is to contain stays as it is written there. */
const INDONESIAN: Readonly<Record<string, string>> = {
  never: 'tidak pernah',
  choice: 'pilihan',
  date: 'tanggal',
  'true or false': 'true atau false',
  '% of firms': '% usaha',
  '% of jobs': '% pekerjaan',
  '% of firms online': '% usaha daring',
  '% of platform sales': '% penjualan platform',
  '% more': '% lebih banyak',
  'kRp a month': 'ribu rupiah sebulan',
  '% a year': '% per tahun',
  ratio: 'rasio',
  people: 'orang',
  times: 'kali',
  'Rp tn a year': 'Rp triliun per tahun',
  'Rp tn a week': 'Rp triliun per minggu',
  'bn a year': 'miliar per tahun',
  'm firms': 'juta usaha',
  'm people': 'juta orang',
  share: 'bagian',
  weeks: 'minggu',
  'm FTE': 'juta FTE',
  'stalls/event': 'kios/acara',
  'firms/week': 'usaha/minggu',
  'share of price': 'bagian harga',
  'share of listings/year': 'bagian barang yang dijual/tahun',
  'share of platform sales': 'bagian penjualan platform',
  'the scenario says it': 'tertulis dalam skenario',
  'the size of the policy; 0 is none': 'besarnya kebijakan; 0 berarti tidak ada',
  'the size of the step; 0 is none': 'besarnya langkah; 0 berarti tidak ada',
  'all of it unless written; 0 is none': 'seluruhnya kecuali ditulis lain; 0 berarti tidak ada',
  'no cap in force unless written': 'tanpa batas kecuali ditulis',
  'about 130 at one event (F139)': 'sekitar 130 pada satu acara (F139)',
  'Shopee: 3 % of its sales in 2021, under 1 % in 2023 (F87)':
    'Shopee: 3% penjualannya pada 2021, kurang dari 1% pada 2023 (F87)',
  'own goods come up 1.2 times as often (e^0.2); 0 (no preference) to 0.6 (1.8 times)':
    'barang milik sendiri muncul 1,2 kali lebih sering (e^0,2); 0 (tanpa pengutamaan) sampai 0,6 (1,8 kali)',
  'most importers of parcels know the way by container; 0.2 (lots too small) to 1 (all of them)':
    'kebanyakan pengimpor paket tahu jalan lewat peti kemas; 0,2 (jumlahnya terlalu kecil) sampai 1 (semuanya)',
  'two months to order, ship and clear a container; 6 to 10 weeks':
    'dua bulan untuk memesan, mengapalkan, dan mengurus bea peti kemas; 6 sampai 10 minggu',
  'storage, capital and another merchant on the way; 0.05 (large lots) to 0.15 (small lots)':
    'gudang, modal, dan satu pedagang lagi di antaranya; 0,05 (jumlah besar) sampai 0,15 (jumlah kecil)',
  'none in the end, as within one app; 0 to 1.2 (as any link out)':
    'akhirnya tidak ada, seperti di dalam satu aplikasi; 0 sampai 1,2 (seperti tautan keluar lainnya)',
  'at once unless written; 0 to 26 weeks (people get used to it within half a year)':
    'seketika kecuali ditulis lain; 0 sampai 26 minggu (orang terbiasa dalam enam bulan)',
  'at once for a partner whom all know; 12 to 26 weeks until a new app has half of its users':
    'seketika bagi mitra yang dikenal semua orang; 12 sampai 26 minggu hingga aplikasi baru mencapai separuh penggunanya',
  'none unless written; 1 is the rise by the first-order condition of a logit with two platforms of one owner and no cost, an upper bound: 0 to 1':
    'tidak ada kecuali ditulis; 1 adalah kenaikan menurut syarat orde pertama logit untuk dua platform satu pemilik tanpa biaya, sebuah batas atas: 0 sampai 1',
  'the data of a tenth of platform sales bring half of what data can bring; 0.03 (a few data say most) to 0.3 (more data say more)':
    'data dari sepersepuluh penjualan platform memberi separuh dari manfaat data; 0,03 (sedikit data sudah cukup) sampai 0,3 (makin banyak makin berguna)',
  'recommendations with data on purchases raise impulses by three tenths at most; 0 (feeds know enough without) to 1 (twice)':
    'rekomendasi dengan data pembelian menaikkan belanja impulsif paling banyak tiga persepuluh; 0 (linimasa sudah cukup tahu) sampai 1 (dua kali lipat)',
  'none unless written; 0.05 to 0.1 where shops are moved by hand':
    'tidak ada kecuali ditulis; 0,05 sampai 0,1 bila toko dipindahkan satu per satu',
  'a quarter of a year; 4 (two systems alike) to 52 weeks':
    'seperempat tahun; 4 (dua sistem yang serupa) sampai 52 minggu',
  'none unless written; 0.1 to 0.3 where users have to register anew':
    'tidak ada kecuali ditulis; 0,1 sampai 0,3 bila pengguna harus mendaftar lagi',
  'Share of impulse exposures that end in an order, before any policy (a)':
    'Bagian paparan impulsif yang berakhir dengan pesanan, sebelum ada kebijakan (a)',
  'Utility cost of following an outbound link (kappa)':
    'Beban mengikuti tautan keluar, dalam utilitas (kappa)',
  'Search hazard of a seller whose outlets are all shut (h1)':
    'Peluang sesaat pencarian oleh penjual yang semua gerainya tutup (h1)',
  'Quality of imported relative to local goods': 'Mutu barang impor dibanding barang lokal',
  'Rise in shopping occasions at the Lebaran peak':
    'Kenaikan kesempatan belanja pada puncak Lebaran',
  'Utility gain on a double date (10.10, 11.11)':
    'Tambahan utilitas pada tanggal kembar (10.10, 11.11)',
  'Creators represented by one simulated creator': 'Kreator yang diwakili satu kreator simulasi',
  'Target of mean live-streaming hours per creator before any policy':
    'Sasaran jam siaran langsung rata-rata per kreator sebelum ada kebijakan',
  'Rate of reviewing a venue': 'Laju peninjauan kanal penjualan',
  'Probability of closing an unprofitable shop at a review':
    'Peluang menutup toko yang merugi saat peninjauan',
  'Rate of price reviews': 'Laju peninjauan harga',
  'Share of the labour shortfall hired per week (eta_h)':
    'Bagian kekurangan tenaga kerja yang direkrut per minggu (eta_h)',
  'Share of surplus labour laid off per week (eta_f)':
    'Bagian kelebihan tenaga kerja yang diberhentikan per minggu (eta_f)',
  'Own-price elasticity of a small online listing (absolute value)':
    'Elastisitas harga sendiri suatu barang daring kecil (nilai mutlak)',
  'Share of imports that pay duty and taxes': 'Bagian impor yang membayar bea masuk dan pajak',
  'Response to relative profit (beta)': 'Tanggapan terhadap laba relatif (beta)',
  'Share of platform imports arriving directly from abroad (xi)':
    'Bagian impor platform yang datang langsung dari luar negeri (xi)',
  'Substitution into bulk imports': 'Peralihan ke impor dalam jumlah besar',
  'Maximum rise in impulse purchases from data': 'Kenaikan terbesar belanja impulsif berkat data',
  'Pass-through of the common owner’s fee increase, with step 2':
    'Penerusan kenaikan biaya oleh pemilik bersama, dengan langkah 2',
  'Step 8: share of the partner’s users lost': 'Langkah 8: bagian pengguna mitra yang hilang',
  'Largest effect of all programmes together on the retail sales of a firm':
    'Dampak terbesar semua program bersama terhadap penjualan eceran suatu usaha',
  'Success rate of an attempt to open an online shop, at mean digital skill':
    'Tingkat keberhasilan upaya membuka toko daring, pada kecakapan digital rata-rata',
  'Share of impulse purchases that displace planned purchases (d)':
    'Bagian belanja impulsif yang menggantikan belanja terencana (d)',
  'Dissimilarity parameter (lambda): 1 is the plain logit':
    'Parameter ketidakmiripan (lambda): 1 adalah logit biasa',
  'Elasticity of attention to followers': 'Elastisitas perhatian terhadap jumlah pengikut',
  'Share of a closed feed’s attention diverted to rival live feeds (sigma)':
    'Bagian perhatian linimasa yang ditutup yang pindah ke siaran pesaing (sigma)',
  'Impulse share of orders at a venue with an impulse feed':
    'Bagian pesanan impulsif di kanal penjualan yang memiliki linimasa belanja',
  'Commission rate on the price (take rate)': 'Tarif komisi dari harga (potongan platform)',
  '70 % of online sales displaced others, 30 % were new (F113, of 2018, online sales of all kinds); 85 % of users of TikTok Shop had cut spending elsewhere (F112, people and not money). If all planned orders displace, F113 leaves 1 - 0.3 / omega to impulses: 0.33 at 0.45. Nothing pins it down: 0 to 1':
    '70% penjualan daring menggantikan penjualan lain, 30% baru (F113, tahun 2018, penjualan daring segala jenis); 85% pengguna TikTok Shop mengurangi belanja di kanal lain (F112, jumlah orang, bukan uang). Bila semua pesanan terencana menggantikan, F113 menyisakan 1 - 0,3 / omega bagi belanja impulsif: 0,33 pada 0,45. Tidak ada yang menentukannya: 0 sampai 1',
  'the plain logit unless written. Users of TikTok Shop cut most at other platforms (Shopee 51, Lazada 45 %, offline 38 %; F112), and taxed sales went to other shops online (F145): below 1 for platforms, from 0.3 (close substitutes) to 0.9 (hardly closer than others)':
    'logit biasa kecuali ditulis lain. Pengguna TikTok Shop paling banyak mengurangi belanja di platform lain (Shopee 51, Lazada 45%, luring 38%; F112), dan penjualan yang dikenai pajak pindah ke toko daring lain (F145): di bawah 1 bagi platform, dari 0,3 (pengganti dekat) sampai 0,9 (hampir tidak lebih dekat daripada yang lain)',
  'a little less than in proportion, as the many followers of a star see the star less often; 0.7 to 1, and above 1 attention runs to the largest':
    'sedikit kurang dari sebanding, karena pengikut seorang bintang yang banyak lebih jarang melihatnya; 0,7 sampai 1, dan di atas 1 perhatian lari ke yang terbesar',
  'nobody counted where viewers of a closed shop went; most stay in its feed, which goes on without it: 0 (all of them) to 0.5 (every second one watches rivals’ sessions)':
    'tidak ada yang menghitung ke mana penonton toko yang ditutup pergi; kebanyakan tetap di linimasanya, yang berjalan terus tanpa toko itu: 0 (semuanya) sampai 0,5 (setiap orang kedua menonton siaran pesaing)',
  '0.2 (people search, and buy what they came for) to 0.75; live and video bring 60 to 95 % of sales at TikTok Shop (F66, from memory), and not all of them are unplanned':
    '0,2 (orang mencari, dan membeli yang dicarinya) sampai 0,75; siaran langsung dan video membawa 60 sampai 95% penjualan TikTok Shop (F66, dari ingatan), dan tidak semuanya tak terencana',
  'none unless written; 0 to 1.2 (a link to a rival costs as much again as any link out)':
    'tidak ada kecuali ditulis; 0 sampai 1,2 (tautan ke pesaing menambah hambatan sebesar tautan keluar biasa)',
}

/** A value, unit or source in print. */
export function said(what: string | number | boolean, language: Language): string {
  const text = String(what)
  if (language === 'en') return text
  return (
    INDONESIAN[text] ??
    PARAMETER_NAMES_ID[text] ??
    text
      .replace(/^rows of /, 'baris ')
      .replace(/^name out of /, 'nama di ')
      .replace(/(\d) to (\d)/g, '$1 sampai $2')
  )
}

/** Symbols of equations at the end of a label: `(kappa)`, `(eta_f)`, `(d)`. */
const SYMBOL =
  / \((?:[a-z]\d?|[a-z]+_[a-z]+|beta|delta|eta|kappa|lambda|nu|rho|sigma|tau|xi)\)(?=$|[:,;])/

/** A parameter as a report names it: no equation stands near its symbol there. */
export const plainName = (label: string, language: Language): string =>
  said(label, language).replace(SYMBOL, '')

/** What a source says, after the word for its grade. */
export function sourceSaid(source: string, language: Language): string {
  const text = source.replace(/^(assumption|given): /, '')
  const known = INDONESIAN[text] ?? PARAMETER_NAMES_ID[text]
  // What is not in Indonesian stays whole; numbers alone need no dictionary.
  return known === undefined && /\p{L}{3}/u.test(text) ? text : said(text, language)
}
