/** How sure an effect is: chance, parameters and structure of the model beside each other, each with what it covers. */
import { parameterAt } from '../scenario/index.ts'
import type { Budget, KnownSpread, SensitivityRow } from '../study/index.ts'
import { decimalsFor, fixed, signed } from './format.ts'
import type { Language } from './input.ts'
import { said } from './text/parameter-words.ts'
import { displayUnit } from './units.ts'
import { nameOf } from './words.ts'

/** One effect with its sources of uncertainty, as a table and sentences. */
export interface BudgetText {
  /** `UMKM jobs: −15.3 thousand people`. */
  readonly head: string
  /** What it is, the interval, and what that covers. */
  readonly rows: readonly (readonly [string, string, string])[]
  /** How many draws and variants agree on the sign, and what the effect hangs on. */
  readonly sentences: readonly string[]
}

interface Say {
  readonly caption: string
  readonly columns: readonly [string, string, string]
  readonly chance: string
  readonly parameters: string
  readonly structure: string
  readonly pairs: (runs: number) => string
  readonly draws: (points: number, pairs: number, isFitted: boolean) => string
  readonly variants: (variants: number, pairs: number) => string
  readonly by: (study: string, quick: boolean) => string
  readonly unknown: string
  readonly agree: (falls: boolean, share: string, of: 'draws' | 'points' | 'variants') => string
  /** The share of the variance between draws that is not of parameters, and the interval without it. */
  readonly ofChance: (share: string, without: string) => string
  /** Where they spread no more than chance does. */
  readonly onlyChance: string
  /** By how much chance moves the mean of one variant. */
  readonly eachBy: (reach: string) => string
  readonly hangs: (parts: string, study: string) => string
  readonly hangsUntold: string
  readonly part: Readonly<Record<string, (value: string) => string>>
  readonly none: string
}

const SAY: Readonly<Record<Language, Say>> = {
  en: {
    caption: 'How sure is it? Three sources of uncertainty, which are not added',
    columns: ['Source', 'Effect', 'What it covers'],
    chance: 'Chance',
    parameters: 'Parameters',
    structure: 'Structure',
    pairs: (runs) => `95 % CI of the mean of ${runs} pairs of runs`,
    draws: (points, pairs, isFitted) =>
      `90 % of ${points} ${isFitted ? 'draws of the fit' : 'points of the ranges held possible'}, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each`,
    variants: (variants, pairs) =>
      `lowest to highest of ${variants} variants, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each`,
    by: (study, quick) => ` (${study}${quick ? ', quick market' : ''})`,
    unknown: 'not known: no study of this at hand',
    agree: (falls, share, of) => `It ${falls ? 'falls' : 'rises'} in ${share} of the ${of}.`,
    ofChance: (share, without) =>
      `Of the variance between them chance makes ${share}; without it 90 % would lie at about ${without}.`,
    onlyChance:
      'They lie no farther apart than chance makes them: what the parameters add cannot be told.',
    eachBy: (reach) => `Chance moves each of them by ±${reach}.`,
    hangs: (parts, study) => `By ${study} it hangs most on ${parts}.`,
    hangsUntold: 'What it hangs on cannot be told from chance.',
    part: {
      total: (value) => `${value} of the variance`,
      'mu*': (value) => `moves it by ${value}`,
      swing: (value) => `moves it by up to ${value}`,
      'rank correlation': (value) => `rank correlation ${value}`,
    },
    none: 'Uncertainty of parameters and of the structure of the model is not known: no study at hand is of these scenarios as they stand. `pasar study FILE` makes one: a copy of scenarios/studies/closure-structure.yaml, or another there, with your scenarios in it.',
  },
  id: {
    caption: 'Seberapa pasti? Tiga sumber ketidakpastian, yang tidak dijumlahkan',
    columns: ['Sumber', 'Dampak', 'Yang dicakup'],
    chance: 'Kebetulan',
    parameters: 'Parameter',
    structure: 'Susunan model',
    pairs: (runs) => `selang kepercayaan 95% rata-rata ${runs} pasang simulasi`,
    draws: (points, pairs, isFitted) =>
      `90% dari ${points} ${isFitted ? 'tarikan hasil penyesuaian' : 'titik dalam rentang yang dianggap mungkin'}, masing-masing ${pairs} pasang`,
    variants: (variants, pairs) =>
      `terendah hingga tertinggi dari ${variants} varian, masing-masing ${pairs} pasang`,
    by: (study, quick) => ` (${study}${quick ? ', pasar kecil' : ''})`,
    unknown: 'belum diketahui: belum ada studi tentang hal ini',
    agree: (falls, share, of) =>
      `${falls ? 'Turun' : 'Naik'} pada ${share} ${{ draws: 'tarikan', points: 'titik', variants: 'varian' }[of]}.`,
    ofChance: (share, without) =>
      `Dari ragam di antaranya, ${share} hanya unsur kebetulan; tanpa itu 90% kira-kira berada pada ${without}.`,
    onlyChance:
      'Sebarannya tidak lebih lebar daripada yang ditimbulkan kebetulan: pengaruh parameter tidak dapat dipastikan.',
    eachBy: (reach) => `Kebetulan menggeser masing-masing ±${reach}.`,
    hangs: (parts, study) => `Menurut ${study}, paling bergantung pada ${parts}.`,
    hangsUntold: 'Bergantung pada apa, tidak dapat dibedakan dari kebetulan.',
    part: {
      total: (value) => `${value} dari ragam`,
      'mu*': (value) => `menggesernya ${value}`,
      swing: (value) => `menggesernya hingga ${value}`,
      'rank correlation': (value) => `korelasi peringkat ${value}`,
    },
    none: 'Ketidakpastian parameter dan susunan model belum diketahui: belum ada studi tentang skenario ini sebagaimana adanya. `pasar study FILE` membuatnya: salin scenarios/studies/closure-structure.yaml, atau studi lain di sana, dan tuliskan skenario Anda di dalamnya.',
  },
}

export const budgetWords = (language: Language): Pick<Say, 'caption' | 'columns' | 'none'> =>
  SAY[language]

const NONE = { low: Number.NaN, high: Number.NaN }

/** The unit in which an effect is written, and two digits of its narrowest interval: more would be noise. */
function scaleOf(
  { effect, percent, chance, parameters, structure }: Budget,
  language: Language,
): { readonly unit: string; readonly factor: number; readonly decimals: number } {
  const level = Math.max(Math.abs(effect.baseline), Math.abs(effect.policy))
  const unit = percent ? { name: '%', factor: 1 } : displayUnit(effect.unit, level, language)
  const widths = [chance, parameters ?? NONE, structure ?? NONE]
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
  const { effect, percent, chance, parameters, structure, hangsOn, hangsOnBy } = budget
  const say = SAY[language]
  const { unit, factor, decimals } = scaleOf(budget, language)
  const write = (value: number) => signed(value * factor, decimals, language)
  const between = ({ low, high } = NONE) =>
    Number.isFinite(low) ? `${write(low)} … ${write(high)}` : say.unknown
  const name = nameOf(effect.measure, language, labels)
  const group = effect.group === 'all' ? '' : `, ${nameOf(effect.group, language, labels)}`
  const mean = percent ? (100 * effect.difference) / effect.baseline : effect.difference
  const share = (part: number) =>
    `${fixed(100 * part, 0, language)}${language === 'id' ? '%' : ' %'}`
  const covers = (spread: KnownSpread | undefined, what: (spread: KnownSpread) => string) =>
    spread === undefined ? '' : what(spread) + say.by(spread.study, spread.quick)
  const ofDraws = ({ points, seeds, isFitted }: KnownSpread) => say.draws(points, seeds, isFitted)
  const ofVariants = ({ points, seeds }: KnownSpread) => say.variants(points, seeds)
  const hangs = hangsOn?.map((row) => factorText(row.factor, partOf(row), language)).join(', ')
  return {
    head: `${name}${group}: ${write(mean)} ${unit}`,
    rows: [
      [say.chance, between(chance), say.pairs(chance.runs)],
      [say.parameters, between(parameters), covers(parameters, ofDraws)],
      [say.structure, between(structure), covers(structure, ofVariants)],
    ],
    sentences: [
      ...agreement(parameters, parameters?.isFitted ? 'draws' : 'points'),
      ...agreement(structure, 'variants'),
      ...(hangs === undefined
        ? []
        : [hangs === '' ? say.hangsUntold : say.hangs(hangs, hangsOnBy ?? '')]),
    ],
  }

  function agreement(
    spread: KnownSpread | undefined,
    of: 'draws' | 'points' | 'variants',
  ): string[] {
    if (spread === undefined) return []
    const agrees = say.agree(spread.falls, share(spread.sameSign), of)
    const { chance, withoutChance, reach } = spread
    if (reach !== undefined) return [agrees, say.eachBy(fixed(reach * factor, decimals, language))]
    if (withoutChance === undefined)
      return Number.isFinite(chance) ? [agrees, say.onlyChance] : [agrees]
    return [agrees, say.ofChance(share(chance), between(withoutChance))]
  }

  function partOf({ what, estimate }: SensitivityRow): string {
    if (what === 'total') return say.part[what](share(estimate))
    if (what === 'rank correlation') return say.part[what](signed(estimate, 2, language))
    const size = fixed(Math.abs(estimate) * factor, decimals, language)
    return say.part[what](`${size} ${unit}`)
  }
}

/** What a path is called, with the path by which one may vary it; a factor that is no path has its own name alone. */
function factorText(factor: string, part: string, language: Language): string {
  const label = parameterAt(factor)?.label
  return label === undefined
    ? `${factor} (${part})`
    : `${said(label, language)} (${factor}; ${part})`
}
