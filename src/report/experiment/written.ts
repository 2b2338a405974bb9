/** Values and outcomes of an experiment as people read them, alike in terminal, charts and page. */
import { policyIndex } from '../../scenario/index.ts'
import {
  asText,
  type ExperimentFound,
  type OutcomeFound,
  type PointFound,
  type Varied,
} from '../../study/index.ts'
import { valueId } from '../difference-words.ts'
import { decimalsFor, fixed, formatDate, NOTHING, signed } from '../format.ts'
import type { Language } from '../input.ts'
import { labelsOf } from '../labels.ts'
import { labelsIn, windowName } from '../name-words.ts'
import { said } from '../text/parameter-words.ts'
import { displayUnit } from '../units.ts'
import { nameOf } from '../words.ts'

/** Writes the values of one outcome in one unit, with as many decimals as the largest of them needs. */
export interface Writer {
  readonly unit: string
  /** By what a value is multiplied to be in the unit. */
  readonly factor: number
  readonly decimals: number
  number(value: number): string
  /** The same of what has no sign: sizes and spreads. */
  size(value: number): string
}

export function writerOf({ points, unit, outcome }: OutcomeFound, language: Language): Writer {
  const largest = Math.max(
    0,
    ...points.map(({ mean }) => Math.abs(mean)).filter((size) => Number.isFinite(size)),
  )
  const shown = unit === '%' ? { name: '%', factor: 1 } : displayUnit(unit, largest, language)
  const decimals = decimalsFor(largest * shown.factor, 3)
  const size = (value: number) => fixed(value * shown.factor, decimals, language)
  return {
    unit: shown.name,
    factor: shown.factor,
    decimals,
    size,
    number: (value) =>
      outcome.of === 'level' ? size(value) : signed(value * shown.factor, decimals, language),
  }
}

/** A value of a factor with four digits, a date as one, a word as it is. */
export function valueText(
  value: PointFound['values'][number],
  { form }: Pick<Varied, 'form'>,
  language: Language,
): string {
  if (form === 'date') return formatDate(asText(value, form), language)
  if (typeof value !== 'number') return language === 'id' ? valueId(String(value)) : String(value)
  if (!Number.isFinite(value)) return NOTHING
  // No noughts at the end: 0.5, not 0.5000.
  const decimals = Math.min(6, decimalsFor(value, 4))
  const needed = Array.from({ length: decimals }, (_, fewer) => fewer).find(
    (fewer) => Number(value.toFixed(fewer)) === Number(value.toFixed(decimals)),
  )
  return fixed(value, needed ?? decimals, language)
}

/**
 * What was found, with parameters called as the language calls them; one that has no Indonesian name keeps that under which it
 * stands in the reference.
 */
export function toldIn(found: ExperimentFound, language: Language): ExperimentFound {
  if (language === 'en') return found
  const labels = Object.assign({}, ...policyIndex().map(({ indonesian }) => indonesian.labels))
  const varied = found.experiment.varied.map((one) => ({
    ...one,
    // Of policies that stand twice the number leads the name.
    label: labels[one.path.replace(/^policies\.\d+\./, 'policies.')] ?? said(one.label, language),
    unit: said(one.unit, language),
  }))
  return { ...found, experiment: { ...found.experiment, varied }, outcomes: named(found, language) }
}

/**
 * Outcomes called by what they measure: their names in a file of a study are of one language. Where a study compares several
 * policies each says which, and what is measured twice says its window and whether it is a difference.
 */
function named({ outcomes, experiment }: ExperimentFound, language: Language): OutcomeFound[] {
  const { scenarios } = experiment
  const labels = labelsIn(language, labelsOf(scenarios))
  const titleOf = (name: string | undefined) => {
    const scenario = scenarios.find((one) => one.name === name)
    return language === 'id' ? scenario?.indonesian.title : scenario?.title
  }
  const isOfMany = new Set(outcomes.map(({ outcome }) => outcome.policy)).size > 1
  const short = ({ outcome }: OutcomeFound): string =>
    [isOfMany ? titleOf(outcome.policy) : undefined, measureText(outcome, language, labels)]
      .filter((part) => part !== undefined)
      .join(': ')
  const long = ({ outcome, ...one }: OutcomeFound): string =>
    [
      short({ outcome, ...one }),
      ...(outcome.window === undefined ? [] : [windowName(outcome.window, language)]),
      kindText(outcome, language),
    ].join(', ')
  const isAlone = (one: OutcomeFound, name: (one: OutcomeFound) => string) =>
    outcomes.filter((other) => name(other) === name(one)).length === 1
  return outcomes.map((one) => {
    const name = [short, long].find((way) => isAlone(one, way))
    return name === undefined ? one : { ...one, outcome: { ...one.outcome, name: name(one) } }
  })
}

const LABELS: Readonly<Record<string, string>> = {}

/** What is measured: `UMKM jobs`, `Sales, Shopee`. */
export const measureText = (
  { measure, at }: OutcomeFound['outcome'],
  language: Language,
  labels = LABELS,
): string =>
  [measure, ...Object.values(at)].map((word) => nameOf(word, language, labels)).join(', ')

const KINDS = {
  en: {
    difference: 'difference from the baseline',
    percent: 'change from the baseline',
    level: 'level',
  },
  id: {
    difference: 'selisih dari skenario dasar',
    percent: 'perubahan dari skenario dasar',
    level: 'besaran',
  },
} as const

export const kindText = ({ of }: OutcomeFound['outcome'], language: Language): string =>
  KINDS[language][of]
