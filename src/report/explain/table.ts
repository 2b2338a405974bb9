/** The options of a decision, a column each, and what they are made of. */
import { exp } from '../../engine/index.ts'
import type { Decision, Option } from '../../market/index.ts'
import { fixed, formatNumber } from '../format.ts'
import type { Language } from '../input.ts'
import { capital } from '../name-words.ts'
import { amountText } from '../units.ts'
import type { CardDecision, Frame } from './frame.ts'

const LUCK = 'luck'

/** Options that are shown, of all that there are. */
export const SHOWN = 4

/** Whole rupiah of an amount in kRp. */
export const rupiah = (kRp: number, language: Language): string =>
  amountText(fixed(kRp * 1000, 0, language), 'Rp', language)

/** A share with two digits at least. */
export function percent(share: number, language: Language): string {
  const text = formatNumber(share * 100, language, 2)
  return language === 'id' ? `${text}%` : `${text} %`
}

/**
 * Of what kind the numbers of a decision are: amounts of something, factors of a chance to do it, or factors of the weights by
 * which one of several is drawn.
 */
export const modeOf = ({ unit, worth }: Decision): 'amount' | 'chance' | 'weight' =>
  unit === 'log weight'
    ? 'weight'
    : unit.startsWith('log ') && worth === undefined
      ? 'chance'
      : 'amount'

/** The chance that a log of odds, of a hazard a week, or of a share stands for. */
function chanceOf(unit: string, total: number): number {
  if (unit === 'log odds') return 1 / (1 + exp(-total))
  return unit === 'log hazard' ? 1 - exp(-exp(total)) : Math.min(1, exp(total))
}

/** The draw of a decision by chance, which stands as luck beside the chance. */
export const drawOf = ({ unit, options }: Decision): number =>
  chanceOf(unit, options[options.length - 1].total)

const amountOf = ({ parts }: Option, part: string): number =>
  parts.reduce((sum, one) => (one.part === part ? sum + one.value : sum), 0)

/** Parts in the order of the option that has most of them; luck comes last. */
function partsOf(options: readonly Option[]): string[] {
  const longest = [...options].sort((one, other) => other.parts.length - one.parts.length)
  const parts = new Set(longest.flatMap((option) => option.parts.map(({ part }) => part)))
  return [...parts].sort((one, other) => Number(one === LUCK) - Number(other === LUCK))
}

/** What an option is called: a kind of place with the venue there that it is told of. */
export function optionName({ what, facts = [] }: Option, { say, name }: Frame): string {
  const best = facts.find(({ fact }) => fact === 'bestVenue')?.value
  const place = name(what)
  if (best === undefined || typeof best !== 'object' || !('is' in best)) return place
  const venue = name(best)
  return venue === place ? place : say.placeWith(place, venue)
}

type Table = Pick<CardDecision, 'rows' | 'options'>

export function tableOf(decision: Decision, frame: Frame): Table {
  switch (modeOf(decision)) {
    case 'amount':
      return amounts(decision, frame)
    case 'chance':
      return chances(decision, frame)
    case 'weight':
      return weights(decision, frame)
  }
}

/** The chosen option first, then the next best. */
function shownOf({ options, chosen }: Decision): Option[] {
  const rest = options.filter((_, at) => at !== chosen)
  rest.sort((one, other) => other.total - one.total)
  return [...options.slice(chosen, chosen + 1), ...rest].slice(0, SHOWN)
}

/** Smaller parts are the rounding of what is kept in 32 bits. */
const DUST = 1e-5

/** A part that is nought in all options says nothing. */
const telling = (options: readonly Option[]): string[] =>
  partsOf(options).filter((part) =>
    options.some((option) => Math.abs(amountOf(option, part)) > DUST),
  )

function amounts(decision: Decision, frame: Frame): Table {
  const { say, language } = frame
  const { kind, unit, worth, options, chosen } = decision
  const shown = shownOf(decision)
  const said = telling(shown)
  const money = worth !== undefined || unit.startsWith('kRp')
  const cell = (value: number) =>
    money ? fixed(value * (worth ?? 1) * 1000, 0, language) : fixed(value, 2, language)
  return {
    rows: [...said.map((part) => say.partsIn[kind]?.[part] ?? say.parts[part]), say.total],
    options: shown.map((option) => ({
      name: capital(optionName(option, frame)),
      chosen: option === options[chosen],
      cells: [
        ...said.map((part) =>
          option.parts.some((one) => one.part === part) ? cell(amountOf(option, part)) : '',
        ),
        cell(option.total),
      ],
    })),
  }
}

/** What is done or not has one column: the factors of its chance. */
function chances(decision: Decision, { say, name, language }: Frame): Table {
  const { kind, unit, options, chosen } = decision
  const [does] = options
  if (does.parts.length === 0) return { rows: [], options: [] }
  const said = telling([does])
  const factor = (log: number) => say.factor(formatNumber(exp(log), language, 3))
  // A chance begins with the usual one, of which the others are factors.
  const first = (log: number) =>
    unit === 'log odds' ? factor(log) : percent(chanceOf(unit, log), language)
  return {
    rows: [...said.map((part) => say.partsIn[kind]?.[part] ?? say.parts[part]), say.chance],
    options: [
      {
        name: capital(name(does.what)),
        chosen: chosen === 0,
        cells: [
          ...said.map((part, nth) => (nth === 0 ? first : factor)(amountOf(does, part))),
          percent(chanceOf(unit, does.total), language),
        ],
      },
    ],
  }
}

/** Factors of the weights by which one of several is drawn, and the chance of each. */
function weights(decision: Decision, { say, name, language }: Frame): Table {
  const { kind, options, chosen } = decision
  const shown = shownOf(decision)
  const said = telling(shown)
  const facts = [...new Set(shown.flatMap((one) => (one.facts ?? []).map(({ fact }) => fact)))]
  const all = options.reduce((sum, { total }) => sum + exp(total), 0)
  const factOf = ({ facts: known = [] }: Option, fact: string) => {
    const value = known.find((one) => one.fact === fact)?.value
    return typeof value === 'number' ? fixed(value * 1000, 0, language) : ''
  }
  return {
    rows: [
      ...facts.map((fact) => `${say.facts[fact]}, Rp`),
      ...said.map((part) => say.partsIn[kind]?.[part] ?? say.parts[part]),
      say.chance,
    ],
    options: shown.map((option) => ({
      name: capital(name(option.what)),
      chosen: option === options[chosen],
      cells: [
        ...facts.map((fact) => factOf(option, fact)),
        ...said.map((part) => say.factor(formatNumber(exp(amountOf(option, part)), language, 3))),
        percent(exp(option.total) / all, language),
      ],
    })),
  }
}
