/** What the terminal alone says, in English and Indonesian; what a page says too stands in the words of pages. */
import type { Stopped } from '../../study/index.ts'
import type { Language } from '../input.ts'

export interface TerminalWords {
  /** Between the ends of an interval. */
  readonly to: string
  readonly meanOf: (from: string, to: string, runs: string) => string
  readonly main: string
  readonly comparedWith: (window: string, baseline: string, mean: string) => string
  readonly heads: {
    readonly baseline: string
    readonly policy: string
    readonly difference: string
    readonly interval: string
    readonly agents: string
    readonly mean: string
  }
  /** What the numbers of a window are means of, and which of them are a total divided by a total. */
  readonly means: string
  readonly ratios: (names: string) => string
  readonly noRun: string
  /** Differences that are not listed. */
  readonly moreDiffer: (count: number) => string
  readonly throughout: (days: number, proved: number) => string
  readonly partEarly: (date: string) => string
  readonly noParting: string
  readonly noDecision: string
  readonly decision: (
    date: string,
    rule: string,
    what: string,
    before: string,
    after: string,
  ) => string
  /** Rows of which two worlds have the same, in another order. */
  readonly theirOrder: string
  readonly winnersHead: readonly string[]
  readonly mostAt: (venues: string) => string
  readonly winnersNote: (few: number) => string
  /** Words of amounts, and what they are in a narrow column. */
  readonly short: readonly (readonly [word: string, short: string])[]
  readonly bridgeUnit: string
  readonly bridgeHead: readonly string[]
  readonly allBuyers: string
  readonly lostNote: string
  readonly enough: {
    readonly of: (known: number, asked: number) => string
    readonly noEffect: (runs: string, measure: string) => string
    readonly told: (runs: string, why: string, measure: string, told: string) => string
    readonly why: Readonly<Record<Stopped, (wanted: string) => string>>
    readonly reach: (reach: string) => string
    readonly more: (runs: string, wanted: string) => string
    readonly zero: string
    readonly removed: (share: string) => string
    readonly removedNone: string
    readonly added: (share: string) => string
    readonly probability: (relation: string, probability: string) => string
    readonly over: (share: string) => string
  }
  readonly why: {
    readonly head: (window: string) => string
    readonly columns: readonly string[]
  }
  readonly combined: {
    readonly head: (window: string, parts: string) => string
    readonly columns: readonly string[]
    readonly and: string
  }
  /** Where an answer is kept. */
  readonly kept: {
    readonly groups: (file: string) => string
    readonly written: (folder: string) => string
    readonly earlier: (folder: string) => string
    readonly runs: (folder: string) => string
    readonly report: (file: string, command: string) => string
  }
}

const en: TerminalWords = {
  to: 'to',
  meanOf: (from, to, runs) => `mean of ${from} to ${to}, ${runs}`,
  main: 'main window',
  comparedWith: (window, baseline, mean) => `${window}, compared with ${baseline}: ${mean}`,
  heads: {
    baseline: 'baseline',
    policy: 'policy',
    difference: 'difference',
    interval: '95 % interval',
    agents: 'agents',
    mean: 'mean',
  },
  means: 'Values are means of daily values.',
  ratios: (names) => `Totals of the window divided by totals: ${names}.`,
  noRun: 'no run was completed',
  moreDiffer: (count) => `and ${count} more: manifest.json`,
  throughout: (days, proved) =>
    `Simulated separately, both worlds are identical throughout the ${days} days of the run: they had the same state on each of the last ${proved} days (run 1).`,
  partEarly: (date) => `The states of run 1 diverge on ${date}. This is a fault of the program.`,
  noParting: 'Nothing differs in the four weeks after.',
  noDecision: 'No agent’s decision differs within four weeks.',
  decision: (date, rule, what, before, after) =>
    `First decision to differ: ${date}, rule ${rule}, ${what}: ${before} → ${after}.`,
  theirOrder: 'their order',
  winnersHead: [
    ...['members', 'agents', 'income', 'change'],
    ...['95 % interval', 'work', 'lose', 'gain'],
  ],
  mostAt: (venues) => `over 50 % at ${venues}`,
  winnersNote: (few) =>
    `income: Rp a week per member, its change in rupiah where it is low; agents: simulated, mean over runs, no interval or shares under ${few}; work: FTE; lose/gain: share whose income falls/rises by more than 10 % and Rp 10,000 a week`,
  short: [
    [' thousand', ' k'],
    [' million', ' m'],
    [' billion', ' bn'],
  ],
  bridgeUnit: 'Rp bn a week',
  bridgeHead: ['buyers', '95 % interval', 'share', 'sellers'],
  allBuyers: 'all buyers',
  lostNote:
    'no longer occur: the occasion to buy does not arise, mostly an impulse from a feed, net of those that arise in other feeds instead; −: raises sales',
  enough: {
    of: (known, asked) => `${known} of ${asked} runs`,
    noEffect: (runs, measure) =>
      `${runs}: ${measure} is the same in both worlds in every run; there is no effect to be a share of`,
    told: (runs, why, measure, told) => `${runs}, ${why}. ${measure}: ${told}`,
    why: {
      asked: () => 'as requested',
      precise: (wanted) => `precision of ±${wanted} reached`,
      'no effect': () => 'as requested',
      most: (wanted) => `stopped by --max-runs before the requested ±${wanted}`,
      cut: () => 'interrupted',
    },
    reach: (reach) => `±${reach} of the effect (95 % CI)`,
    more: (runs, wanted) => `about ${runs} runs would give ±${wanted}`,
    zero: 'the 95 % CI includes zero',
    removed: (share) => `common random numbers removed ${share} of the variance`,
    removedNone: 'common random numbers removed none of the variance',
    added: (share) => `common random numbers added ${share} to the variance`,
    probability: (relation, probability) => `P(effect ${relation} 0) ${probability}`,
    over: (share) => `over ${share}`,
  },
  why: {
    head: (window) =>
      `why, ${window}: contribution of each mechanism (Shapley value: averaged over all orders of adding)`,
    columns: ['adds', '95 % interval', 'of the total'],
  },
  combined: {
    head: (window, parts) =>
      `${window}: joint effect compared with the sum of the effects of ${parts}`,
    columns: ['together', 'sum', 'interaction', '95 % interval'],
    and: ' and ',
  },
  kept: {
    groups: (file) => `all groups: ${file}`,
    written: (folder) => `written to ${folder}`,
    earlier: (folder) => `${folder} still contains the earlier study, which is complete`,
    runs: (folder) => `complete runs of this study: ${folder}`,
    report: (file, command) => `report: ${file} (to open it: ${command})`,
  },
}

const id: TerminalWords = {
  to: 's.d.',
  meanOf: (from, to, runs) => `rata-rata ${from} sampai ${to}, ${runs}`,
  main: 'jendela utama',
  comparedWith: (window, baseline, mean) => `${window}, dibandingkan dengan ${baseline}: ${mean}`,
  heads: {
    baseline: 'dasar',
    policy: 'kebijakan',
    difference: 'selisih',
    interval: 'selang 95%',
    agents: 'agen',
    mean: 'rata-rata',
  },
  means: 'Nilai adalah rata-rata nilai harian.',
  ratios: (names) => `Jumlah selama jendela dibagi jumlah: ${names}.`,
  noRun: 'tidak ada simulasi yang selesai',
  moreDiffer: (count) => `dan ${count} lagi: manifest.json`,
  throughout: (days, proved) =>
    `Dijalankan secara terpisah, kedua dunia sama selama ${days} hari simulasi: keadaannya sama pada setiap hari dari ${proved} hari terakhir (simulasi 1).`,
  partEarly: (date) =>
    `Keadaan simulasi 1 sudah berbeda pada ${date}. Ini kesalahan dalam program.`,
  noParting: 'Tidak ada yang berbeda dalam empat minggu sesudahnya.',
  noDecision: 'Dalam empat minggu tidak ada agen yang mengambil keputusan berbeda.',
  decision: (date, rule, what, before, after) =>
    `Keputusan pertama yang berbeda: ${date}, aturan ${rule}, ${what}: ${before} → ${after}.`,
  theirOrder: 'urutannya',
  winnersHead: [
    ...['anggota', 'agen', 'pendapatan', 'perubahan'],
    ...['selang 95%', 'kerja', 'rugi', 'untung'],
  ],
  mostAt: (venues) => `di atas 50% di ${venues}`,
  winnersNote: (few) =>
    `pendapatan: Rp per minggu per anggota, perubahannya dalam rupiah bila pendapatan itu rendah; agen: yang disimulasikan, rata-rata antarsimulasi, di bawah ${few} tanpa selang dan pangsa; kerja: FTE; rugi/untung: bagian yang pendapatannya turun/naik lebih dari 10% dan Rp10.000 per minggu`,
  short: [
    [' ribu', ' rb'],
    [' juta', ' jt'],
    [' miliar', ' M'],
  ],
  bridgeUnit: 'Rp miliar per minggu',
  bridgeHead: ['pembeli', 'selang 95%', 'pangsa', 'penjual'],
  allBuyers: 'semua pembeli',
  lostNote:
    'tidak terjadi lagi: kesempatan membeli tidak muncul, kebanyakan dorongan dari linimasa, sesudah dikurangi yang muncul di linimasa lain; −: menaikkan penjualan',
  enough: {
    of: (known, asked) => `${known} dari ${asked} simulasi`,
    noEffect: (runs, measure) =>
      `${runs}: ${measure} sama di kedua dunia pada setiap simulasi; tidak ada dampak yang dapat diukur ketelitiannya`,
    told: (runs, why, measure, told) => `${runs}, ${why}. ${measure}: ${told}`,
    why: {
      asked: () => 'sesuai permintaan',
      precise: (wanted) => `ketelitian ±${wanted} tercapai`,
      'no effect': () => 'sesuai permintaan',
      most: (wanted) => `dihentikan oleh --max-runs sebelum mencapai ±${wanted} yang diminta`,
      cut: () => 'terputus',
    },
    reach: (reach) => `±${reach} dari dampaknya (selang kepercayaan 95%)`,
    more: (runs, wanted) => `sekitar ${runs} simulasi akan menghasilkan ±${wanted}`,
    zero: 'selang kepercayaan 95% mencakup nol',
    removed: (share) => `bilangan acak bersama menghilangkan ${share} ragam`,
    removedNone: 'bilangan acak bersama tidak mengurangi ragam',
    added: (share) => `bilangan acak bersama menambah ragam sebesar ${share}`,
    probability: (relation, probability) => `P(dampak ${relation} 0) ${probability}`,
    over: (share) => `lebih dari ${share}`,
  },
  why: {
    head: (window) =>
      `mengapa, ${window}: sumbangan tiap mekanisme (nilai Shapley: rata-rata atas semua urutan penambahan)`,
    columns: ['menambah', 'selang 95%', 'dari total'],
  },
  combined: {
    head: (window, parts) =>
      `${window}: dampak gabungan dibandingkan dengan jumlah dampak masing-masing: ${parts}`,
    columns: ['bersama', 'jumlah', 'interaksi', 'selang 95%'],
    and: ' dan ',
  },
  kept: {
    groups: (file) => `semua kelompok: ${file}`,
    written: (folder) => `tersimpan di ${folder}`,
    earlier: (folder) => `${folder} masih berisi studi sebelumnya, yang sudah lengkap`,
    runs: (folder) => `simulasi studi ini yang selesai: ${folder}`,
    report: (file, command) => `laporan: ${file} (untuk membukanya: ${command})`,
  },
}

export const terminalWords: Readonly<Record<Language, TerminalWords>> = { en, id }
