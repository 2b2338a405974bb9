/** What charts and the page of an experiment say, in both languages. */
import type { Language } from '../input.ts'

type Paired = (seeds: number, difference: string, low: string, high: string) => string

/** Ends of the interval of a share. */
type Share = readonly [string, string]

/** How many base rows or points would tell; nothing where no number would. */
export type More = { readonly number: string; readonly of: 'rows' | 'points' } | undefined

export interface ExperimentWords {
  readonly runsAt: (points: number, runs: number) => string
  readonly responses: string
  readonly band: string
  readonly tornado: string
  readonly tornadoHow: string
  readonly morris: string
  readonly morrisHow: string
  readonly sobol: string
  readonly sobolHow: string
  /** Percent of the variance between points that it predicts, and of points within its intervals. */
  readonly throughEmulator: (explained: string, covered: string) => string
  /** Where it predicts too little of it to tell shares. */
  readonly noShares: (explained: string) => string
  readonly alone: string
  readonly together: string
  readonly shareOfVariance: string
  readonly chance: string
  readonly grid: string
  readonly gridHow: string
  readonly cloud: string
  readonly cloudHow: string
  readonly variants: string
  readonly variantsHow: string
  readonly signs: { readonly up: string; readonly down: string; readonly unclear: string }
  readonly across: (outcome: string, low: string, high: string, variants: number) => string
  readonly flips: (outcome: string, flips: number, variants: number) => string
  readonly points: string
  readonly correlation: string
  readonly directions: { readonly up: string; readonly down: string; readonly unclear: string }
  readonly heads: {
    readonly answer: string
    readonly charts: string
    readonly tables: string
    readonly varied: string
    readonly repeat: string
  }
  readonly variedHead: readonly string[]
  readonly variantsHead: readonly string[]
  readonly pointsHead: readonly string[]
  readonly repeatHead: readonly string[]
  readonly facts: {
    readonly program: string
    readonly date: string
    readonly command: string
    readonly seed: string
    readonly points: string
    readonly runs: string
    readonly fingerprint: string
  }
  readonly covers: string
  readonly limits: string
  readonly unfinished: (known: number, asked: number) => string
  readonly missing: (runs: number) => string
  readonly moves: (
    what: string,
    outcome: string,
    low: string,
    high: string,
    ends: readonly [string, string],
  ) => string
  /** After a sentence on what moves an outcome: the paired difference over common seeds, and whether chance could be all of it. */
  readonly isNoChance: Paired
  readonly mayBeChance: Paired
  readonly oneSeed: string
  /** In place of percentiles, where there are too few points. */
  readonly few: (outcome: string, values: string, isDraws: boolean) => string
  /** In place of shares of the variance. */
  readonly fewRows: (rows: number, least: number) => string
  /** Beside an interval that is of the runs of its point alone. */
  readonly ownRuns: string
  readonly sameSign: (negative: boolean) => string
  readonly bothSigns: string
  /** A share of the variance by itself and with others; of what acts with others alone how many more would tell. */
  readonly explains: (what: string, alone: Share, together: Share, outcome: string) => string
  readonly takesPart: (what: string, together: Share, outcome: string, more: More) => string
  readonly cannotTell: (what: string, more: More) => string
  /** Its share from a quarter, from half and from all of the base rows. */
  readonly settles: (what: string, shares: readonly string[]) => string
  readonly chanceIs: (share: string) => string
  readonly between: (
    outcome: string,
    low: string,
    high: string,
    median: string,
    share: string,
    isDraws: boolean,
  ) => string
  /** The same of a median of nought, which has no sign. */
  readonly aroundNought: (
    outcome: string,
    low: string,
    high: string,
    rising: string,
    falling: string,
    isDraws: boolean,
  ) => string
  /** The share of the variance between points that chance makes. */
  readonly chanceMakes: (share: string) => string
  /** What the points of a posterior are. */
  readonly draws: (draws: number, of: number, file: string) => string
  readonly kept: (path: string, scenario: string) => string
  readonly largest: (what: string, outcome: string, size: string) => string
}

const en: ExperimentWords = {
  runsAt: (points, runs) => `${points} points, ${runs} runs`,
  responses: 'what each parameter does',
  band: 'line: mean over seeds; band: its 95 % interval, simulation noise only, pooled over points; other parameters as in the scenario',
  tornado: 'what it depends on',
  tornadoHow:
    'orange: at the lowest value of a parameter, blue: at its highest (outer / inner where both lie on one side); other parameters as in the scenario',
  morris: 'which parameters matter',
  morrisHow:
    'mean size of the effect of a parameter over its range (mu*), with its 95 % interval over trajectories',
  sobol: 'share of the variance that each parameter explains',
  sobolHow: 'by itself, and together with the others; lines: 95 % intervals of the design',
  throughEmulator: (explained, covered) =>
    `Shares come from an emulator of these points. In leave-one-out tests it predicts ${explained} % of the variance between points, and ${covered} % of them lie within its 95 % intervals.`,
  noShares: (explained) =>
    `No shares of the variance are reported: in leave-one-out tests the emulator predicts only ${explained} % of the variance between points. The rest is simulation noise or interaction of parameters.`,
  alone: 'by itself',
  together: 'with others',
  shareOfVariance: 'share of the variance, %',
  chance: 'Simulation noise (the seed)',
  grid: 'along two parameters',
  gridHow: 'mean over seeds at each point',
  cloud: 'distribution over all points',
  cloudHow: 'points by outcome; dashed: the median, and 5 and 95 % of points',
  variants: 'across variants of the model',
  variantsHow:
    'mean over seeds with its 95 % interval, simulation noise only, pooled over variants',
  signs: { up: 'above zero', down: 'below zero', unclear: 'not detectable' },
  across: (outcome, low, high, variants) =>
    `Across ${variants} variants of the model ${outcome} ranges from ${low} to ${high}.`,
  flips: (outcome, flips, variants) =>
    flips === 0
      ? `The order of the policies by ${outcome} is the same in ${variants === 1 ? 'the one variant' : `all ${variants} variants`}.`
      : `The order of the policies by ${outcome} differs in ${flips} of ${variants} ${variants === 1 ? 'variant' : 'variants'}.`,
  points: 'points',
  correlation: 'rank correlation with the outcome',
  directions: { up: 'raises it', down: 'lowers it', unclear: 'not detectable' },
  heads: {
    answer: 'The answer',
    charts: 'Charts',
    tables: 'Tables',
    varied: 'What varies',
    repeat: 'Reproduce this study',
  },
  variedHead: ['Parameter', 'Path', 'Unit', 'Values'],
  variantsHead: ['Variant', 'File'],
  pointsHead: ['Mean', '95 % CI of simulation noise, pooled over points', 'Runs'],
  repeatHead: ['Item', 'Value'],
  facts: {
    program: 'Program',
    date: 'Date',
    command: 'Command',
    seed: 'Seed',
    points: 'Points',
    runs: 'Runs',
    fingerprint: 'Fingerprint',
  },
  covers:
    'Intervals cover simulation noise at a point, or the sampling error of the design; ranges of parameters are assumptions. Neither shows that the model is right.',
  limits: 'Results of a model, not forecasts.',
  unfinished: (known, asked) => `Not finished: ${known} of ${asked} runs are known.`,
  missing: (runs) => `${runs} runs ended without a number and are in no mean.`,
  moves: (what, outcome, low, high, [from, to]) =>
    `${what}: raising it from ${from} to ${to} changes ${outcome} from ${low} to ${high}.`,
  isNoChance: (seeds, difference, low, high) =>
    `Over ${seeds} common seeds the difference is ${difference}, 95 % CI ${low} to ${high}.`,
  mayBeChance: (seeds, difference, low, high) =>
    `Over ${seeds} common seeds the difference is ${difference}, 95 % CI ${low} to ${high}: with so few seeds the difference is not statistically distinguishable from zero.`,
  oneSeed: 'With one seed the difference cannot be distinguished from simulation noise.',
  few: (outcome, values, isDraws) =>
    `Too few ${isDraws ? 'draws' : 'points'} for percentiles; ${outcome} is ${values}.`,
  fewRows: (rows, least) =>
    `No shares of the variance are reported: ${rows} complete base rows are too few; at least ${least} are needed.`,
  ownRuns: 'own runs',
  sameSign: (negative) => `At every point the mean is ${negative ? 'below' : 'above'} zero.`,
  bothSigns: 'The sign differs between points.',
  explains: (what, alone, together, outcome) =>
    `${what} explains ${alone[0]} to ${alone[1]} of the variance of ${outcome} by itself, and ${together[0]} to ${together[1]} including interactions.`,
  takesPart: (what, together, outcome, more) =>
    `${what} explains ${together[0]} to ${together[1]} of the variance of ${outcome} including interactions; its share by itself is not statistically distinguishable from zero${more === undefined ? '' : ` (about ${more.number} ${more.of === 'rows' ? 'base rows' : 'points'} would suffice)`}.`,
  cannotTell: (what, more) =>
    `${what} has no detectable effect${more === undefined ? '' : `; about ${more.number} ${more.of === 'rows' ? 'base rows' : 'points'} would show one of this size`}.`,
  settles: (what, shares) =>
    `From a quarter, half and all of the base rows, the total share of ${what} is ${shares[0]}, ${shares[1]} and ${shares[2]}.`,
  chanceIs: (share) => `Simulation noise explains ${share}.`,
  between: (outcome, low, high, median, share, isDraws) =>
    `In 90 % of ${isDraws ? 'draws' : 'points'} ${outcome} lies between ${low} and ${high}, with a median of ${median}; ${share} of them have its sign.`,
  aroundNought: (outcome, low, high, rising, falling, isDraws) =>
    `In 90 % of ${isDraws ? 'draws' : 'points'} ${outcome} lies between ${low} and ${high}, with a median of zero; it rises in ${rising} of them and falls in ${falling}.`,
  chanceMakes: (share) =>
    `Simulation noise makes up ${share} of the variance between them; net of it they lie closer together.`,
  draws: (draws, of, file) =>
    `Each point is a draw of a fit: ${draws} of the ${of} in ${file}, parameter values whose run came within the tolerance of the fit; all other parameters are fixed.`,
  kept: (path, scenario) => `${scenario} sets ${path} itself: the draws do not change it.`,
  largest: (what, outcome, size) =>
    `Over its range, ${what} changes ${outcome} by ${size} on average.`,
}

const id: ExperimentWords = {
  runsAt: (points, runs) => `${points} titik, ${runs} simulasi`,
  responses: 'pengaruh tiap parameter',
  band: 'garis: rata-rata antarbenih; pita: selang kepercayaan 95%, hanya variasi acak, digabung antartitik; parameter lain seperti dalam skenario',
  tornado: 'bergantung pada apa?',
  tornadoHow:
    'jingga: pada nilai terendah sebuah parameter, biru: pada nilai tertinggi (luar / dalam bila keduanya di satu sisi); yang lain seperti dalam skenario',
  morris: 'parameter mana yang penting',
  morrisHow:
    'besar rata-rata pengaruh sebuah parameter sepanjang rentangnya (mu*), dengan selang 95% antarlintasan',
  sobol: 'bagian ragam yang dijelaskan tiap parameter',
  sobolHow: 'sendiri dan bersama yang lain; garis: selang 95% dari rancangan',
  throughEmulator: (explained, covered) =>
    `Bagian-bagian ini dibaca dari emulator titik-titik tersebut: bila satu titik dikeluarkan bergiliran, titik lain meramalkan ${explained}% ragam antartitik, dan ${covered}% titik berada di dalam selang 95% emulator.`,
  noShares: (explained) =>
    `Bagian ragam tidak dilaporkan: bila satu titik dikeluarkan bergiliran, titik lain hanya meramalkan ${explained}% ragam antartitik. Selebihnya berasal dari variasi acak atau dari parameter yang bekerja bersama.`,
  alone: 'sendiri',
  together: 'bersama yang lain',
  shareOfVariance: 'bagian ragam, %',
  chance: 'Variasi acak (benih)',
  grid: 'menurut dua parameter',
  gridHow: 'rata-rata antarbenih di tiap titik',
  cloud: 'sebaran di semua titik',
  cloudHow: 'titik menurut hasilnya; garis putus-putus: median serta persentil ke-5 dan ke-95',
  variants: 'menurut varian model',
  variantsHow: 'rata-rata antarbenih dengan selang 95%, hanya variasi acak, digabung antarvarian',
  signs: { up: 'di atas nol', down: 'di bawah nol', unclear: 'tidak dapat dipastikan' },
  across: (outcome, low, high, variants) =>
    `Di ${variants} varian model, ${outcome} berkisar dari ${low} sampai ${high}.`,
  flips: (outcome, flips, variants) =>
    flips === 0
      ? `Urutan kebijakan menurut ${outcome} sama di semua ${variants} varian.`
      : `Urutan kebijakan menurut ${outcome} berbeda di ${flips} dari ${variants} varian.`,
  points: 'titik',
  correlation: 'korelasi peringkat dengan hasil',
  directions: { up: 'menaikkan', down: 'menurunkan', unclear: 'tidak dapat dipastikan' },
  heads: {
    answer: 'Jawaban',
    charts: 'Grafik',
    tables: 'Tabel',
    varied: 'Yang diubah-ubah',
    repeat: 'Mengulang studi ini',
  },
  variedHead: ['Parameter', 'Alamat', 'Satuan', 'Nilai'],
  variantsHead: ['Varian', 'Berkas'],
  pointsHead: ['Rata-rata', 'Selang kepercayaan 95% variasi acak, digabung antartitik', 'Simulasi'],
  repeatHead: ['Butir', 'Nilai'],
  facts: {
    program: 'Program',
    date: 'Tanggal',
    command: 'Perintah',
    seed: 'Benih acak',
    points: 'Titik',
    runs: 'Simulasi',
    fingerprint: 'Sidik jari',
  },
  covers:
    'Selang hanya mencakup variasi acak di satu titik, atau galat karena besarnya rancangan; rentang parameter adalah rentang yang diasumsikan. Keduanya tidak menunjukkan apakah modelnya benar.',
  limits: 'Hasil model, bukan ramalan.',
  unfinished: (known, asked) => `Belum selesai: ${known} dari ${asked} simulasi sudah ada.`,
  missing: (runs) => `${runs} simulasi berakhir tanpa angka dan tidak masuk rata-rata.`,
  moves: (what, outcome, low, high, [from, to]) =>
    `${what}: dari ${from} ke ${to} mengubah ${outcome} dari ${low} menjadi ${high}.`,
  isNoChance: (seeds, difference, low, high) =>
    `Dengan ${seeds} benih yang sama, selisihnya ${difference}, selang kepercayaan 95% ${low} sampai ${high}.`,
  mayBeChance: (seeds, difference, low, high) =>
    `Dengan ${seeds} benih yang sama, selisihnya ${difference}, selang kepercayaan 95% ${low} sampai ${high}: benih sesedikit itu belum membedakannya dari variasi acak.`,
  oneSeed: 'Dengan satu benih, selisih itu tidak dapat dibedakan dari variasi acak.',
  few: (outcome, values, isDraws) =>
    `${isDraws ? 'Sampel parameter' : 'Titik'} terlalu sedikit untuk persentil; ${outcome} bernilai ${values}.`,
  fewRows: (rows, least) =>
    `Bagian ragam tidak dilaporkan: ${rows} baris dasar yang lengkap terlalu sedikit, paling sedikit ${least}.`,
  ownRuns: 'simulasinya sendiri',
  sameSign: (negative) => `Di semua titik rata-ratanya ${negative ? 'di bawah' : 'di atas'} nol.`,
  bothSigns: 'Tandanya bergantung pada titik yang dilihat.',
  explains: (what, alone, together, outcome) =>
    `${what} sendiri menjelaskan ${alone[0]} sampai ${alone[1]} ragam ${outcome}, dan ${together[0]} sampai ${together[1]} bila interaksinya ikut dihitung.`,
  takesPart: (what, together, outcome, more) =>
    `${what} menjelaskan ${together[0]} sampai ${together[1]} ragam ${outcome} bila interaksinya ikut dihitung; bagian yang dijelaskannya sendiri tidak berbeda nyata dari nol${more === undefined ? '' : ` (kira-kira perlu ${more.number} ${more.of === 'rows' ? 'baris dasar' : 'titik'})`}.`,
  cannotTell: (what, more) =>
    `Pengaruh ${what} tidak berbeda nyata dari nol${more === undefined ? '' : `; kira-kira perlu ${more.number} ${more.of === 'rows' ? 'baris dasar' : 'titik'} untuk memastikannya`}.`,
  settles: (what, shares) =>
    `Dari seperempat, separuh, dan semua baris dasar, bagian total ${what} adalah ${shares[0]}, ${shares[1]}, dan ${shares[2]}.`,
  chanceIs: (share) => `Variasi acak saja menjelaskan ${share}.`,
  between: (outcome, low, high, median, share, isDraws) =>
    `Pada 90% ${isDraws ? 'sampel parameter' : 'titik'}, ${outcome} berada antara ${low} dan ${high} dengan median ${median}; ${share} di antaranya bertanda sama.`,
  aroundNought: (outcome, low, high, rising, falling, isDraws) =>
    `Pada 90% ${isDraws ? 'sampel parameter' : 'titik'}, ${outcome} berada antara ${low} dan ${high}, dengan median nol; naik pada ${rising} dan turun pada ${falling}.`,
  chanceMakes: (share) =>
    `Variasi acak antarsimulasi menyumbang ${share} ragam itu; tanpa variasi acak, sebarannya lebih sempit.`,
  draws: (draws, of, file) =>
    `Tiap titik adalah satu sampel parameter hasil penyesuaian: ${draws} dari ${of} sampel dalam ${file}, yang simulasinya masih di dalam toleransi terhadap data; parameter lain tetap.`,
  kept: (path, scenario) =>
    `${scenario} mengubah sendiri ${path}: nilai itu tidak diganti oleh sampel parameter di simulasi mana pun.`,
  largest: (what, outcome, size) =>
    `Sepanjang rentangnya, ${what} rata-rata mengubah ${outcome} sebesar ${size}.`,
}

export const experimentWords: Readonly<Record<Language, ExperimentWords>> = { en, id }
