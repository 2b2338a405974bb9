/** The words of the report page, in English and Indonesian. */
import { CALL } from '../study/index.ts'
import type { Language } from './input.ts'
import { type NameWords, nameWords } from './name-words.ts'

type Words = Readonly<Record<string, string>>

/** A group whose income changes, and by how much, without a sign. */
interface Change {
  readonly name: string
  readonly share: string
}

/** A label within a sentence: its first letter is small unless it begins an abbreviation. */
export const inSentence = (label: string) =>
  /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

export interface PageWords extends NameWords {
  readonly skip: string
  readonly heads: {
    readonly answer: string
    readonly sure: string
    readonly charts: string
    readonly tables: string
    readonly changed: string
    readonly proof: string
    readonly coverage: string
    readonly law: string
    readonly sources: string
    readonly limits: string
    readonly repeat: string
    readonly together: string
  }
  readonly against: (baseline: string) => string
  readonly windowOf: (name: string, from: string, to: string) => string
  readonly effects: (window: string) => string
  readonly effectHead: readonly string[]
  readonly levels: (window: string) => string
  readonly levelHead: readonly string[]
  readonly winners: string
  readonly winnersHead: readonly string[]
  /** In place of the interval of a group of few agents, and why there is none. */
  readonly few: string
  /** What the number behind a name in a chart is. */
  readonly agentsNote: string
  readonly fewNote: (least: number) => string
  readonly fewInCharts: (least: number) => string
  /** Why the income of platforms says nothing of whether they win or lose. */
  readonly platformNote: string
  /** In place of a difference of nothing, and of the interval of nothing and of one run. */
  readonly unchanged: string
  readonly noValue: string
  readonly needsRuns: string
  readonly switching: (from: string) => string
  readonly switchingHead: readonly string[]
  readonly elsewhere: (members: string, agents: string) => string
  readonly elsewhereHead: readonly string[]
  readonly recovery: string
  readonly recoveryHead: readonly string[]
  readonly left: string
  readonly unrecovered: string
  readonly fall: string
  readonly fallHead: readonly string[]
  readonly fallTotal: string
  readonly combined: string
  readonly combinedHead: readonly string[]
  readonly coverage: string
  readonly coverageHead: readonly string[]
  readonly coverageNote: string
  /** Where no figure of the nation is known, and where the runs do not span its days. */
  readonly noFigure: string
  readonly noCoverage: string
  readonly lawCaption: string
  readonly lawHead: readonly string[]
  readonly grades: Words
  readonly repeatCaption: string
  readonly repeatHead: readonly string[]
  readonly statesCaption: string
  readonly statesHead: readonly string[]
  readonly facts: Words
  readonly verify: string
  readonly nothingDiffers: string
  readonly changedIntro: string
  readonly proofText: (days: number, until: string) => string
  readonly proofBroken: (until: string) => string
  readonly noProof: string
  /** Warnings: what makes effects uncertain, or is left out of the page. */
  readonly warnings: {
    readonly unpaired: string
    readonly leftOut: (rows: string) => string
    readonly solved: (until: string) => string
  }
  readonly first: (
    date: string,
    rule: string,
    what: string,
    before: string,
    after: string,
  ) => string
  readonly sentences: {
    /** A measure of one group. */
    readonly of: (measure: string, group: string) => string
    readonly moves: (measure: string, plural: boolean, rises: boolean) => string
    readonly by: (moves: string, amount: string, interval: string, percent: string) => string
    readonly unclear: (measure: string, interval: string) => string
    /** Of a group of few agents. */
    readonly few: (measure: string, agents: string) => string
    readonly exact: (measure: string, plural: boolean) => string
    readonly went: (from: string, left: string, parts: string) => string
    readonly people: (losers: readonly Change[], winners: readonly Change[]) => string
    readonly nobody: string
    /** Of platforms, whose income changes but is no gain or loss. */
    readonly platforms: string
    readonly opening: (policy: string, window: string) => string
    /** What the intervals cover, and what not; what they do not may be told further down. */
    readonly intervals: (isTold: boolean) => string
  }
  readonly lose: (share: string) => string
  readonly loseGain: (losing: string, gaining: string) => string
  readonly charts: {
    readonly winners: string
    readonly flows: (from: string) => string
    readonly matrix: string
    readonly mechanisms: string
  }
  readonly incomeChange: string
  readonly incomeOfAll: string
  readonly diverted: string
  readonly thousandJobs: string
  /** Said of destinations of sales. */
  readonly took: Readonly<Record<'up' | 'down' | 'unclear' | 'outside', string>>
  readonly destinations: Words
  /** Where sales were before, where it was no venue. */
  readonly origins: Words
  readonly matrixReading: string
  /** How a sentence says where a share of sales went. */
  readonly goesTo: (share: string, to: string, name: string) => string
  readonly kinds: Words
  /** Classes of exposure to a policy and of size. */
  readonly groups: Words
  readonly sources: readonly {
    readonly what: string
    readonly said: string
    readonly used: string
  }[]
  readonly sourcesCaption: string
  readonly sourcesHead: readonly string[]
  readonly limits: readonly string[]
  readonly footer: string
}

const en: PageWords = {
  ...nameWords.en,
  skip: 'Skip to the answer',
  heads: {
    answer: 'The answer',
    sure: 'How sure is it?',
    charts: 'Charts',
    tables: 'Tables',
    changed: 'Differences in inputs',
    proof: 'Are the two worlds comparable?',
    coverage: 'How much of the country is modelled',
    law: 'The regulation and the parameters it changes',
    sources: 'Conflicting sources',
    limits: 'Limitations',
    repeat: 'Reproduce this study',
    together: 'Joint effect of the policies',
  },
  against: (baseline) => `Compared with: ${baseline}`,
  windowOf: (name, from, to) => `${name}, ${from} to ${to}`,
  effects: (window) => `Effects, mean of ${window}`,
  effectHead: [
    ...['Measure', 'Unit', 'Simulated agents', 'Baseline'],
    ...['Policy', 'Difference', '95 % CI', 'Change'],
  ],
  levels: (window) =>
    `Levels, mean of ${window}; the interval covers simulation noise, the variation between runs`,
  levelHead: ['Measure', 'Unit', 'Simulated agents', 'Mean', '95 % CI'],
  winners: 'Who gains and who loses',
  winnersHead: [
    'Group',
    'Members',
    'Simulated agents',
    'Income, Rp a week',
    'Change',
    '95 % CI',
    'Working time',
    'Income falls by more than 10 % (at least Rp 10,000 a week)',
    'Income rises by as much',
    'Runs with higher income',
  ],
  few: 'few agents',
  agentsNote: '(n): simulated agents',
  fewInCharts: (least) => `few agents: n < ${least}, no interval`,
  fewNote: (least) =>
    `few agents: fewer than ${least} simulated agents represent the group, so it has no interval`,
  platformNote:
    'Platforms: income is fees and own labels less subsidies, operation and taxes. Platforms subsidise orders for their future value, which is not recorded as income, so a platform that loses orders seems to gain: its row measures no gain or loss.',
  unchanged: 'no change',
  noValue: 'no value',
  needsRuns: 'needs 2 runs',
  switching: (from) => `Where the sales of ${from} went (buyers of ${from})`,
  switchingHead: [
    'Destination',
    'Buyers, Rp bn a week',
    '95 % CI',
    'Buyers, share',
    '95 % CI',
    'Sellers, share',
    '95 % CI',
  ],
  elsewhere: (members, agents) =>
    `Of the ${members} people (${agents} simulated buyers) who bought at the affected venues before the policy, those who bought at each venue in the first days after it, in thousands`,
  elsewhereHead: ['Days', 'Bought', 'Baseline', 'Policy', 'Difference', '95 % CI'],
  recovery:
    'Firms by their earlier sales at the affected venues (exposure): share with at least 80 % of their baseline sales in the same weeks; for firms without exposure it is below 100 % because of simulation noise and competition',
  recoveryHead: [
    ...['Weeks after', 'Exposure before', 'Firms'],
    ...['Simulated agents', 'Share', '95 % CI'],
  ],
  left: 'No longer bought there',
  unrecovered: 'Not recovered by its sellers',
  fall: 'Components of the fall of all sales, all buyers (−: raises sales)',
  fallHead: ['Part', 'Rp bn a week', '95 % CI'],
  fallTotal: 'Fall of all sales',
  combined: 'Joint effect of the policies compared with the sum of their separate effects',
  combinedHead: ['Measure', 'Joint effect', '95 % CI', 'Sum', 'Interaction', '95 % CI'],
  coverage: 'The baseline compared with national figures, 2 January to 25 September 2023',
  coverageHead: ['Quantity', 'Unit', 'Modelled', 'National', 'Modelled / national', 'Source'],
  coverageNote: 'rows cover different parts of the country and are not added up',
  noFigure: 'no source',
  noCoverage: 'The runs do not cover the days of 2023 to which the national figures refer.',
  lawCaption:
    'Each article, the parameters that represent it, the assumption made, and its confidence (A to C, or assumption)',
  lawHead: ['Article', 'Provision', 'Parameters', 'Assumption', 'Confidence', 'Source'],
  grades: {},
  repeatCaption: 'Record of the study',
  repeatHead: ['Item', 'Value'],
  statesCaption: 'Hash of the final state of every run: the same command gives the same hashes',
  statesHead: ['Scenario', 'Run', 'Seed', 'Hash'],
  facts: {
    program: 'Program',
    node: 'Node',
    date: 'Date',
    command: 'Command',
    seed: 'Seed',
    runs: 'Runs',
    fingerprint: 'Fingerprint',
  },
  verify: `To run it again and compare it bit by bit: ${CALL} verify FOLDER`,
  nothingDiffers: 'No input differs.',
  changedIntro:
    'All other inputs equal the baseline. Values, units, ranges and sources: scenarios/REFERENCE.md.',
  proofText: (days, until) =>
    `Yes. Simulated separately, both worlds had the same state on each of the ${days} days before ${until} (run 1), so later differences are caused by the policy.`,
  proofBroken: (until) =>
    `No. The worlds diverge before ${until}: no effect reported here can be trusted.`,
  noProof: 'Not checked: the worlds may differ from the first day on, or the first run is missing.',
  warnings: {
    unpaired:
      'Warning: random numbers are not paired in all parts of the two worlds, so effects include the noise of both; see "unpaired" in manifest.json.',
    leftOut: (rows) =>
      `Warning: who wins and loses, and where sales went, are left out, because the two worlds do not have the same rows (${rows}). Write these rows into the baseline too, so that they do nothing there (slots: 0), and let the policy set them by its date.`,
    solved: (until) =>
      `Warning: constants are calibrated until ${until} in each world separately, so part of any earlier effect is absorbed.`,
  },
  first: (date, rule, what, before, after) =>
    `First difference: ${date}, rule ${rule}, ${what}: ${before} → ${after}.`,
  sentences: {
    of: (measure, group) => `${measure} of ${group}`,
    moves: (measure, plural, rises) => `${measure} ${rises ? 'rise' : 'fall'}${plural ? '' : 's'}`,
    by: (moves, amount, interval, percent) =>
      `${moves} by ${amount} (95 % CI ${interval}${percent === '' ? '' : `; ${percent}`}).`,
    unclear: (measure, interval) =>
      `The effect on ${inSentence(measure)} is not statistically distinguishable from zero (95 % CI ${interval}).`,
    few: (measure, agents) =>
      `${measure}: with ${agents} simulated agents an effect cannot be estimated.`,
    exact: (measure, plural) => `${measure} ${plural ? 'do' : 'does'} not change.`,
    went: (from, left, parts) => ` Of ${left} no longer bought at ${from}, ${parts}.`,
    people: (losers, winners) =>
      [...[{ verb: 'falls', groups: losers }], ...[{ verb: 'rises', groups: winners }]]
        .filter(({ groups }) => groups.length > 0)
        .map(
          ({ verb, groups }) =>
            `income ${verb} for ${groups.map(({ name, share }) => `${name} by ${share}`).join(', ')}`,
        )
        .join('; ')
        .replace(/^i/, 'I')
        .concat('.'),
    nobody: 'No group’s income changes by a detectable amount.',
    platforms:
      'Platforms are omitted here: the future value of orders, for which they pay subsidies, is not recorded as income.',
    opening: (policy, window) => `${policy}; main window: ${window}.`,
    intervals: (isTold) =>
      isTold
        ? 'Intervals of effects cover simulation noise only; uncertainty about parameters and model structure is shown under “How sure is it?”.'
        : 'All intervals cover simulation noise only, not uncertainty about parameters or model structure.',
  },
  lose: (share) => `${share} lose over 10 %`,
  loseGain: (losing, gaining) => `${losing} lose, ${gaining} gain over 10 %`,
  charts: {
    winners: 'who gains and who loses?',
    flows: (from) => `where did the sales of ${from} go?`,
    matrix: 'where did each venue’s sales go?',
    mechanisms: 'why do jobs in small firms change?',
  },
  incomeChange: 'Change in income, % of baseline',
  incomeOfAll: 'Change in income of all members, Rp bn a week',
  diverted: 'Buyers’ money, Rp bn a week, and its share (diversion ratio)',
  thousandJobs: 'Contribution to the change in UMKM jobs, thousand people',
  took: {
    up: 'gained sales',
    down: 'also lost sales',
    unclear: 'interval includes 0',
    outside: 'bought nowhere',
  },
  goesTo: (share, to, name) =>
    to === 'lost'
      ? `${share} are purchases that no longer occur`
      : to === 'saved'
        ? `${share} are not bought`
        : `${share} went to ${name}`,
  destinations: {
    saved: 'Not bought (saved)',
    lost: 'Purchases that no longer occur',
    new: 'New purchases',
    repriced: 'Same purchases at other prices',
    unfollowed: 'Buyers not followed one by one',
    elsewhere: 'At any other venue',
    'other platforms': 'On other platforms',
  },
  origins: { saved: 'Not bought before', new: 'New purchases' },
  matrixReading:
    'Number: % of what the venue of the row sold in the baseline; colour: rupiah that moved; grey: unchanged',
  kinds: { household: 'Buyers', government: 'Government', platform: 'Platforms' },
  groups: {
    none: 'no exposure',
    'up to 10 %': 'exposure up to 10 %',
    '10 to 50 %': 'exposure of 10 to 50 %',
    'over 50 %': 'exposure over 50 %',
    micro: 'micro',
    small: 'small',
    medium: 'medium',
    large: 'large',
  },
  sources: [
    {
      what: 'Value of TikTok Shop in 2023 (F55, F56)',
      said: 'US$4.5 to 6.6 bn; one outlier of 10 a year',
      used: '11 to 14 % of platform sales before the closure; 8 to 19 % at the two extremes',
    },
    {
      what: 'Digital firms (F13, F40)',
      said: '22 million registered with the ministry; 3 to 4 million with sales online in the statistics',
      used: 'the statistics: 18 to 26 % of firms online are on a marketplace, most only chat',
    },
    {
      what: 'Imports online (F78 to F80)',
      said: '56 % of value (a minister); 40 to 60 % in other counts; 90 to 95 % claimed',
      used: '45 to 60 % of online sales, mostly through local importers',
    },
    {
      what: 'Direct cross-border parcels (F87)',
      said: 'below 1 to 3 % of sales; none on TikTok',
      used: '1 to 3 %: a rule on them has little effect',
    },
    {
      what: 'Value of platform sales',
      said: 'Rp 476 tn in 2022 (Bank Indonesia, F36); 772 tn (Momentum Works, F25)',
      used: 'the scale of Bank Indonesia',
    },
    {
      what: 'Sellers and affiliates of TikTok Shop (F59)',
      said: '6 or 2 million sellers, about 7 million affiliates; the ministry disputes both',
      used: 'number of sellers: no target; creators: 15 to 30 % of the affiliates, set in the scenario',
    },
    {
      what: 'Micro, small and medium firms',
      said: '64.2, 65.5 or 67 million',
      used: 'those in trade and small industry, 17 to 20 million (F10, F11)',
    },
    {
      what: 'October to December',
      said: 'include the double dates 10.10, 11.11 and 12.12',
      used: 'a policy is compared with the same months without it, never with September',
    },
  ],
  sourcesCaption:
    'Where sources conflict, and what the baseline uses. All sources with their grades: docs/sources.md',
  sourcesHead: ['Quantity', 'Sources report', 'The model uses'],
  limits: [
    'It is not a forecast: no data after 4 October 2023 were used for calibration; later outcomes serve as its test.',
    'Platforms respond with subsidies alone, not with fees or new designs. Whether rivals raise or lower them after a closure is an assumption, not a finding.',
    'Foreign prices and the exchange rate are exogenous; the rest of the economy is a single account that offers outside jobs.',
    'No consumer credit, word of mouth, returned goods or learning of trust.',
    'Retail only: business-to-business firms, and most of the 64 to 67 million firms, are not covered.',
    'Statements beyond one year are sensitivity analysis, not evidence. Small groups have wide intervals.',
  ],
  footer: 'A model result, not a forecast.',
}

const id: PageWords = {
  ...nameWords.id,
  skip: 'Langsung ke jawaban',
  heads: {
    answer: 'Jawaban',
    sure: 'Seberapa pasti?',
    charts: 'Grafik',
    tables: 'Tabel',
    changed: 'Perbedaan masukan',
    proof: 'Apakah kedua dunia dapat dibandingkan?',
    coverage: 'Cakupan model terhadap angka nasional',
    law: 'Peraturan dan parameter yang diubahnya',
    sources: 'Sumber yang bertentangan',
    limits: 'Keterbatasan',
    repeat: 'Mengulang studi ini',
    together: 'Dampak gabungan kebijakan',
  },
  against: (baseline) => `Dibandingkan dengan: ${baseline}`,
  windowOf: (name, from, to) => `${name}, ${from} sampai ${to}`,
  effects: (window) => `Dampak, rata-rata ${window}`,
  effectHead: [
    'Ukuran',
    'Satuan',
    'Agen simulasi',
    'Skenario dasar',
    'Kebijakan',
    'Selisih',
    'Selang kepercayaan 95%',
    'Perubahan',
  ],
  levels: (window) => `Besaran, rata-rata ${window}; selang mencakup variasi acak antarsimulasi`,
  levelHead: ['Ukuran', 'Satuan', 'Agen simulasi', 'Rata-rata', 'Selang kepercayaan 95%'],
  winners: 'Siapa untung dan siapa rugi',
  winnersHead: [
    'Kelompok',
    'Anggota',
    'Agen simulasi',
    'Pendapatan, Rp per minggu',
    'Perubahan',
    'Selang kepercayaan 95%',
    'Waktu kerja',
    'Pendapatan turun lebih dari 10% (paling sedikit Rp10.000 per minggu)',
    'Pendapatan naik sebesar itu',
    'Simulasi dengan pendapatan naik',
  ],
  few: 'agen terlalu sedikit',
  agentsNote: '(n): agen simulasi',
  fewInCharts: (least) => `agen terlalu sedikit: n < ${least}, tanpa selang kepercayaan`,
  fewNote: (least) =>
    `agen terlalu sedikit: kelompok ini diwakili kurang dari ${least} agen simulasi, jadi tidak ada selang kepercayaan`,
  platformNote:
    'Platform: pendapatan adalah biaya layanan dan merek sendiri dikurangi subsidi, operasi, dan pajak. Nilai sebuah pesanan bagi platform di luar biaya layanannya, yang membuatnya mau memberi subsidi, tidak tercatat sebagai pendapatan. Maka platform yang kehilangan pesanan tampak untung: barisnya bukan ukuran untung atau rugi.',
  unchanged: 'tidak berubah',
  noValue: 'tidak ada nilai',
  needsRuns: 'perlu 2 simulasi',
  switching: (from) => `Ke mana penjualan ${from} berpindah (pembeli di ${from})`,
  switchingHead: [
    'Tujuan',
    'Pembeli, Rp miliar per minggu',
    'Selang kepercayaan 95%',
    'Pembeli, pangsa',
    'Selang kepercayaan 95%',
    'Penjual, pangsa',
    'Selang kepercayaan 95%',
  ],
  elsewhere: (members, agents) =>
    `Dari ${members} orang (${agents} pembeli simulasi) yang pernah membeli di kanal yang terkena kebijakan: banyaknya yang membeli di tiap kanal pada hari-hari pertama sesudahnya, dalam ribu orang`,
  elsewhereHead: [
    'Hari',
    'Membeli di',
    'Skenario dasar',
    'Kebijakan',
    'Selisih',
    'Selang kepercayaan 95%',
  ],
  recovery:
    'Usaha menurut penjualannya di kanal yang terkena kebijakan: bagian yang penjualannya sedikitnya 80% dari penjualan pada minggu yang sama dalam skenario dasar; bagi usaha tanpa paparan, bagian itu di bawah 100% karena variasi acak dan pesaing',
  recoveryHead: [
    'Minggu sesudahnya',
    'Paparan sebelumnya',
    'Usaha',
    'Agen simulasi',
    'Pangsa',
    'Selang kepercayaan 95%',
  ],
  left: 'Tidak lagi dibeli di sana',
  unrecovered: 'Tidak tergantikan bagi penjualnya',
  fall: 'Rincian penurunan seluruh penjualan, semua pembeli (−: menaikkan penjualan)',
  fallHead: ['Bagian', 'Rp miliar per minggu', 'Selang kepercayaan 95%'],
  fallTotal: 'Penurunan seluruh penjualan',
  combined: 'Dampak gabungan kebijakan dibandingkan dengan jumlah dampak masing-masing',
  combinedHead: [
    'Ukuran',
    'Dampak gabungan',
    'Selang kepercayaan 95%',
    'Jumlah',
    'Interaksi',
    'Selang kepercayaan 95%',
  ],
  coverage: 'Skenario dasar di samping angka nasional, 2 Januari sampai 25 September 2023',
  coverageHead: ['Besaran', 'Satuan', 'Model', 'Nasional', 'Model / nasional', 'Sumber'],
  coverageNote: 'baris-baris mencakup bagian negara yang berbeda dan tidak dijumlahkan',
  noFigure: 'tanpa sumber',
  noCoverage: 'Simulasi tidak mencakup hari-hari pada 2023 yang diwakili angka nasional.',
  lawCaption:
    'Setiap pasal, parameter yang mewakilinya, asumsi yang dipakai, dan tingkat keyakinannya (A sampai C, atau asumsi)',
  lawHead: ['Pasal', 'Ketentuan', 'Parameter', 'Asumsi', 'Keyakinan', 'Sumber'],
  grades: { assumption: 'asumsi' },
  repeatCaption: 'Catatan studi',
  repeatHead: ['Butir', 'Nilai'],
  statesCaption:
    'Hash keadaan akhir setiap simulasi: perintah yang sama menghasilkan hash yang sama',
  statesHead: ['Skenario', 'Simulasi', 'Benih', 'Hash'],
  facts: {
    program: 'Program',
    node: 'Node',
    date: 'Tanggal',
    command: 'Perintah',
    seed: 'Benih acak',
    runs: 'Simulasi',
    fingerprint: 'Sidik jari',
  },
  verify: `Untuk menjalankannya lagi dan membandingkannya bit demi bit: ${CALL} verify FOLDER`,
  nothingDiffers: 'Tidak ada masukan yang berbeda.',
  changedIntro:
    'Masukan lainnya sama dengan skenario dasar. Nilai, satuan, rentang, dan sumber: scenarios/REFERENCE.md.',
  proofText: (days, until) =>
    `Ya. Dijalankan secara terpisah, kedua dunia berada dalam keadaan yang sama pada setiap hari dari ${days} hari sebelum ${until} (simulasi 1), sehingga perbedaan sesudahnya disebabkan oleh kebijakan.`,
  proofBroken: (until) =>
    `Tidak. Kedua dunia sudah berbeda sebelum ${until}: dampak yang dilaporkan di sini tidak dapat dipercaya.`,
  noProof:
    'Tidak diperiksa: kedua dunia mungkin berbeda sejak hari pertama, atau simulasi pertama tidak ada.',
  warnings: {
    unpaired:
      'Peringatan: bilangan acak kedua dunia tidak berpasangan di semua bagian, sehingga dampak memuat derau keduanya; lihat "unpaired" dalam manifest.json.',
    leftOut: (rows) =>
      `Peringatan: siapa yang untung dan rugi serta ke mana penjualan berpindah tidak ditampilkan, karena baris kedua dunia tidak sama (${rows}). Tuliskan baris itu juga dalam skenario dasar tanpa pengaruh (slots: 0), lalu biarkan kebijakan mengaturnya menurut tanggal.`,
    solved: (until) =>
      `Peringatan: konstanta dikalibrasi sampai ${until} di tiap dunia secara terpisah, sehingga sebagian dampak sebelum tanggal itu terserap.`,
  },
  first: (date, rule, what, before, after) =>
    `Perbedaan pertama: ${date}, aturan ${rule}, ${what}: ${before} → ${after}.`,
  sentences: {
    of: (measure, group) => `${measure} ${group}`,
    moves: (measure, _, rises) => `${measure} ${rises ? 'naik' : 'turun'}`,
    by: (moves, amount, interval, percent) =>
      `${moves} ${amount} (selang kepercayaan 95% ${interval}${percent === '' ? '' : `; ${percent}`}).`,
    unclear: (measure, interval) =>
      `Dampak terhadap ${inSentence(measure)} tidak berbeda nyata dari nol secara statistik (selang kepercayaan 95% ${interval}).`,
    few: (measure, agents) =>
      `${measure}: ${agents} agen simulasi terlalu sedikit untuk menyatakan dampak.`,
    exact: (measure) => `${measure} tidak berubah.`,
    went: (from, left, parts) => ` Dari ${left} yang tidak lagi dibeli di ${from}, ${parts}.`,
    people: (losers, winners) =>
      [
        ...losers.map((one) => ({ ...one, verb: 'turun' })),
        ...winners.map((one) => ({ ...one, verb: 'naik' })),
      ]
        .map(({ name, share, verb }) => `pendapatan ${name} ${verb} ${share}`)
        .join(', ')
        .replace(/^p/, 'P')
        .concat('.'),
    nobody: 'Tidak ada kelompok yang pendapatannya berubah secara terukur.',
    platforms:
      'Platform tidak disebut di sini, sebab nilai sebuah pesanan bagi mereka di luar biaya layanannya tidak tercatat sebagai pendapatan.',
    opening: (policy, window) => `${policy}; jendela utama: ${window}.`,
    intervals: (isTold) =>
      isTold
        ? 'Selang dampak hanya mencakup variasi acak antarsimulasi; ketidakpastian parameter dan struktur model ada di bagian “Seberapa pasti?”.'
        : 'Semua selang hanya mencakup variasi acak antarsimulasi, bukan ketidakpastian parameter atau struktur model.',
  },
  lose: (share) => `rugi ${share} (lebih dari 10%)`,
  loseGain: (losing, gaining) => `rugi ${losing}, untung ${gaining} (lebih dari 10%)`,
  charts: {
    winners: 'siapa untung, siapa rugi?',
    flows: (from) => `ke mana penjualan ${from} berpindah?`,
    matrix: 'ke mana penjualan setiap kanal berpindah?',
    mechanisms: 'mengapa pekerjaan UMKM berubah?',
  },
  incomeChange: 'Perubahan pendapatan, % dari skenario dasar',
  incomeOfAll: 'Perubahan pendapatan seluruh anggota, Rp miliar per minggu',
  diverted: 'Uang pembeli, Rp miliar per minggu, dan pangsanya (rasio pengalihan)',
  thousandJobs: 'Sumbangan terhadap perubahan pekerjaan UMKM, ribu orang',
  took: {
    up: 'penjualan naik',
    down: 'penjualan ikut turun',
    unclear: 'selang mencakup 0',
    outside: 'tidak dibelanjakan di mana pun',
  },
  goesTo: (share, to, name) =>
    to === 'lost'
      ? `${share} adalah pembelian yang tidak terjadi lagi`
      : to === 'saved'
        ? `${share} tidak jadi dibelanjakan`
        : `${share} beralih ke ${name}`,
  destinations: {
    saved: 'Tidak jadi membeli (ditabung)',
    lost: 'Pembelian yang tidak terjadi lagi',
    new: 'Pembelian baru',
    repriced: 'Pembelian yang sama dengan harga lain',
    unfollowed: 'Pembeli yang tidak diamati satu per satu',
    elsewhere: 'Di kanal lain mana pun',
    'other platforms': 'Di platform lain',
  },
  origins: { saved: 'Semula tidak membeli', new: 'Pembelian baru' },
  matrixReading:
    'Angka: % dari penjualan kanal pada baris itu dalam skenario dasar; warna: rupiah yang berpindah; abu-abu: tidak berubah',
  kinds: { household: 'Pembeli', government: 'Pemerintah', platform: 'Platform' },
  groups: {
    none: 'tanpa paparan',
    'up to 10 %': 'paparan sampai 10%',
    '10 to 50 %': 'paparan 10 sampai 50%',
    'over 50 %': 'paparan di atas 50%',
    micro: 'mikro',
    small: 'kecil',
    medium: 'menengah',
    large: 'besar',
  },
  sources: [
    {
      what: 'Nilai TikTok Shop 2023 (F55, F56)',
      said: 'US$4,5 sampai 6,6 miliar; satu angka menyimpang 10 per tahun',
      used: '11 sampai 14% penjualan platform sebelum penutupan; 8 sampai 19% pada kedua ujungnya',
    },
    {
      what: 'Usaha digital (F13, F40)',
      said: '22 juta terdaftar di kementerian; 3 sampai 4 juta dengan penjualan daring menurut statistik',
      used: 'statistik: 18 sampai 26% usaha daring ada di lokapasar, kebanyakan hanya lewat obrolan',
    },
    {
      what: 'Impor daring (F78 sampai F80)',
      said: '56% nilai (menteri); 40 sampai 60% menurut hitungan lain; klaim 90 sampai 95%',
      used: '45 sampai 60% penjualan daring, kebanyakan lewat importir setempat',
    },
    {
      what: 'Paket lintas batas langsung (F87)',
      said: 'di bawah 1 sampai 3% penjualan; di TikTok tidak ada',
      used: '1 sampai 3%: aturan tentangnya berpengaruh kecil',
    },
    {
      what: 'Nilai penjualan platform',
      said: 'Rp476 triliun pada 2022 (Bank Indonesia, F36); 772 triliun (Momentum Works, F25)',
      used: 'skala Bank Indonesia',
    },
    {
      what: 'Penjual dan afiliasi TikTok Shop (F59)',
      said: '6 atau 2 juta penjual, sekitar 7 juta afiliasi; kementerian membantah keduanya',
      used: 'jumlah penjual: bukan sasaran; kreator: 15 sampai 30% dari afiliasi, ditetapkan dalam skenario',
    },
    {
      what: 'Usaha mikro, kecil dan menengah',
      said: '64,2, 65,5 atau 67 juta',
      used: 'yang bergerak di perdagangan dan industri kecil, 17 sampai 20 juta (F10, F11)',
    },
    {
      what: 'Oktober sampai Desember',
      said: 'memuat 10.10, 11.11 dan 12.12',
      used: 'kebijakan dibandingkan dengan simulasi tanpa kebijakan itu, tidak dengan September',
    },
  ],
  sourcesCaption:
    'Di mana sumber bertentangan, dan apa yang dipakai skenario dasar. Semua sumber dan mutunya: docs/sources.md',
  sourcesHead: ['Besaran', 'Menurut sumber', 'Yang dipakai model'],
  limits: [
    'Ini bukan ramalan: data sesudah 4 Oktober 2023 tidak dipakai untuk kalibrasi; perkembangan sesudahnya menjadi ujiannya.',
    'Platform menanggapi hanya dengan subsidi, tidak dengan biaya atau rancangan baru. Apakah pesaing menaikkan atau menurunkannya setelah penutupan adalah asumsi, bukan temuan.',
    'Harga luar negeri dan kurs bersifat eksogen; sisa perekonomian diwakili satu akun yang menyediakan pekerjaan di luar pasar.',
    'Tidak ada kredit konsumen, promosi dari mulut ke mulut, pengembalian barang, atau proses belajar memercayai penjual.',
    'Hanya ritel: usaha yang menjual kepada usaha lain, dan sebagian besar dari 64 sampai 67 juta usaha, tidak tercakup.',
    'Pernyataan untuk lebih dari satu tahun adalah analisis kepekaan, bukan bukti. Kelompok kecil memiliki selang yang lebar.',
  ],
  footer: 'Hasil model, bukan ramalan.',
}

export const pageWords: Readonly<Record<Language, PageWords>> = { en, id }
