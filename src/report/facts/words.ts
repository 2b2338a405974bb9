/** Every word on facts, in English and Indonesian. */
import type { FactVerdict, Standing, Untestable, Use } from '../../study/index.ts'
import type { Language } from '../input.ts'

export interface FactsWords {
  readonly made: (runs: number, seed: string) => string
  /** Heads of the groups of facts, by whether they were used in fitting. */
  readonly uses: Readonly<Record<Use, string>>
  readonly head: {
    readonly fact: string
    readonly band: string
    readonly model: string
    readonly none: string
    readonly proportional: string
    readonly verdict: string
    readonly source: string
    readonly grade: string
  }
  readonly verdicts: Readonly<Record<FactVerdict, string>>
  readonly noBand: string
  readonly to: string
  readonly counted: (use: Use, pass: number, fail: number, untestable: number) => string
  readonly tellsNothing: string
  readonly why: (reason: Untestable, count: (value: number) => string) => string
  readonly nulls: string
  readonly quantiles: string
  /** The same of fewer runs than percentiles are told of. */
  readonly few: { readonly model: string; readonly quantiles: (runs: number) => string }
  readonly registered: {
    readonly head: string
    readonly on: (date: string, version: string, hash: string) => string
    readonly standings: Readonly<Record<Standing, string>>
    readonly prediction: string
    readonly holds: string
    readonly fails: string
    readonly changed: (names: string) => string
    readonly gone: (names: string) => string
    readonly none: string
  }
  readonly chart: {
    readonly title: string
    readonly how: readonly string[]
    readonly axis: string
    readonly sample: (runs: number) => string
    readonly marks: { readonly none: string; readonly proportional: string }
  }
  readonly heads: {
    readonly answer: string
    readonly charts: string
    readonly tables: string
    readonly sources: string
    readonly repeat: string
  }
  readonly repeatHead: readonly string[]
  readonly repeat: {
    readonly program: string
    readonly date: string
    readonly command: string
    readonly seed: string
    readonly runs: string
    readonly fingerprint: string
  }
  readonly limits: string
  readonly predictions: (facts: number) => string
  readonly publish: (path: string, hash: string) => string
  readonly knownAlready: (names: string) => string
  readonly written: (path: string) => string
}

const en: FactsWords = {
  made: (runs, seed) => `${runs} ${runs === 1 ? 'run' : 'runs'} of each scenario, seed ${seed}`,
  uses: {
    no: 'not used in fitting',
    fitted: 'no evidence, the baseline was written with them in view',
    set: 'no evidence, they follow from what the scenario writes',
    solved: 'no evidence, constants are moved until they hold',
  },
  head: {
    fact: 'fact',
    band: 'seen',
    model: 'model (5 to 95 %)',
    none: 'no effect',
    proportional: 'reallocated',
    verdict: 'verdict',
    source: 'source',
    grade: 'grade',
  },
  verdicts: { pass: 'pass', fail: 'FAIL', 'not testable': 'not testable' },
  noBand: 'not known',
  to: 'to',
  counted: (use, pass, fail, untestable) =>
    `${en.uses[use]}: ${pass} pass, ${fail} fail, ${untestable} cannot be tested`,
  tellsNothing: 'both nulls pass too, so that it tells nothing of the effect of a policy',
  why(reason, count) {
    switch (reason.why) {
      case 'no band':
        return 'what was seen is not in the file'
      case 'no number':
        return `the statistic has no number in ${count(reason.runs)} runs`
      case 'few agents':
        return `it rests on ${count(reason.agents)} simulated agents, fewer than ten`
      case 'condition':
        return `it counts only if these pass: ${reason.facts.join(', ')}`
    }
  },
  nulls:
    'no effect: the policy changes nothing; reallocated: what was bought where it closes is bought at all other venues, in proportion to their sales, and all else stays',
  quantiles:
    'median over runs with 5 and 95 % of them: chance alone, neither parameters nor structure',
  few: {
    model: 'model (lowest to highest)',
    quantiles: (runs) =>
      `median over ${runs} ${runs === 1 ? 'run' : 'runs'}, with the lowest and the highest: too few for percentiles, and a verdict may turn with more`,
  },
  registered: {
    head: 'Registered predictions',
    on: (date, version, hash) =>
      `registered on ${date} by ${version}; sha256 of the statistics ${hash}`,
    standings: {
      registered: 'registered before it was known',
      known: 'registered when it was in the file already',
      changed: 'CHANGED since it was registered',
      new: 'not registered',
    },
    prediction: 'predicted',
    holds: 'the registered prediction passes',
    fails: 'the registered prediction FAILS',
    changed: (names) =>
      `run at another size, or changed since: ${names}; the prediction is that of the scenarios as they were`,
    gone: (names) => `registered, and no longer in the file: ${names}`,
    none: 'nothing was registered before',
  },
  chart: {
    title: 'Where does the model lie against what was seen?',
    how: [
      'grey: the band that was seen, drawn to the same width in every row; dot: median over runs, line: 5 to 95 %',
      'cross: no effect; diamond: what closes reallocated in proportion; what lies farther off stands at the edge',
      'numbers: the model, and what was seen',
    ],
    axis: 'distance from the middle of the band, in half widths of it',
    sample: (runs) => `${runs} ${runs === 1 ? 'run' : 'runs'} of each scenario`,
    marks: { none: 'no effect', proportional: 'reallocated' },
  },
  heads: {
    answer: 'The answer',
    charts: 'Charts',
    tables: 'All facts',
    sources: 'Where it was seen',
    repeat: 'Reproduce this',
  },
  repeatHead: ['Item', 'Value'],
  repeat: {
    program: 'Program',
    date: 'Date',
    command: 'Command',
    seed: 'Seed',
    runs: 'Runs',
    fingerprint: 'Fingerprint',
  },
  limits: 'Results of a model, not forecasts.',
  predictions: (facts) => `predictions of ${facts} ${facts === 1 ? 'fact' : 'facts'}`,
  publish: (path, hash) =>
    `written: ${path}; publish the sha256 of its statistics, so that others can hold you to it: ${hash}`,
  knownAlready: (names) =>
    `what was seen is in the file already, so that these are no predictions: ${names}`,
  written: (path) => `written to ${path}`,
}

const id: FactsWords = {
  made: (runs, seed) => `${runs} simulasi per skenario, benih ${seed}`,
  uses: {
    no: 'tidak dipakai dalam penyesuaian',
    fitted: 'bukan bukti, skenario dasar ditulis dengan melihatnya',
    set: 'bukan bukti, mengikuti isi skenario',
    solved: 'bukan bukti, konstanta digeser sampai terpenuhi',
  },
  head: {
    fact: 'fakta',
    band: 'teramati',
    model: 'model (5 sampai 95%)',
    none: 'tanpa dampak',
    proportional: 'dialihkan',
    verdict: 'putusan',
    source: 'sumber',
    grade: 'mutu sumber',
  },
  verdicts: { pass: 'lolos', fail: 'GAGAL', 'not testable': 'tak teruji' },
  noBand: 'belum diketahui',
  to: 'sampai',
  counted: (use, pass, fail, untestable) =>
    `${id.uses[use]}: ${pass} lolos, ${fail} gagal, ${untestable} tidak dapat diuji`,
  tellsNothing:
    'kedua hipotesis nol juga lolos, sehingga tidak mengatakan apa-apa tentang dampak kebijakan',
  why(reason, count) {
    switch (reason.why) {
      case 'no band':
        return 'yang teramati belum tertulis di berkas'
      case 'no number':
        return `statistiknya tanpa angka dalam ${count(reason.runs)} simulasi`
      case 'few agents':
        return `hanya bertumpu pada ${count(reason.agents)} agen simulasi, kurang dari sepuluh`
      case 'condition':
        return `hanya berlaku jika ini lolos: ${reason.facts.join(', ')}`
    }
  },
  nulls:
    'tanpa dampak: kebijakan tidak mengubah apa pun; dialihkan: yang semula dibeli di kanal yang tutup dibeli di semua kanal lain, sebanding dengan penjualannya, dan selebihnya tetap',
  quantiles:
    'median antarsimulasi dengan persentil ke-5 dan ke-95: hanya variasi acak, bukan parameter atau struktur model',
  few: {
    model: 'model (terendah sampai tertinggi)',
    quantiles: (runs) =>
      `median dari ${runs} simulasi, dengan yang terendah dan tertinggi: terlalu sedikit untuk persentil, dan putusan dapat berubah bila ditambah`,
  },
  registered: {
    head: 'Prediksi terdaftar',
    on: (date, version, hash) =>
      `didaftarkan pada ${date} oleh ${version}; sha256 statistiknya ${hash}`,
    standings: {
      registered: 'didaftarkan sebelum diketahui',
      known: 'didaftarkan ketika sudah tertulis di berkas',
      changed: 'BERUBAH sejak didaftarkan',
      new: 'tidak terdaftar',
    },
    prediction: 'prediksi',
    holds: 'prediksi terdaftar lolos',
    fails: 'prediksi terdaftar GAGAL',
    changed: (names) =>
      `berubah sejak itu, atau disimulasikan dengan ukuran lain: ${names}; prediksinya dari skenario semula`,
    gone: (names) => `terdaftar, tetapi tidak lagi ada di berkas: ${names}`,
    none: 'belum ada yang didaftarkan sebelumnya',
  },
  chart: {
    title: 'Di mana letak model terhadap yang teramati?',
    how: [
      'abu-abu: rentang yang teramati, digambar selebar yang sama di tiap baris; titik: median antarsimulasi, garis: 5 sampai 95%',
      'silang: tanpa dampak; belah ketupat: yang tutup dialihkan secara sebanding; yang lebih jauh berada di tepi',
      'angka: model, lalu yang teramati',
    ],
    axis: 'jarak dari tengah rentang, dalam setengah lebarnya',
    sample: (runs) => `${runs} simulasi per skenario`,
    marks: { none: 'tanpa dampak', proportional: 'dialihkan' },
  },
  heads: {
    answer: 'Jawaban',
    charts: 'Grafik',
    tables: 'Semua fakta',
    sources: 'Sumber yang teramati',
    repeat: 'Mengulang ini',
  },
  repeatHead: ['Butir', 'Nilai'],
  repeat: {
    program: 'Program',
    date: 'Tanggal',
    command: 'Perintah',
    seed: 'Benih acak',
    runs: 'Simulasi',
    fingerprint: 'Sidik jari',
  },
  limits: 'Hasil model, bukan ramalan.',
  predictions: (facts) => `prediksi untuk ${facts} fakta`,
  publish: (path, hash) =>
    `ditulis: ${path}; umumkan sha256 statistiknya agar orang lain dapat menagihnya: ${hash}`,
  knownAlready: (names) =>
    `yang teramati sudah tertulis di berkas, sehingga ini bukan prediksi: ${names}`,
  written: (path) => `ditulis ke ${path}`,
}

export const factsWords: Readonly<Record<Language, FactsWords>> = { en, id }
