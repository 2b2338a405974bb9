/** What the terminal alone says, in English and Indonesian; what a page says too stands in the words of pages. */
import type { Stopped, Verdict } from '../../study/index.ts'
import type { Language } from '../input.ts'

/** What work consists of. */
export type Stage = 'days' | 'runs' | 'pairs' | 'draws'

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

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
  readonly noEffects: string
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
  /** Runs, or pairs of them, counted; and days, of which runs consist. */
  readonly counted: Readonly<Record<Stage, (count: number) => string>>
  readonly progress: {
    readonly of: (value: string, total: string) => string
    readonly part: (percent: number, total: string) => string
    readonly seconds: (seconds: number) => string
    readonly minutes: (minutes: number) => string
  }
  readonly notes: {
    readonly known: (runs: string) => string
    readonly complete: (runs: string) => string
    readonly failed: (runs: string, where: string) => string
    readonly wrong: (folder: string, repeats: boolean) => string
    readonly stopped: (done: number, runs: string) => string
    readonly stoppedFit: string
    readonly missing: (missing: number, runs: string, command: string) => string
    readonly broke: (run: number, message: string) => string
    readonly cutAll: string
    readonly cut: (done: number, runs: string) => string
    readonly cutFacts: string
    readonly cutVerify: string
    readonly part: (index: number, of: number) => string
    readonly partDone: (done: number, runs: string, failed: number, whole: string) => string
    readonly together: (folder: string, command: string) => string
    readonly run: (key: string, point: number, called: string, seed: string | number) => string
    readonly same: string
    readonly made: string
    readonly took: (seconds: string, states: string) => string
    readonly against: (policy: string, baseline: string) => string
    readonly trial: string
  }
  readonly cost: {
    readonly noTime: string
    readonly one: (seconds: string, whole: string, threads: number) => string
    readonly between: (least: string, most: string) => string
    readonly kept: (folder: string, size: string, atMost: boolean) => string
    readonly seconds: (count: number) => string
    readonly minutes: (count: number) => string
    readonly hours: (count: number) => string
    readonly days: (count: number) => string
    readonly study: (points: number, seeds: number, runs: number, worlds: number) => string
    readonly fit: (
      counts: Readonly<
        Record<'parameters' | 'targets' | 'waves' | 'points' | 'generations' | 'draws', number>
      >,
      most: number,
      runs: readonly [number, number],
    ) => string
  }
  /** Studies of many points. */
  readonly study: {
    readonly over: (varied: string, points: number, seeds: number, known: string) => string
    readonly varied: (count: number) => string
    readonly variants: (count: number) => string
    readonly some: (known: number, asked: number) => string
    readonly seeds: string
    readonly tornado: readonly [string, string, string]
    readonly at: (number: string, value: string) => string
    readonly morris: readonly string[]
    readonly trajectories: (least: number) => string
    readonly more: (count: number) => string
    readonly sobol: readonly string[]
    readonly cloud: (median: string, low: string, high: string, ofDraws: boolean) => string
    readonly signs: (rising: string, falling: string) => string
    readonly sameSign: (share: string) => string
    readonly chance: (share: string) => string
    readonly correlation: string
    readonly variant: string
  }
  /** A comparison over the draws of a fit. */
  readonly draws: {
    readonly over: (draws: number, of: number, file: string) => string
    readonly used: (used: number) => string
    readonly worth: (draws: string) => string
    readonly known: (pairs: string) => string
    readonly onePair: readonly [name: string, covers: string]
    readonly asWritten: readonly [name: string, covers: string]
    readonly ofDraws: readonly [name: string, covers: string]
    readonly few: (draws: number, values: string, least: number) => string
    readonly risesFalls: (rising: number, falling: number, of: number) => string
    readonly sign: (falls: boolean, share: string) => string
    readonly part: (some: number, of: number) => string
    readonly share: (percent: string) => string
    readonly nothing: string
    readonly onlyChance: string
    readonly kept: (scenario: string, path: string, before: string, after: string) => string
    readonly note: string
    readonly covers: (parameters: number, paths: string) => string
    readonly leaves: string
  }
  /** Of files that are read: what is wrong with them, and what is perhaps not what was meant. */
  readonly check: {
    readonly warning: string
    readonly strict: string
    readonly sound: string
    readonly noPolicy: (file: string, why: string) => string
  }
  /** What scenarios hold, and the parameters that there are. */
  readonly held: {
    readonly nothing: string
    readonly standard: string
    readonly gone: (place: string) => string
    readonly with: string
    readonly without: string
    readonly same: string
    /** Between a file and the one that it extends. */
    readonly extends: string
    readonly noValue: (words: string, file: string) => string
    readonly noParameter: (words: string) => string
    readonly meant: (words: string) => string
    readonly all: (command: string) => string
  }
  /** What a verification found. */
  readonly verify: {
    readonly verdicts: Readonly<Record<Verdict, string>>
    readonly runs: (verified: number, asked: number) => string
    readonly cut: (complete: number, asked: number) => string
    readonly missing: string
    readonly altered: string
    readonly unlisted: string
    readonly untrue: string
    readonly recomputed: string
    readonly hashed: string
    readonly itself: string
    readonly beside: string
    readonly version: (written: string, now: string) => string
    readonly filled: string
    readonly states: string
    readonly columns: (scenario: string) => string
    readonly first: string
    readonly more: (count: number) => string
    readonly files: (count: number) => string
    readonly difference: (what: string, run: number, scenario: string) => string
    readonly values: (count: number) => string
    readonly change: (recorded: number, now: number | undefined) => string
    readonly test: (tests: number, runs: number, level: number, moved: number) => string
    readonly row: (recorded: number, now: number, difference: number) => string
    readonly interval: (low: number, high: number, detectable: number) => string
    readonly effect: (measure: string) => string
    readonly cannot: string
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
  noEffects: 'no effects: nothing differs in the days run',
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
  counted: {
    days: (count) => `${count} ${count === 1 ? 'day' : 'days'}`,
    runs: (count) => `${count} ${count === 1 ? 'run' : 'runs'}`,
    pairs: (count) => `${count} ${count === 1 ? 'pair' : 'pairs'} of runs`,
    draws: (count) => `${count} ${count === 1 ? 'draw' : 'draws'}`,
  },
  progress: {
    of: (value, total) => `${value} of ${total}`,
    part: (percent, total) => `${percent} % of ${total}`,
    seconds: (seconds) => `about ${seconds} s left`,
    minutes: (minutes) => `about ${minutes} min left`,
  },
  notes: {
    known: (runs) => `${runs} are known already and are not run again`,
    complete: (runs) => `${runs} are complete already and are not run again`,
    failed: (runs, where) => `${runs} failed${where}`,
    wrong: (folder, repeats) =>
      `: what went wrong${repeats ? ', and the command that repeats it,' : ''} is in ${folder}`,
    stopped: (done, runs) =>
      `stopped: ${done} of ${runs} are known; the same command goes on from there`,
    stoppedFit: 'stopped: the same command goes on from there',
    missing: (missing, runs, command) =>
      `${missing} of ${runs} are in none of the parts. They are made by: ${command}`,
    broke: (run, message) => `run ${run} broke: ${message}`,
    cutAll:
      'interrupted: all runs are complete and kept; the same command draws the charts and the page',
    cut: (done, runs) =>
      `interrupted: ${done} of ${runs} are complete and kept; the same command goes on from there`,
    cutFacts: 'interrupted: complete runs are kept; the same command goes on from there',
    cutVerify: 'interrupted: nothing is verified',
    part: (index, of) => `part ${index} of ${of}`,
    partDone: (done, runs, failed, whole) =>
      `${done} of ${runs} are known, ${failed} failed; of the whole study ${whole}`,
    together: (folder, command) =>
      `written to ${folder}; with the folders of the other parts: ${command}`,
    run: (key, point, called, seed) => `run ${key}: point ${point} (${called}), seed ${seed}`,
    same: 'gives what is kept of it, to the byte',
    made: 'is made and kept',
    took: (seconds, states) => `took ${seconds} s; its worlds ended in the states ${states}`,
    against: (policy, baseline) => `${policy}, against ${baseline}`,
    trial: 'one run is made, to see how long it takes',
  },
  cost: {
    noTime: 'the first run failed: no time can be told',
    one: (seconds, whole, threads) =>
      `one run takes ${seconds} s here; all of them about ${whole} on ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
    between: (least, most) => `${least} to ${most}`,
    kept: (folder, size, atMost) =>
      `they would be kept in ${folder}, ${atMost ? 'at most ' : ''}about ${size}`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => `${count} days`,
    study: (points, seeds, runs, worlds) =>
      `${points} points, ${counted(seeds, 'seed')} at each: ${runs} runs, each with ${counted(worlds, 'world')}`,
    fit: ({ parameters, targets, waves, points, generations, draws }, most, [least, top]) =>
      `${counted(parameters, 'parameter')}, ${counted(targets, 'target')}; ${counted(waves, 'wave')} of ${counted(points, 'run')}, ${counted(generations, 'generation')} of ${counted(draws, 'draw')} from at most ${counted(most, 'run')}: ${least} to ${top} runs`,
  },
  study: {
    over: (varied, points, seeds, known) =>
      `${varied} over ${counted(points, 'point')}, ${counted(seeds, 'seed')} at each; ${known} are known`,
    varied: (count) => (count === 1 ? '1 parameter varies' : `${count} parameters vary`),
    variants: (count) => `the model as it is and in ${count} variants,`,
    some: (known, asked) => `${known} of ${asked} runs have a number`,
    seeds: 'needs 2 seeds',
    tornado: ['what it depends on, one parameter at a time', 'lowest', 'highest'],
    at: (number, value) => `${number} at ${value}`,
    morris: ['mean size of the effect of its range', 'mu*', '95 % CI', 'mean', 'sigma'],
    trajectories: (least) => `needs ${least} trajectories`,
    more: (count) => `... and ${count} more: in the files`,
    sobol: ['share of the variance explained', 'alone', '95 % CI', 'with others', '95 % CI'],
    cloud: (median, low, high, ofDraws) =>
      `median ${median}; 90 % of ${ofDraws ? 'draws' : 'points'} ${low} to ${high}`,
    signs: (rising, falling) => `${rising} above zero, ${falling} below`,
    sameSign: (share) => `${share} have the sign of the median`,
    chance: (share) => `chance makes ${share} of the variance between them`,
    correlation: 'what it goes with (rank correlation)',
    variant: 'variant of the model',
  },
  draws: {
    over: (draws, of, file) => `over ${draws} of ${of} draws of ${file}`,
    used: (used) => `, of which ${used} have a number`,
    worth: (draws) => ` (worth ${draws} independent ones)`,
    known: (pairs) => `; ${pairs} are known`,
    onePair: ['one pair', '5 to 95 % of pairs, chance alone'],
    asWritten: ['as written', '95 % CI of the mean, chance alone'],
    ofDraws: ['draws', 'median, 5 to 95 % of draws, a pair each'],
    few: (draws, values, least) =>
      `${counted(draws, 'draw')}, a pair each: ${values}; of fewer than ${least} no percentiles are told`,
    risesFalls: (rising, falling, of) => `rises in ${rising}, falls in ${falling} of ${of} draws`,
    sign: (falls, share) => `${falls ? 'falls' : 'rises'} in ${share} draws`,
    part: (some, of) => `${some} of ${of}`,
    share: (percent) => `${percent} of`,
    nothing: 'none',
    onlyChance: 'draws are not told apart from chance: more draws, or a larger market, would tell',
    kept: (scenario, path, before, after) =>
      `${scenario} changes ${path} itself (${before} to ${after}): the draws leave it as it is written in all worlds`,
    note: 'NOTE',
    covers: (parameters, paths) =>
      `covers ${counted(parameters, 'parameter')}, within what goes with the targets of the fit: ${paths}`,
    leaves:
      'does not cover other parameters, how the model is built (see scenarios/studies/closure-structure.yaml), or whether it is right',
  },
  check: {
    warning: 'WARNING',
    strict: '--strict: warnings are errors',
    sound: 'no fault found',
    noPolicy: (file, why) => `${file} is no policy: ${why}`,
  },
  held: {
    nothing: 'nothing',
    standard: 'default',
    gone: (place) => `not ${place}`,
    with: 'with',
    without: 'without',
    same: 'no value differs',
    extends: ', which extends ',
    noValue: (words, file) => `nothing in ${file} holds ${words}`,
    noParameter: (words) => `no parameter holds ${words}`,
    meant: (words) => `  did you mean ${words}?`,
    all: (command) => `see all: ${command}`,
  },
  verify: {
    verdicts: {
      exact: 'exact',
      'exact in part': 'exact in part',
      'statistically equal': 'statistically equal',
      different: 'different',
      missing: 'missing',
      altered: 'altered',
    },
    runs: (verified, asked) => `${verified} of ${asked} runs verified`,
    cut: (complete, asked) =>
      `the study was interrupted: ${complete} of ${asked} runs are complete`,
    missing: 'missing',
    altered: 'altered',
    unlisted: 'not listed',
    untrue: 'contradicted by the rest of the manifest',
    recomputed: 'recomputed and compared byte by byte',
    hashed: 'not made again, compared by sha256 with the manifest only',
    itself:
      'not verified: what else the manifest says of itself, such as version, command, date and the words of differences',
    beside: 'not in the manifest, not looked at',
    version: (written, now) => `written by pasar ${written}, verified by ${now}`,
    filled: 'unknown when the study was written, now at its default',
    states: 'runs with a different final state',
    columns: (scenario) => `columns that end otherwise in run 1 of ${scenario}`,
    first: 'first difference',
    more: (count) => ` and ${count} more`,
    files: (count) => counted(count, 'file'),
    difference: (what, run, scenario) => `${what}, run ${run} of ${scenario}`,
    values: (count) => ` (${count} values differ that day)`,
    change: (recorded, now) => `recorded ${recorded}, now ${now ?? 'not taken'}`,
    test: (tests, runs, level, moved) =>
      `test: paired t of ${tests} headline means over ${runs} runs, Holm-corrected at ${level} %: ${moved} moved`,
    row: (recorded, now, difference) =>
      `recorded ${recorded}, now ${now}, difference ${difference}`,
    interval: (low, high, detectable) =>
      `(95 % ${low} to ${high}; the test would have found ${detectable})`,
    effect: (measure) => `effect on ${measure}`,
    cannot: 'cannot run',
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
  noEffects: 'tidak ada dampak: tidak ada yang berbeda selama hari yang dijalankan',
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
  counted: {
    days: (count) => `${count} hari`,
    runs: (count) => `${count} simulasi`,
    pairs: (count) => `${count} pasang simulasi`,
    draws: (count) => `${count} sampel`,
  },
  progress: {
    of: (value, total) => `${value} dari ${total}`,
    part: (percent, total) => `${percent}% dari ${total}`,
    seconds: (seconds) => `sekitar ${seconds} detik lagi`,
    minutes: (minutes) => `sekitar ${minutes} menit lagi`,
  },
  notes: {
    known: (runs) => `${runs} sudah ada dan tidak dijalankan lagi`,
    complete: (runs) => `${runs} sudah selesai dan tidak dijalankan lagi`,
    failed: (runs, where) => `${runs} gagal${where}`,
    wrong: (folder, repeats) =>
      `: penyebabnya${repeats ? ', beserta perintah yang mengulanginya,' : ''} ada di ${folder}`,
    stopped: (done, runs) =>
      `berhenti: ${done} dari ${runs} sudah ada; perintah yang sama melanjutkannya`,
    stoppedFit: 'berhenti: perintah yang sama melanjutkannya',
    missing: (missing, runs, command) =>
      `${missing} dari ${runs} tidak ada dalam bagian mana pun. Jalankan: ${command}`,
    broke: (run, message) => `simulasi ${run} gagal: ${message}`,
    cutAll:
      'terputus: semua simulasi selesai dan tersimpan; perintah yang sama menggambar grafik dan laporan',
    cut: (done, runs) =>
      `terputus: ${done} dari ${runs} selesai dan tersimpan; perintah yang sama melanjutkannya`,
    cutFacts: 'terputus: simulasi yang selesai tersimpan; perintah yang sama melanjutkannya',
    cutVerify: 'terputus: belum ada yang diperiksa',
    part: (index, of) => `bagian ${index} dari ${of}`,
    partDone: (done, runs, failed, whole) =>
      `${done} dari ${runs} sudah ada, ${failed} gagal; dari seluruh studi ${whole}`,
    together: (folder, command) => `tersimpan di ${folder}; bersama folder bagian lain: ${command}`,
    run: (key, point, called, seed) => `simulasi ${key}: titik ${point} (${called}), benih ${seed}`,
    same: 'memberi hasil yang tersimpan, sama sampai bita terakhir',
    made: 'dijalankan dan disimpan',
    took: (seconds, states) =>
      `memakan ${seconds} detik; dunia-dunianya berakhir dalam keadaan ${states}`,
    against: (policy, baseline) => `${policy}, dibandingkan dengan ${baseline}`,
    trial: 'satu simulasi dijalankan dahulu untuk mengukur lamanya',
  },
  cost: {
    noTime: 'simulasi pertama gagal: lamanya tidak dapat diperkirakan',
    one: (seconds, whole, threads) =>
      `satu simulasi memakan ${seconds} detik di sini; semuanya sekitar ${whole} dengan ${threads} utas`,
    between: (least, most) => `${least} sampai ${most}`,
    kept: (folder, size, atMost) =>
      `hasilnya akan disimpan di ${folder}, ${atMost ? 'paling banyak ' : ''}sekitar ${size}`,
    seconds: (count) => `${count} detik`,
    minutes: (count) => `${count} menit`,
    hours: (count) => `${count} jam`,
    days: (count) => `${count} hari`,
    study: (points, seeds, runs, worlds) =>
      `${points} titik, masing-masing ${seeds} benih: ${runs} simulasi, masing-masing dengan ${worlds} dunia`,
    fit: ({ parameters, targets, waves, points, generations, draws }, most, [least, top]) =>
      `${parameters} parameter, ${targets} sasaran; ${waves} gelombang berisi ${points} simulasi, ${generations} generasi berisi ${draws} sampel dari paling banyak ${most} simulasi: ${least} sampai ${top} simulasi`,
  },
  study: {
    over: (varied, points, seeds, known) =>
      `${varied} pada ${points} titik, masing-masing ${seeds} benih; ${known} sudah ada`,
    varied: (count) => `${count} parameter diubah-ubah`,
    variants: (count) => `model sebagaimana adanya dan ${count} varian,`,
    some: (known, asked) => `${known} dari ${asked} simulasi memiliki angka`,
    seeds: 'perlu 2 benih',
    tornado: ['yang menentukan, satu per satu', 'terendah', 'tertinggi'],
    at: (number, value) => `${number} pada ${value}`,
    morris: ['besar dampak rata-rata sepanjang rentang', 'mu*', 'selang 95%', 'rata-rata', 'sigma'],
    trajectories: (least) => `perlu ${least} lintasan`,
    more: (count) => `... dan ${count} lagi: dalam berkas`,
    sobol: ['bagian ragam yang dijelaskan', 'sendiri', 'selang 95%', 'bersama', 'selang 95%'],
    cloud: (median, low, high, ofDraws) =>
      `median ${median}; 90% ${ofDraws ? 'sampel parameter' : 'titik'} ${low} s.d. ${high}`,
    signs: (rising, falling) => `${rising} di atas nol, ${falling} di bawah`,
    sameSign: (share) => `${share} bertanda sama dengan median`,
    chance: (share) => `variasi acak menyumbang ${share} ragam di antaranya`,
    correlation: 'yang sejalan dengannya (korelasi peringkat)',
    variant: 'varian model',
  },
  draws: {
    over: (draws, of, file) => `pada ${draws} dari ${of} sampel parameter ${file}`,
    used: (used) => `, ${used} di antaranya memiliki angka`,
    worth: (draws) => ` (setara ${draws} sampel yang saling bebas)`,
    known: (runs) => `; ${runs} sudah ada`,
    onePair: ['satu pasang', '5 sampai 95% pasangan, hanya variasi acak'],
    asWritten: ['sesuai skenario', 'selang kepercayaan 95% rata-rata, hanya variasi acak'],
    ofDraws: ['sampel', 'median, 5 sampai 95% sampel, masing-masing satu pasang'],
    few: (draws, values, least) =>
      `${draws} sampel, masing-masing satu pasang: ${values}; persentil memerlukan sedikitnya ${least}`,
    risesFalls: (rising, falling, of) =>
      `naik pada ${rising} dan turun pada ${falling} dari ${of} sampel`,
    sign: (falls, share) => `${falls ? 'turun' : 'naik'} pada ${share} sampel`,
    part: (some, of) => `${some} dari ${of}`,
    share: (percent) => percent,
    nothing: 'tidak ada',
    onlyChance:
      'sebaran sampel tidak terbedakan dari variasi acak: diperlukan lebih banyak sampel, atau pasar yang lebih besar',
    kept: (scenario, path, before, after) =>
      `${scenario} mengubah sendiri ${path} (${before} menjadi ${after}): sampel membiarkannya seperti tertulis di semua dunia`,
    note: 'CATATAN',
    covers: (parameters, paths) =>
      `mencakup ${parameters} parameter, sejauh sesuai dengan sasaran penyesuaian: ${paths}`,
    leaves:
      'tidak mencakup parameter lain, struktur model (lihat scenarios/studies/closure-structure.yaml), atau apakah modelnya benar',
  },
  check: {
    warning: 'PERINGATAN',
    strict: '--strict: peringatan adalah kesalahan',
    sound: 'tidak ada kesalahan',
    noPolicy: (file, why) => `${file} bukan kebijakan: ${why}`,
  },
  held: {
    nothing: 'tidak ada',
    standard: 'bawaan',
    gone: (place) => `tanpa ${place}`,
    with: 'dengan',
    without: 'tanpa',
    same: 'tidak ada nilai yang berbeda',
    extends: ', yang memperluas ',
    noValue: (words, file) => `tidak ada isi ${file} yang memuat ${words}`,
    noParameter: (words) => `tidak ada parameter yang memuat ${words}`,
    meant: (words) => `  maksud Anda ${words}?`,
    all: (command) => `lihat semuanya: ${command}`,
  },
  verify: {
    verdicts: {
      exact: 'tepat sama',
      'exact in part': 'tepat sama sebagian',
      'statistically equal': 'sama secara statistik',
      different: 'berbeda',
      missing: 'berkas hilang',
      altered: 'berkas diubah',
    },
    runs: (verified, asked) => `${verified} dari ${asked} simulasi diperiksa`,
    cut: (complete, asked) => `studi ini terputus: ${complete} dari ${asked} simulasi selesai`,
    missing: 'hilang',
    altered: 'diubah',
    unlisted: 'tidak tercantum',
    untrue: 'bertentangan dengan bagian lain manifes',
    recomputed: 'dihitung ulang dan dibandingkan bita demi bita',
    hashed: 'tidak dibuat ulang, hanya dibandingkan dengan manifes melalui sha256',
    itself:
      'tidak diperiksa: keterangan lain manifes tentang dirinya, seperti versi, perintah, tanggal, dan kalimat tentang perbedaan',
    beside: 'tidak ada dalam manifes, tidak dilihat',
    version: (written, now) => `ditulis oleh pasar ${written}, diperiksa oleh ${now}`,
    filled: 'belum ada saat studi ditulis, sekarang bernilai bawaan',
    states: 'simulasi dengan keadaan akhir yang berbeda',
    columns: (scenario) => `kolom yang berakhir lain pada simulasi 1 ${scenario}`,
    first: 'perbedaan pertama',
    more: (count) => ` dan ${count} lagi`,
    files: (count) => `${count} berkas`,
    difference: (what, run, scenario) => `${what}, simulasi ${run} ${scenario}`,
    values: (count) => ` (${count} nilai berbeda pada hari itu)`,
    change: (recorded, now) => `tercatat ${recorded}, sekarang ${now ?? 'tidak dicatat'}`,
    test: (tests, runs, level, moved) =>
      `uji: t berpasangan atas ${tests} rata-rata utama dari ${runs} simulasi, koreksi Holm pada ${level}%: ${moved} bergeser`,
    row: (recorded, now, difference) =>
      `tercatat ${recorded}, sekarang ${now}, selisih ${difference}`,
    interval: (low, high, detectable) =>
      `(95% ${low} s.d. ${high}; uji ini dapat menemukan ${detectable})`,
    effect: (measure) => `dampak terhadap ${measure}`,
    cannot: 'tidak dapat dijalankan',
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
