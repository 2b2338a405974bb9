/** How sure an effect is: chance, parameters and structure of the model beside each other, each with what it covers. */
import { parameterAt } from '../scenario/index.ts'
import type { Budget, HangsOn, KnownSpread } from '../study/index.ts'
import { decimalsFor, fixed, signed } from './format.ts'
import type { Language } from './input.ts'
import { plainName } from './text/parameter-words.ts'
import { amountText, displayUnit } from './units.ts'
import { nameOf } from './words.ts'

/** One effect with its sources of uncertainty, as a table and sentences. */
export interface BudgetText {
  /** `UMKM jobs: −15.3 thousand people`. */
  readonly head: string
  /** What it is, the interval, and what that covers. */
  readonly rows: readonly (readonly [string, string, string])[]
  /** How many draws and variants agree on the sign, and what the effect hangs on. */
  readonly sentences: readonly string[]
  /** What is true of every effect of the study: to be said once. */
  readonly notes: readonly string[]
}

interface Say {
  readonly caption: string
  readonly columns: readonly [string, string, string]
  readonly chance: string
  readonly parameters: string
  /** Those that were fitted, and all over the ranges that are held possible. */
  readonly fitted: string
  readonly possible: string
  readonly structure: string
  readonly pairs: (runs: number) => string
  readonly draws: (points: number, pairs: number, moved: number | undefined) => string
  readonly points: (points: number, pairs: number, moved: number | undefined) => string
  readonly variants: (variants: number, pairs: number, asItIs: string | undefined) => string
  readonly by: (study: string, quick: boolean) => string
  readonly unknown: string
  readonly agree: (falls: boolean, share: string, of: 'draws' | 'points' | 'variants') => string
  /** Of what has no sign: how many rise, fall and stay. */
  readonly apart: (
    rise: string,
    fall: string,
    stay: string,
    of: 'draws' | 'points' | 'variants',
  ) => string
  /** The share of the variance between draws that is not of parameters, and the interval without it. */
  readonly ofChance: (share: string, without: string) => string
  /** Where they spread no more than chance does. */
  readonly onlyChance: (of: 'draws' | 'points') => string
  /** How near draws come to what was seen. */
  readonly fit: (tolerance: string, targets: number) => string
  /** By how much chance moves the mean of one variant. */
  readonly eachBy: (reach: string) => string
  readonly hangs: (parts: string, study: string, isFitted: boolean) => string
  /** How well the emulator predicts, from which shares are read. */
  readonly emulated: (explained: string) => string
  readonly hangsUntold: string
  /** A share of the variance: by itself, where that can be told, and together with others. */
  readonly share: (together: string, alone: string | undefined) => string
  readonly part: Readonly<Record<string, (value: string) => string>>
  readonly none: string
}

const SAY: Readonly<Record<Language, Say>> = {
  en: {
    caption: 'How sure is it? Three sources of uncertainty, which are not added',
    columns: ['Source', 'Effect', 'What it covers'],
    chance: 'Simulation noise',
    parameters: 'Parameters',
    fitted: 'Parameters, fitted to data',
    possible: 'Parameters, full ranges',
    structure: 'Model structure',
    pairs: (runs) => `95 % CI of the mean of ${runs} pairs of runs`,
    draws: (points, pairs, moved) =>
      `90 % of ${points} draws of the fit, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each: the ${moved === undefined ? '' : `${moved} `}fitted parameters vary, all others are fixed`,
    points: (points, pairs, moved) =>
      `90 % of ${points} points over the full assumed ranges, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each${moved === undefined ? '' : `: ${moved} assumptions vary at once`}`,
    variants: (variants, pairs, asItIs) =>
      `lowest to highest of ${variants} variants, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each${asItIs === undefined ? '' : `; the standard model gives ${asItIs} there`}`,
    by: (study, quick) => ` (${study}${quick ? ', quick market' : ''})`,
    unknown: 'not known: no study of it is available',
    agree: (falls, share, of) =>
      of === 'points'
        ? `Over the full assumed ranges the effect is ${falls ? 'negative' : 'positive'} at ${share} of the points.`
        : `The effect is ${falls ? 'negative' : 'positive'} in ${share} of the ${of}.`,
    apart: (rise, fall, stay, of) =>
      `${of === 'points' ? 'Over the full assumed ranges the' : 'The'} effect is positive in ${rise} of the ${of}, negative in ${fall} and zero in ${stay}.`,
    ofChance: (share, without) =>
      `${share} of their variance is simulation noise; net of it the 90 % range is about ${without}.`,
    onlyChance: (of) =>
      `They spread no more than simulation noise does: the contribution of ${of === 'draws' ? 'the fitted parameters' : 'these assumptions'} is not detectable.`,
    fit: (tolerance, targets) =>
      `The draws fit the data only approximately: over ${targets} targets, simulated values miss the target range by at most ${tolerance} half-widths (root mean square).`,
    eachBy: (reach) => `Simulation noise of each: ±${reach}.`,
    hangs: (parts, study, isFitted) =>
      `${isFitted ? 'Within the draws' : 'Over the full assumed ranges'} (${study}), the effect depends most on ${parts}.`,
    emulated: (explained) =>
      `These shares come from an emulator that predicts ${explained} of the variance of points left out of it.`,
    share: (together, alone) =>
      alone === undefined
        ? `total effect ${together} of the variance`
        : `main effect ${alone}, total effect ${together} of the variance`,
    hangsUntold: 'No assumption has a detectable influence on it.',
    part: {
      'mu*': (value) => `changes it by ${value}`,
      swing: (value) => `changes it by up to ${value}`,
      'rank correlation': (value) => `rank correlation ${value}`,
    },
    none: 'Uncertainty about parameters and model structure is not known: no available study covers these scenarios in their present form. To make one, copy scenarios/studies/closure-structure.yaml or another study there, put your scenarios in it, and run `pasar study FILE`.',
  },
  id: {
    caption: 'Seberapa pasti? Tiga sumber ketidakpastian, yang tidak dijumlahkan',
    columns: ['Sumber', 'Dampak', 'Yang dicakup'],
    chance: 'Variasi acak',
    parameters: 'Parameter',
    fitted: 'Parameter, disesuaikan dengan data',
    possible: 'Parameter, seluruh rentang',
    structure: 'Struktur model',
    pairs: (runs) => `selang kepercayaan 95% rata-rata ${runs} pasang simulasi`,
    draws: (points, pairs, moved) =>
      `90% dari ${points} sampel parameter hasil penyesuaian, masing-masing ${pairs} pasang: ${moved === undefined ? '' : `${moved} `}parameter yang disesuaikan berubah, yang lain tetap`,
    points: (points, pairs, moved) =>
      `90% dari ${points} titik di seluruh rentang yang diasumsikan, masing-masing ${pairs} pasang${moved === undefined ? '' : `: ${moved} asumsi berubah sekaligus`}`,
    variants: (variants, pairs, asItIs) =>
      `terendah hingga tertinggi dari ${variants} varian, masing-masing ${pairs} pasang${asItIs === undefined ? '' : `; model baku di sana memberi ${asItIs}`}`,
    by: (study, quick) => ` (${study}${quick ? ', pasar kecil' : ''})`,
    unknown: 'belum diketahui: belum ada studi tentang hal ini',
    agree: (falls, share, of) =>
      of === 'points'
        ? `Di seluruh rentang yang diasumsikan, dampaknya ${falls ? 'negatif' : 'positif'} pada ${share} titik.`
        : `Dampaknya ${falls ? 'negatif' : 'positif'} pada ${share} ${{ draws: 'sampel parameter', variants: 'varian' }[of]}.`,
    apart: (rise, fall, stay, of) => {
      const [what, where] = {
        draws: ['sampel parameter', ''],
        points: ['titik', 'Di seluruh rentang yang diasumsikan, '],
        variants: ['varian', ''],
      }[of]
      return `${where}${where ? 'dampaknya' : 'Dampaknya'} positif pada ${rise} ${what}, negatif pada ${fall}, dan nol pada ${stay}.`
    },
    ofChance: (share, without) =>
      `${share} ragamnya adalah variasi acak simulasi; tanpa itu rentang 90% kira-kira ${without}.`,
    onlyChance: (of) =>
      `Sebarannya tidak melebihi variasi acak simulasi: pengaruh ${of === 'draws' ? 'parameter yang disesuaikan' : 'asumsi-asumsi ini'} tidak dapat dipisahkan.`,
    fit: (tolerance, targets) =>
      `Sampel parameter hanya mendekati data: terhadap ${targets} sasaran, nilai simulasinya meleset dari rentang sasaran paling jauh ${tolerance} kali setengah lebar rentang (akar rata-rata kuadrat).`,
    eachBy: (reach) => `Variasi acak masing-masing ±${reach}.`,
    hangs: (parts, study, isFitted) =>
      `${isFitted ? 'Di antara sampel parameter' : 'Di seluruh rentang yang diasumsikan'} (${study}), dampaknya paling bergantung pada ${parts}.`,
    emulated: (explained) =>
      `Bagian-bagian ini berasal dari emulator yang menjelaskan ${explained} ragam titik yang tidak dipakai menyusunnya.`,
    share: (together, alone) =>
      alone === undefined
        ? `pengaruh total ${together} ragam`
        : `pengaruh utama ${alone}, pengaruh total ${together} ragam`,
    hangsUntold: 'Pengaruh tiap asumsi tidak dapat dibedakan dari variasi acak.',
    part: {
      'mu*': (value) => `menggesernya ${value}`,
      swing: (value) => `menggesernya hingga ${value}`,
      'rank correlation': (value) => `korelasi peringkat ${value}`,
    },
    none: 'Ketidakpastian parameter dan struktur model belum diketahui: belum ada studi untuk skenario ini dalam bentuknya sekarang. Untuk membuatnya, salin scenarios/studies/closure-structure.yaml atau studi lain di sana, tuliskan skenario Anda di dalamnya, lalu jalankan `pasar study FILE`.',
  },
}

type Shown =
  | 'caption'
  | 'columns'
  | 'none'
  | 'chance'
  | 'parameters'
  | 'fitted'
  | 'possible'
  | 'structure'

export const budgetWords = (language: Language): Pick<Say, Shown> => SAY[language]

const NONE = { low: Number.NaN, high: Number.NaN }

/** The unit in which an effect is written, and two digits of its narrowest interval: more would be noise. */
function scaleOf(
  { effect, percent, chance, parameters, possible, structure }: Budget,
  language: Language,
): { readonly unit: string; readonly factor: number; readonly decimals: number } {
  const level = Math.max(Math.abs(effect.baseline), Math.abs(effect.policy))
  const unit = percent ? { name: '%', factor: 1 } : displayUnit(effect.unit, level, language)
  const widths = [chance, parameters ?? NONE, possible ?? NONE, structure ?? NONE]
    .map(({ low, high }) => high - low)
    .filter((width) => Number.isFinite(width) && width > 0)
  const decimals = decimalsFor(Math.min(...widths, 1 / 0) * unit.factor, 2)
  return { unit: unit.name, factor: unit.factor, decimals }
}

export function budgetText(
  budget: Budget,
  language: Language,
  labels: Readonly<Record<string, string>>,
): BudgetText {
  const { effect, percent, chance, parameters, possible, structure } = budget
  const say = SAY[language]
  const scale = scaleOf(budget, language)
  const { unit, factor, decimals } = scale
  const write = (value: number) => signed(value * factor, decimals, language)
  const between = ({ low, high } = NONE) =>
    Number.isFinite(low) ? `${write(low)} … ${write(high)}` : say.unknown
  const name = nameOf(effect.measure, language, labels)
  const group = effect.group === 'all' ? '' : `, ${nameOf(effect.group, language, labels)}`
  const mean = percent ? (100 * effect.difference) / effect.baseline : effect.difference
  const spreads = [
    [say.fitted, parameters, (of: KnownSpread) => say.draws(of.points, of.seeds, of.moved)],
    [say.possible, possible, (of: KnownSpread) => say.points(of.points, of.seeds, of.moved)],
    [
      say.structure,
      structure,
      ({ points, seeds, asItIs }: KnownSpread) =>
        say.variants(points, seeds, asItIs === undefined ? undefined : write(asItIs)),
    ],
  ] as const
  const isNone = parameters === undefined && possible === undefined
  return {
    head: `${name}${group}: ${amountText(write(mean), unit, language)}`,
    rows: [
      [say.chance, between(chance), say.pairs(chance.runs)],
      ...(isNone ? [[say.parameters, say.unknown, ''] as const] : []),
      ...spreads.flatMap(([source, spread, covers]) => {
        if (spread !== undefined)
          return [
            [source, between(spread), covers(spread) + say.by(spread.study, spread.quick)],
          ] as const
        return source === say.structure ? [[source, say.unknown, ''] as const] : []
      }),
    ],
    sentences: [
      ...agreement(parameters, 'draws', scale, language),
      ...agreement(possible, 'points', scale, language),
      ...agreement(structure, 'variants', scale, language),
      ...hangsSentences(budget, scale, language),
    ],
    notes: [parameters, possible].flatMap((spread) =>
      spread?.fit === undefined
        ? []
        : say.fit(fixed(spread.fit.tolerance, 2, language), spread.fit.targets),
    ),
  }
}

/** What is said below all effects. */
export const budgetNotes = (texts: readonly BudgetText[]): string[] => [
  ...new Set(texts.flatMap(({ notes }) => notes)),
]

/** How many agree on the sign, and how far chance spreads them. */
function agreement(
  spread: KnownSpread | undefined,
  of: 'draws' | 'points' | 'variants',
  { factor, decimals }: ReturnType<typeof scaleOf>,
  language: Language,
): string[] {
  if (spread === undefined) return []
  const say = SAY[language]
  const { sameSign, falls, apart, chance, withoutChance, reach } = spread
  const share = (part: number) => percentOf(part, language)
  const agrees =
    apart === undefined
      ? say.agree(falls, share(sameSign), of)
      : say.apart(share(apart.rise), share(apart.fall), share(1 - apart.rise - apart.fall), of)
  if (reach !== undefined) return [agrees, say.eachBy(fixed(reach * factor, decimals, language))]
  if (!Number.isFinite(chance)) return [agrees]
  if (withoutChance === undefined)
    return [agrees, say.onlyChance(of === 'draws' ? 'draws' : 'points')]
  const [low, high] = [withoutChance.low, withoutChance.high].map((end) =>
    signed(end * factor, decimals, language),
  )
  return [agrees, say.ofChance(percentOf(chance, language), `${low} … ${high}`)]
}

const percentOf = (part: number, language: Language): string =>
  `${fixed(100 * part, 0, language)}${language === 'id' ? '%' : ' %'}`

/** What it hangs on, by which study, and how well that can be told. */
function hangsSentences(
  { hangsOn, hangsOnBy = '', hangsOnFitted = false, hangsOnExplained }: Budget,
  { unit, factor, decimals }: ReturnType<typeof scaleOf>,
  language: Language,
): string[] {
  const say = SAY[language]
  if (hangsOn === undefined) return []
  if (hangsOn.length === 0) return [say.hangsUntold]
  const range = ({ low, high }: { low: number; high: number }) => {
    const [from, to] = [low, high].map((end) => Math.min(1, Math.max(0, end)))
    return `${fixed(100 * from, 0, language)} ${TO[language]} ${percentOf(to, language)}`
  }
  const partOf = (row: HangsOn): string => {
    const { what, estimate, low, alone } = row
    if (what === 'total')
      return say.share(
        Number.isFinite(low) ? range(row) : percentOf(estimate, language),
        alone === undefined ? undefined : range(alone),
      )
    if (what === 'rank correlation') return say.part[what](signed(estimate, 2, language))
    const size = fixed(Math.abs(estimate) * factor, decimals, language)
    return say.part[what](`${size} ${unit}`)
  }
  const parts = hangsOn.map((row) => factorText(row.factor, partOf(row), language)).join(', ')
  return [
    say.hangs(parts, hangsOnBy, hangsOnFitted),
    ...(hangsOnExplained === undefined
      ? []
      : [say.emulated(percentOf(Math.max(0, hangsOnExplained), language))]),
  ]
}

const TO: Readonly<Record<Language, string>> = { en: 'to', id: 'sampai' }

/** What a path is called, with the path by which one may vary it; a factor that is no path has its own name alone. */
function factorText(factor: string, part: string, language: Language): string {
  const label = parameterAt(factor)?.label
  return label === undefined
    ? `${factor} (${part})`
    : `${plainName(label, language)} (${factor}; ${part})`
}
