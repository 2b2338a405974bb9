/** The words that lead a reader through the report page, in English and Indonesian. */
import type { Language } from './input.ts'

export interface ReadingWords {
  readonly contents: string
  readonly heads: {
    readonly bridge: string
    readonly people: string
    readonly effects: string
    readonly levels: string
    readonly references: string
  }
  readonly runs: (runs: number) => string
  readonly mainWindow: (window: string) => string
  readonly further: string
  /** Titles of pictures over time, and how they are read. */
  readonly effectOver: (measure: string) => string
  readonly effectOn: (measure: string, group: string) => string
  readonly of: (measure: string, group: string) => string
  readonly readDifference: (pairs: number, isSingle: boolean) => string
  readonly readLevel: (runs: number, isSingle: boolean) => string
  readonly shaded: (window: string) => string
  readonly dashed: string
  readonly overTime: (measure: string) => string
  readonly panels: (shown: number, of: number) => string
  /** Where sales went. */
  readonly left: (amount: string, venue: string) => string
  readonly bridgeHead: {
    readonly destination: string
    readonly amount: string
    readonly share: string
    readonly sellers: string
  }
  readonly bridgeNote: string
  /** In place of an interval of a share that leaves it open from nothing to all. */
  readonly notDetectable: string
  readonly venuesHead: {
    readonly venue: string
    readonly change: string
    readonly percent: string
  }
  readonly venues: string
  readonly noVenue: string
  /** Who gains and who loses. */
  readonly gainsHead: {
    readonly group: string
    readonly percent: string
    readonly rupiah: string
    readonly losing: string
    readonly gaining: string
    readonly members: string
  }
  readonly gains: string
  readonly gainsNote: string
  /** In place of the members of what is one whole. */
  readonly whole: string
  readonly gainsRest: (groups: number) => string
  readonly gainsLong: (rows: number) => string
  readonly flowsLong: string
  readonly aftermath: string
  /** How sure it is. */
  readonly sureHead: {
    readonly effect: string
    readonly mean: string
    readonly picture: string
  }
  readonly sureCaption: string
  readonly sureLong: string
  readonly notComputed: string
  readonly chanceCovered: (runs: number) => string
  readonly structure: string
  /** Tables of effects. */
  readonly rows: (window: string, rows: number) => string
  readonly same: (names: string) => string
  readonly noughts: (names: string) => string
  readonly unclearRows: string
  readonly overview: string
  readonly policy: string
  readonly everyPolicy: string
  /** A scenario alone. */
  readonly levelIs: (measure: string, amount: string, interval: string) => string
  readonly paper: string
  readonly paperHead: {
    readonly what: string
    readonly unit: string
    readonly agents: string
    readonly interval: string
    readonly solved: string
    readonly apart: string
  }
  readonly paperNote: string
  readonly lawFold: (articles: number) => string
  readonly moves: string
  readonly assumes: string
  readonly referencesNote: string
  readonly inputs: (count: number) => string
}

const en: ReadingWords = {
  contents: 'Contents',
  heads: {
    bridge: 'Where did the sales go?',
    people: 'Who gains and who loses?',
    effects: 'All effects',
    levels: 'All levels',
    references: 'References',
  },
  runs: (runs) => (runs === 1 ? '1 run' : `${runs} paired runs`),
  mainWindow: (window) => `Main window: ${window}`,
  further: 'More of the answer',
  effectOver: (measure) => `Effect on ${measure} over time`,
  effectOn: (measure, group) => `Effect on ${measure} of ${group} over time`,
  of: (measure, group) => `${measure}, ${group}`,
  readDifference: (pairs, isSingle) =>
    pairs === 1
      ? 'Policy minus baseline, one pair of runs.'
      : `Policy minus baseline. Line: mean of ${pairs} paired runs; band: its 95 % CI${isSingle ? '; thin lines: each pair' : ''}.`,
  readLevel: (runs, isSingle) =>
    runs === 1
      ? 'One run.'
      : `Line: mean of ${runs} runs; band: its 95 % CI${isSingle ? '; thin lines: each run' : ''}.`,
  shaded: (window) => `Shaded: ${window}.`,
  dashed: 'Dashed: analytical solution.',
  overTime: (measure) => `${measure}, the effect over time by group`,
  panels: (shown, of) => `${shown} of ${of} groups: those whose mean changes most.`,
  left: (amount, venue) => `${amount} no longer bought at ${venue}`,
  bridgeHead: {
    destination: 'Went to',
    amount: 'Rp bn a week (95 % CI)',
    share: 'Share of what left (95 % CI)',
    sellers: 'Its sellers recovered there',
  },
  bridgeNote:
    'The same buyers on the same shopping occasions, without and with the policy; the rows add up to what left the venue. Intervals of shares are cut off at 0 and 100 %. A share is a ratio within each run, so its interval may exclude 0 where that of the amount does not.',
  notDetectable: 'not detectable',
  venuesHead: { venue: 'Venue', change: 'Rp bn a week (95 % CI)', percent: 'Change' },
  venues: 'Sales by venue, where they change detectably',
  noVenue: 'Sales change detectably at no venue.',
  gainsHead: {
    group: 'Group',
    percent: 'Income, % (95 % CI)',
    rupiah: 'Rp a week per member (95 % CI)',
    losing: 'Lose over 10 %',
    gaining: 'Gain over 10 %',
    members: 'Members',
  },
  gains: 'Income a week, from the largest gain to the largest loss',
  gainsNote:
    'Lose, gain: share of members whose income falls or rises by more than 10 % and at least Rp 10,000 a week. Some would lose or gain this much by chance even without the policy.',
  whole: 'total',
  gainsRest: (groups) =>
    `${groups} more groups, whose income changes by no detectable amount or who are few, are in winners.csv.`,
  gainsLong: (rows) => `By region, category, exposure and size: ${rows} groups`,
  flowsLong: 'All sales: components of the change, and sellers',
  aftermath: 'Afterwards: where buyers bought, and which sellers recovered',
  sureHead: { effect: 'Effect', mean: 'Mean', picture: 'Ranges beside each other' },
  sureCaption:
    'Each effect with its range under each source of uncertainty; the sources are not added up',
  sureLong: 'What each range covers, and what the effect depends on',
  notComputed: 'not computed',
  chanceCovered: (runs) =>
    runs < 2
      ? 'not computed: one run has no interval'
      : `in every interval of this page (95 % CI of the mean of ${runs} paired runs)`,
  structure: 'Structure of the model',
  rows: (window, rows) => `${window}: ${rows} ${rows === 1 ? 'row' : 'rows'}`,
  same: (names) => `No change: ${names}.`,
  noughts: (names) => `The difference rounds to 0, and its interval includes 0: ${names}.`,
  unclearRows: 'Grey: the interval includes 0.',
  overview: 'The policies beside each other',
  policy: 'Policy',
  everyPolicy: 'Each policy is compared with the baseline; charts of one measure share one scale.',
  levelIs: (measure, amount, interval) =>
    `${measure}: ${amount}${interval === '' ? '' : ` (95 % CI ${interval})`}.`,
  paper: 'Simulated agents compared with the analytical solution',
  paperHead: {
    what: 'Quantity',
    unit: 'Unit',
    agents: 'Agents, mean',
    interval: '95 % CI',
    solved: 'Analytical',
    apart: 'Difference',
  },
  paperNote:
    'Analytical: logit demand, nested where the scenario has nests; prices that are not fixed are the Bertrand equilibrium, from which no owner gains by deviating alone. The agents do not know it.',
  lawFold: (articles) => `All ${articles} provisions`,
  moves: 'Parameters',
  assumes: 'Assumption',
  referencesNote:
    'The letters grade a source: A official statistics, company filings and named research houses; B a single statement, a small survey, or derived from A; C anecdotes, contested claims, unverified.',
  inputs: (count) => `All ${count} differences`,
}

const id: ReadingWords = {
  contents: 'Isi',
  heads: {
    bridge: 'Ke mana penjualan berpindah?',
    people: 'Siapa untung dan siapa rugi?',
    effects: 'Semua dampak',
    levels: 'Semua besaran',
    references: 'Rujukan',
  },
  runs: (runs) => (runs === 1 ? '1 simulasi' : `${runs} pasang simulasi`),
  mainWindow: (window) => `Jendela utama: ${window}`,
  further: 'Jawaban selengkapnya',
  effectOver: (measure) => `Dampak terhadap ${measure} dari waktu ke waktu`,
  effectOn: (measure, group) => `Dampak terhadap ${measure} ${group} dari waktu ke waktu`,
  of: (measure, group) => `${measure}, ${group}`,
  readDifference: (pairs, isSingle) =>
    pairs === 1
      ? 'Kebijakan dikurangi skenario dasar, satu pasang simulasi.'
      : `Kebijakan dikurangi skenario dasar. Garis: rata-rata ${pairs} pasang simulasi; pita: selang kepercayaan 95%${isSingle ? '; garis tipis: tiap pasang' : ''}.`,
  readLevel: (runs, isSingle) =>
    runs === 1
      ? 'Satu simulasi.'
      : `Garis: rata-rata ${runs} simulasi; pita: selang kepercayaan 95%${isSingle ? '; garis tipis: tiap simulasi' : ''}.`,
  shaded: (window) => `Diarsir: ${window}.`,
  dashed: 'Putus-putus: penyelesaian analitis.',
  overTime: (measure) => `${measure}, dampak dari waktu ke waktu menurut kelompok`,
  panels: (shown, of) => `${shown} dari ${of} kelompok: yang rata-ratanya paling berubah.`,
  left: (amount, venue) => `${amount} tidak lagi dibelanjakan di ${venue}`,
  bridgeHead: {
    destination: 'Beralih ke',
    amount: 'Rp miliar per minggu (selang kepercayaan 95%)',
    share: 'Bagian dari yang pergi (selang kepercayaan 95%)',
    sellers: 'Didapat kembali oleh penjualnya di sana',
  },
  bridgeNote:
    'Pembeli yang sama pada kesempatan belanja yang sama, tanpa dan dengan kebijakan; jumlah semua baris sama dengan yang meninggalkan kanal itu. Selang bagian dipotong pada 0 dan 100%. Bagian adalah rasio dalam tiap simulasi, sehingga selangnya dapat tidak memuat 0 walaupun selang jumlahnya memuat 0.',
  notDetectable: 'tidak terukur',
  venuesHead: {
    venue: 'Kanal penjualan',
    change: 'Rp miliar per minggu (selang kepercayaan 95%)',
    percent: 'Perubahan',
  },
  venues: 'Kanal penjualan yang penjualannya berubah secara terukur',
  noVenue: 'Di kanal mana pun penjualan tidak berubah secara terukur.',
  gainsHead: {
    group: 'Kelompok',
    percent: 'Pendapatan, % (selang kepercayaan 95%)',
    rupiah: 'Rp per minggu per anggota (selang kepercayaan 95%)',
    losing: 'Rugi lebih dari 10%',
    gaining: 'Untung lebih dari 10%',
    members: 'Anggota',
  },
  gains: 'Pendapatan per minggu, dari yang paling untung sampai yang paling rugi',
  gainsNote:
    'Rugi, untung: bagian anggota yang pendapatannya turun atau naik lebih dari 10% dan paling sedikit Rp10.000 per minggu. Sebagian akan untung atau rugi sebesar itu juga tanpa kebijakan, karena variasi acak.',
  whole: 'total',
  gainsRest: (groups) =>
    `${groups} kelompok lain, yang pendapatannya tidak berubah secara terukur atau yang anggotanya sedikit, ada di winners.csv.`,
  gainsLong: (rows) => `Menurut wilayah, kategori, paparan, dan ukuran: ${rows} kelompok`,
  flowsLong: 'Seluruh penjualan: rincian perubahannya, dan para penjual',
  aftermath: 'Sesudahnya: kanal belanja para pembeli, dan penjual yang pulih',
  sureHead: { effect: 'Dampak', mean: 'Rata-rata', picture: 'Rentang secara berdampingan' },
  sureCaption:
    'Setiap dampak dengan rentang yang tersisa menurut tiap sumber ketidakpastian; sumber-sumber itu tidak dijumlahkan',
  sureLong: 'Cakupan tiap rentang, dan yang menentukan dampaknya',
  notComputed: 'tidak dihitung',
  chanceCovered: (runs) =>
    runs < 2
      ? 'tidak dihitung: satu simulasi tidak memiliki selang'
      : `ada dalam setiap selang di halaman ini (selang kepercayaan 95% rata-rata ${runs} pasang simulasi)`,
  structure: 'Struktur model',
  rows: (window, rows) => `${window}: ${rows} baris`,
  same: (names) => `Tidak berubah: ${names}.`,
  noughts: (names) => `Selisihnya dibulatkan menjadi 0, dan selangnya mencakup 0: ${names}.`,
  unclearRows: 'Abu-abu: selang mencakup 0.',
  overview: 'Semua kebijakan secara berdampingan',
  policy: 'Kebijakan',
  everyPolicy:
    'Tiap kebijakan dibandingkan dengan skenario dasar; semua gambar dari satu ukuran dibaca dengan cara yang sama.',
  levelIs: (measure, amount, interval) =>
    `${measure}: ${amount}${interval === '' ? '' : ` (selang kepercayaan 95% ${interval})`}.`,
  paper: 'Hasil agen di samping penyelesaian analitis',
  paperHead: {
    what: 'Besaran',
    unit: 'Satuan',
    agents: 'Agen, rata-rata',
    interval: 'Selang kepercayaan 95%',
    solved: 'Analitis',
    apart: 'Selisih',
  },
  paperNote:
    'Analitis: permintaan logit, tersarang bila skenario memuat sarang; harga yang tidak ditetapkan adalah harga yang tidak menguntungkan pemilik mana pun untuk diubah sendirian (Bertrand). Agen tidak mengetahuinya.',
  lawFold: (articles) => `Semua ketentuan: ${articles}`,
  moves: 'Parameter',
  assumes: 'Asumsi',
  referencesNote:
    'Huruf menyatakan mutu sumber: A statistik resmi, laporan perusahaan, dan lembaga riset bernama; B satu pernyataan, survei kecil, atau turunan dari A; C anekdot, klaim yang diperdebatkan, belum diverifikasi.',
  inputs: (count) => `Semua perbedaan: ${count}`,
}

export const readingWords: Readonly<Record<Language, ReadingWords>> = { en, id }
