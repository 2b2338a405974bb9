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
    answer: 'What was learnt',
    parameters: 'Parameters before and after',
    targets: 'What was seen, and what the model gives',
    against: 'Targets that pull against each other',
    waves: 'Hits by wave',
    repeat: 'Reproduce this fit',
  },
  draws: (draws, effective, runs, targets) =>
    `${draws} draws go with what was seen (targets fitted on: ${targets}), worth ${effective} independent ones; ${runs} runs were made.`,
  asked: (asked) => `${asked} were asked for.`,
  moved: (names) => `The data move: ${names}.`,
  noneMoved: 'The data move no parameter.',
  notMoved: (names, draws, least) =>
    `The data are not seen to move: ${names}. ${draws} draws tell a parameter that is narrowed by ${least} of its variance or more.`,
  allMoved: 'The data move every parameter.',
  together: (one, other, correlation) =>
    `${one} and ${other} are told only together (rank correlation ${correlation} over the draws).`,
  against: (one, other, correlation, both) =>
    `“${one}” and “${other}” pull against each other: where one is nearer, the other is farther (correlation ${correlation}); ${both} of the points hit both.`,
  noneAgainst: 'No two targets pull against each other by more than chance would do.',
  seldom: (target, share) => `“${target}” is hit by ${share} of the draws.`,
  checkHolds: (targets) => `Not fitted on, and hit by most draws all the same: ${targets}.`,
  checkFails: (targets) => `Not fitted on, and missed by most draws: ${targets}.`,
  left: (wave, share) => `After wave ${wave}, ${share} of the space of parameters is left.`,
  ruledOut: (target, share) => `“${target}” rules out ${share} of it by itself.`,
  noneLeft:
    'Nothing is left: no values in these ranges go with what was seen. Widen the ranges, give the targets an error, or fit on fewer of them.',
  tooFew: (fewest, generations) =>
    generations === 0
      ? `Fewer than ${fewest} proposals were accepted: there are no draws. Raise the tolerance, or allow more runs (most).`
      : `The next generation accepted fewer than ${fewest} proposals; the draws are those of generation ${generations}.`,
  withoutValues: (targets) => `Too few runs have a value of ${targets}: it cannot be fitted on.`,
  notFinished: 'Not finished: the same command goes on from here.',
  leftOut: (runs) => `${runs} runs ended without a value of some target and are accepted nowhere.`,
  covers:
    'Draws say which values go with these targets in this model. What they do not cover: other targets, other models, and whether the model is right.',
  limits: 'Results of a model, not forecasts.',
  parameterHead: [
    'Parameter',
    'Path',
    'Unit',
    'Range before',
    'Median after',
    '5 to 95 % after',
    'Narrowed',
    'Moved',
  ],
  use: { fitted: 'fitted on', checked: 'check' },
  targetHead: [
    'Target',
    'Use',
    'Unit',
    'Seen',
    'Before, 5 to 95 %',
    'After, 5 to 95 %',
    'Hit before',
    'Hit after',
  ],
  againstHead: ['One', 'The other', 'Correlation', 'Both hit'],
  waveHead: ['Hit by', 'Runs', 'Space left'],
  wave: (number) => `Wave ${number}`,
  overDraws: 'Draws',
  allTargets: 'all targets',
  yes: 'yes',
  no: 'no',
  charts: {
    parameters: 'Which parameters do the data move?',
    parametersHow:
      'grey: before, even over its range; bars: share of the draws in each tenth of the range',
    before: 'before',
    after: 'after',
    share: 'share, %',
    notMoved: 'not moved',
    targets: 'Do the draws go with what was seen?',
    targetsHow:
      'in units of half the band or of the error, 0 the middle of what was seen; grey: before, blue: draws; 5, 50, 95 %',
    band: 'what was seen',
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
