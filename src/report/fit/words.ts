/** What the report of a fit says, in both languages. */
import type { Language } from '../input.ts'

export interface FitWords {
  readonly heads: {
    readonly answer: string
    readonly parameters: string
    readonly targets: string
    readonly against: string
    readonly waves: string
    readonly repeat: string
  }
  readonly draws: (draws: number, effective: string, runs: number, targets: number) => string
  readonly asked: (asked: number) => string
  readonly moved: (names: string) => string
  readonly noneMoved: string
  /** With the part of its variance by which so many draws tell that a parameter is narrowed. */
  readonly notMoved: (names: string, draws: string, least: string) => string
  readonly allMoved: string
  readonly together: (one: string, other: string, correlation: string) => string
  readonly against: (one: string, other: string, correlation: string, both: string) => string
  readonly noneAgainst: string
  readonly seldom: (target: string, share: string) => string
  readonly checkHolds: (targets: string) => string
  readonly checkFails: (targets: string) => string
  readonly left: (wave: number, share: string) => string
  readonly ruledOut: (target: string, share: string) => string
  readonly noneLeft: string
  readonly tooFew: (fewest: number, generations: number) => string
  readonly withoutValues: (targets: string) => string
  readonly notFinished: string
  readonly leftOut: (runs: number) => string
  readonly covers: string
  readonly limits: string
  readonly parameterHead: readonly string[]
  readonly use: Readonly<Record<'fitted' | 'checked', string>>
  readonly targetHead: readonly string[]
  readonly againstHead: readonly string[]
  readonly waveHead: readonly string[]
  readonly wave: (number: number) => string
  readonly overDraws: string
  readonly allTargets: string
  readonly yes: string
  readonly no: string
  readonly charts: {
    readonly parameters: string
    readonly parametersHow: string
    readonly before: string
    readonly after: string
    readonly share: string
    readonly notMoved: string
    readonly targets: string
    readonly targetsHow: string
    readonly band: string
    readonly sample: (runs: number, draws: number) => string
  }
  readonly facts: {
    readonly market: string
    readonly targets: string
    readonly draws: string
    readonly tolerance: string
    readonly code: string
  }
}

const en: FitWords = {
  heads: {
    answer: 'What the fit shows',
    parameters: 'Parameters before and after',
    targets: 'Observed and simulated targets',
    against: 'Targets in conflict',
    waves: 'Targets met, by wave',
    repeat: 'Reproduce this fit',
  },
  draws: (draws, effective, runs, targets) =>
    `${draws} draws fit the data (targets used: ${targets}), equivalent to ${effective} independent ones; ${runs} runs were made.`,
  asked: (asked) => `Requested: ${asked}.`,
  moved: (names) => `The data narrow: ${names}.`,
  noneMoved: 'The data narrow no parameter.',
  notMoved: (names, draws, least) =>
    `The data do not detectably narrow: ${names}. With ${draws} draws a narrowing is detected from ${least} of the variance.`,
  allMoved: 'The data narrow every parameter.',
  together: (one, other, correlation) =>
    `${one} and ${other} are only identified jointly (rank correlation ${correlation} over the draws).`,
  against: (one, other, correlation, both) =>
    `“${one}” and “${other}” conflict: where one is closer to its target, the other is farther from it (correlation ${correlation}); ${both} of the points meet both.`,
  noneAgainst: 'No two targets conflict by more than simulation noise explains.',
  seldom: (target, share) => `${share} of the draws meet “${target}”.`,
  checkHolds: (targets) => `Not used in the fit, yet met by most draws: ${targets}.`,
  checkFails: (targets) => `Not used in the fit, and missed by most draws: ${targets}.`,
  left: (wave, share) => `After wave ${wave}, ${share} of the parameter space remains.`,
  ruledOut: (target, share) => `“${target}” rules out ${share} of it by itself.`,
  noneLeft:
    'Nothing is left: no values in these ranges fit the data. Widen the ranges, give the targets an error, or use fewer of them.',
  tooFew: (fewest, generations) =>
    generations === 0
      ? `Fewer than ${fewest} proposals were accepted: there are no draws. Raise the tolerance, or allow more runs (most).`
      : `The next generation accepted fewer than ${fewest} proposals; the draws are those of generation ${generations}.`,
  withoutValues: (targets) =>
    `Too few runs have a value of ${targets}: it cannot be used in the fit.`,
  notFinished: 'Not finished: the same command goes on from here.',
  leftOut: (runs) => `${runs} runs ended without a value of some target and are accepted nowhere.`,
  covers:
    'Draws show which values fit these targets in this model. They do not cover other targets, other models, or whether the model is right.',
  limits: 'Results of a model, not forecasts.',
  parameterHead: [
    'Parameter',
    'Path',
    'Unit',
    'Range before',
    'Median after',
    '5 to 95 % after',
    'Narrowed',
    'Detected',
  ],
  use: { fitted: 'fitted', checked: 'check' },
  targetHead: [
    'Target',
    'Use',
    'Unit',
    'Observed',
    'Before, 5 to 95 %',
    'After, 5 to 95 %',
    'Met before',
    'Met after',
  ],
  againstHead: ['Target', 'Other target', 'Correlation', 'Both met'],
  waveHead: ['Met by', 'Runs', 'Space left'],
  wave: (number) => `Wave ${number}`,
  overDraws: 'Draws',
  allTargets: 'all targets',
  yes: 'yes',
  no: 'no',
  charts: {
    parameters: 'Which parameters do the data narrow?',
    parametersHow:
      'grey: before, even over its range; bars: share of the draws in each tenth of the range',
    before: 'before',
    after: 'after',
    share: 'share, %',
    notMoved: 'not narrowed',
    targets: 'Do the draws fit the data?',
    targetsHow:
      'in half-widths of the observed range or in standard errors, 0: the middle of the observed range; grey: before, blue: draws; 5, 50, 95 %',
    band: 'observed',
    sample: (runs, draws) => `${runs} runs, ${draws} draws`,
  },
  facts: {
    market: 'Market',
    targets: 'Targets',
    draws: 'Draws',
    tolerance: 'Largest distance',
    code: 'Code',
  },
}

const id: FitWords = {
  heads: {
    answer: 'Yang dipelajari',
    parameters: 'Parameter sebelum dan sesudah',
    targets: 'Yang teramati dan yang diberikan model',
    against: 'Sasaran yang saling bertentangan',
    waves: 'Kecocokan per gelombang',
    repeat: 'Mengulang penyesuaian ini',
  },
  draws: (draws, effective, runs, targets) =>
    `${draws} sampel parameter sesuai dengan data (sasaran yang dipakai: ${targets}), setara ${effective} sampel bebas; ${runs} simulasi dijalankan.`,
  asked: (asked) => `Yang diminta ${asked}.`,
  moved: (names) => `Data menggeser: ${names}.`,
  noneMoved: 'Data tidak menggeser satu parameter pun.',
  notMoved: (names, draws, least) =>
    `Data tidak tampak menggeser: ${names}. Dengan ${draws} sampel parameter, penyempitan ragam baru terlihat bila mencapai ${least}.`,
  allMoved: 'Data menggeser semua parameter.',
  together: (one, other, correlation) =>
    `${one} dan ${other} hanya dapat diketahui bersama-sama (korelasi peringkat ${correlation} antarsampel).`,
  against: (one, other, correlation, both) =>
    `“${one}” dan “${other}” saling bertentangan: bila yang satu lebih dekat, yang lain lebih jauh (korelasi ${correlation}); ${both} titik memenuhi keduanya.`,
  noneAgainst: 'Tidak ada dua sasaran yang bertentangan melebihi variasi acak.',
  seldom: (target, share) => `“${target}” dipenuhi oleh ${share} sampel parameter.`,
  checkHolds: (targets) =>
    `Tidak dipakai untuk penyesuaian, tetapi dipenuhi sebagian besar sampel parameter: ${targets}.`,
  checkFails: (targets) =>
    `Tidak dipakai untuk penyesuaian, dan meleset pada sebagian besar sampel parameter: ${targets}.`,
  left: (wave, share) => `Sesudah gelombang ${wave}, tersisa ${share} ruang parameter.`,
  ruledOut: (target, share) => `“${target}” sendiri menyingkirkan ${share} darinya.`,
  noneLeft:
    'Tidak ada yang tersisa: tidak ada nilai dalam rentang ini yang cocok dengan yang teramati. Perlebar rentangnya, beri sasaran galat, atau kurangi sasarannya.',
  tooFew: (fewest, generations) =>
    generations === 0
      ? `Kurang dari ${fewest} usulan diterima: tidak ada sampel parameter. Naikkan toleransi atau izinkan lebih banyak simulasi (most).`
      : `Generasi berikutnya menerima kurang dari ${fewest} usulan; sampel parameter diambil dari generasi ${generations}.`,
  withoutValues: (targets) =>
    `Terlalu sedikit simulasi yang punya nilai ${targets}: tidak dapat dipakai untuk penyesuaian.`,
  notFinished: 'Belum selesai: perintah yang sama melanjutkannya dari sini.',
  leftOut: (runs) =>
    `${runs} simulasi berakhir tanpa nilai untuk suatu sasaran dan tidak diterima di mana pun.`,
  covers:
    'Sampel parameter menunjukkan nilai mana yang sesuai dengan sasaran ini di model ini. Yang tidak tercakup: sasaran lain, model lain, dan benar tidaknya model ini.',
  limits: 'Hasil model, bukan ramalan.',
  parameterHead: [
    'Parameter',
    'Alamat',
    'Satuan',
    'Rentang sebelumnya',
    'Median sesudahnya',
    '5 sampai 95% sesudahnya',
    'Menyempit',
    'Tergeser',
  ],
  use: { fitted: 'disesuaikan', checked: 'pemeriksaan' },
  targetHead: [
    'Sasaran',
    'Guna',
    'Satuan',
    'Teramati',
    'Sebelum, 5 sampai 95%',
    'Sesudah, 5 sampai 95%',
    'Cocok sebelum',
    'Cocok sesudah',
  ],
  againstHead: ['Satu', 'Yang lain', 'Korelasi', 'Keduanya cocok'],
  waveHead: ['Dipenuhi oleh', 'Simulasi', 'Ruang tersisa'],
  wave: (number) => `Gelombang ${number}`,
  overDraws: 'Sampel parameter',
  allTargets: 'semua sasaran',
  yes: 'ya',
  no: 'tidak',
  charts: {
    parameters: 'Parameter mana yang digeser data?',
    parametersHow:
      'abu-abu: sebelumnya, merata di rentangnya; batang: bagian sampel parameter di tiap sepersepuluh rentang',
    before: 'sebelum',
    after: 'sesudah',
    share: 'bagian, %',
    notMoved: 'tidak tergeser',
    targets: 'Apakah sampel parameter sesuai dengan data?',
    targetsHow:
      'dalam satuan setengah pita atau galatnya, 0 di tengah yang teramati; abu-abu: sebelumnya, biru: sampel parameter; 5, 50, 95%',
    band: 'yang teramati',
    sample: (runs, draws) => `${runs} simulasi, ${draws} sampel parameter`,
  },
  facts: {
    market: 'Pasar',
    targets: 'Sasaran',
    draws: 'Sampel parameter',
    tolerance: 'Jarak terbesar',
    code: 'Kode',
  },
}

export const fitWords: Readonly<Record<Language, FitWords>> = { en, id }
