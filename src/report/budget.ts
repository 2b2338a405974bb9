/** How sure an effect is: chance, parameters and structure of the model beside each other, each with what it covers. */
import type { Budget, SensitivityRow } from '../study/index.ts'
import { decimalsFor, fixed, signed } from './format.ts'
import type { Language } from './input.ts'
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
  readonly draws: (points: number, pairs: number) => string
  readonly variants: (variants: number, pairs: number) => string
  readonly by: (study: string, quick: boolean) => string
  readonly unknown: string
  readonly agree: (falls: boolean, share: string, of: 'draws' | 'variants') => string
  readonly hangs: (parts: string) => string
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
    draws: (points, pairs) =>
      `90 % of ${points} draws of the parameters, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each`,
    variants: (variants, pairs) =>
      `lowest to highest of ${variants} variants, ${pairs === 1 ? 'a pair' : `${pairs} pairs`} each`,
    by: (study, quick) => ` (${study}${quick ? ', quick market' : ''})`,
    unknown: 'not known: no study of this at hand',
    agree: (falls, share, of) => `It ${falls ? 'falls' : 'rises'} in ${share} of the ${of}.`,
    hangs: (parts) => `It hangs most on ${parts}.`,
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
    draws: (points, pairs) => `90% dari ${points} tarikan parameter, masing-masing ${pairs} pasang`,
    variants: (variants, pairs) =>
      `terendah hingga tertinggi dari ${variants} varian, masing-masing ${pairs} pasang`,
    by: (study, quick) => ` (${study}${quick ? ', pasar kecil' : ''})`,
    unknown: 'belum diketahui: belum ada studi tentang hal ini',
    agree: (falls, share, of) =>
      `${falls ? 'Turun' : 'Naik'} pada ${share} ${of === 'draws' ? 'tarikan' : 'varian'}.`,
    hangs: (parts) => `Paling bergantung pada ${parts}.`,
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

export function budgetText(
  { effect, percent, chance, parameters, structure, hangsOn }: Budget,
  language: Language,
  labels: Readonly<Record<string, string>>,
): BudgetText {
  const say = SAY[language]
  const level = Math.max(Math.abs(effect.baseline), Math.abs(effect.policy))
  const unit = percent ? { name: '%', factor: 1 } : displayUnit(effect.unit, level, language)
  const ends = [chance, parameters, structure].flatMap((one) =>
    one === undefined ? [] : [one.high - one.low],
  )
  const widths = ends.filter((width) => Number.isFinite(width) && width > 0)
  // Two digits of the narrowest interval: more would be noise.
  const decimals = decimalsFor(Math.min(...widths, 1 / 0) * unit.factor, 2)
  const write = (value: number) => signed(value * unit.factor, decimals, language)
  const between = (one: { readonly low: number; readonly high: number } | undefined) =>
    one === undefined || !Number.isFinite(one.low)
      ? say.unknown
      : `${write(one.low)} … ${write(one.high)}`
  const name = nameOf(effect.measure, language, labels)
  const group = effect.group === 'all' ? '' : `, ${nameOf(effect.group, language, labels)}`
  const mean = percent ? (100 * effect.difference) / effect.baseline : effect.difference
  const share = (part: number) =>
    `${fixed(100 * part, 0, language)}${language === 'id' ? '%' : ' %'}`
  return {
    head: `${name}${group}: ${write(mean)} ${unit.name}`,
    rows: [
      [say.chance, between(chance), say.pairs(chance.runs)],
      [
        say.parameters,
        between(parameters),
        parameters === undefined
          ? ''
          : say.draws(parameters.points, parameters.seeds) +
            say.by(parameters.study, parameters.quick),
      ],
      [
        say.structure,
        between(structure),
        structure === undefined
          ? ''
          : say.variants(structure.points, structure.seeds) +
            say.by(structure.study, structure.quick),
      ],
    ],
    sentences: [
      ...(parameters === undefined
        ? []
        : [say.agree(parameters.falls, share(parameters.sameSign), 'draws')]),
      ...(structure === undefined
        ? []
        : [say.agree(structure.falls, share(structure.sameSign), 'variants')]),
      ...(hangsOn.length === 0
        ? []
        : [say.hangs(hangsOn.map((row) => `${row.factor} (${partOf(row)})`).join(', '))]),
    ],
  }

  function partOf({ what, estimate }: SensitivityRow): string {
    const value =
      what === 'total'
        ? share(estimate)
        : what === 'rank correlation'
          ? signed(estimate, 2, language)
          : `${fixed(Math.abs(estimate) * unit.factor, decimals, language)} ${unit.name}`
    return say.part[what](value)
  }
}
