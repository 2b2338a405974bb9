/** What studies that are kept say of the questions of the gallery: over parameters, over variants of the model, and by assumption. */
import { readFileSync } from 'node:fs'
import { quantileSorted } from 'simple-statistics'
import { formatValue, type Language, said } from '../../src/report/index.ts'
import { parameterAt } from '../../src/scenario/index.ts'
import { galleryWords, plain } from './words.ts'

/** One study, asked by the names of scenarios. */
export interface Kept {
  sure(scenarios: readonly string[], language: Language): string[]
  change(scenarios: readonly string[], language: Language): string[]
}

interface Outcome {
  readonly name: string
  readonly policy: string
  readonly measure: string
  readonly at: Readonly<Record<string, string>>
  readonly window: string
  readonly unit: string
  readonly points: readonly { readonly mean: number }[]
}

const FOLDER = 'scenarios/studies/results'

/** Measures that a page tells of each study, for all groups together. */
const TOLD = ['umkm jobs', 'sales']

/** The assumptions that are named of one outcome. */
const MOST = 3

export const keptStudies = (): Kept[] => [
  overDraws('posterior-2023'),
  overVariants('closure-structure'),
  byAssumption('policies-screening', outcomesOf('policies-sensitivity')),
]

function outcomesOf(study: string): Outcome[] {
  const { outcomes } = JSON.parse(readFileSync(`${FOLDER}/${study}/results.json`, 'utf8'))
  return outcomes
}

/** Each policy in its own window: those over the same days are there to be put in order. */
const wanted = (outcomes: readonly Outcome[], scenarios: readonly string[]) =>
  outcomes.filter(
    ({ policy, measure, at, name }) =>
      scenarios.includes(policy) &&
      TOLD.includes(measure) &&
      Object.keys(at).length === 0 &&
      name.includes(':'),
  )

const link = (study: string, language: Language) =>
  `[${study}](${language === 'en' ? '../..' : '../../..'}/${FOLDER}/${study}/README.md)`

function overDraws(study: string): Kept {
  const outcomes = outcomesOf(study)
  return {
    change: () => [],
    sure(scenarios, language) {
      const { parameters, measures } = galleryWords[language]
      const own = wanted(outcomes, scenarios)
      if (own.length === 0) return [`- **${parameters.title}** ${parameters.none}`]
      const lines = own.map(({ policy, measure, window, unit, points }) => {
        const means = points.map(({ mean }) => mean).sort((one, other) => one - other)
        const [low, middle, high] = [0.05, 0.5, 0.95].map((part) => quantileSorted(means, part))
        const alike = means.filter((mean) => Math.sign(mean) === Math.sign(middle)).length
        const shown = (value: number) => changeIn(value, unit, language)
        const share = Math.round((100 * alike) / means.length)
        const numbers = [shown(middle), shown(low), shown(high)] as const
        const of = `${measures[measure]}, ${policy}, ${galleryWords[language].windowOf(window)}`
        return `  - ${parameters.text(of, numbers, share)}`
      })
      const over = parameters.over(own[0].points.length, link(study, language))
      return [`- **${parameters.title}** ${over}`, ...lines]
    },
  }
}

function overVariants(study: string): Kept {
  const outcomes = outcomesOf(study)
  return {
    change: () => [],
    sure(scenarios, language) {
      const { structure, measures } = galleryWords[language]
      const own = wanted(outcomes, scenarios)
      if (own.length === 0) return [`- **${structure.title}** ${structure.none}`]
      const lines = own.map(({ policy, measure, window, unit, points }) => {
        const means = points.map(({ mean }) => mean)
        const shown = (value: number) => changeIn(value, unit, language)
        const ends = [shown(Math.min(...means)), shown(Math.max(...means))] as const
        const of = `${measures[measure]}, ${policy}, ${galleryWords[language].windowOf(window)}`
        return `  - ${structure.text(of, ends)}`
      })
      const over = structure.over(own[0].points.length, link(study, language))
      return [`- **${structure.title}** ${over}`, ...lines]
    },
  }
}

interface Moved {
  readonly outcome: string
  readonly factor: string
  readonly what: string
  readonly estimate: string
}

function byAssumption(study: string, outcomes: readonly Outcome[]): Kept {
  const text = readFileSync(`${FOLDER}/${study}/sensitivity.csv`, 'utf8')
  // What has a comma in its name is of policies in their order, and not asked for here.
  const rows = text
    .split('\n')
    .filter((line) => !line.startsWith('"'))
    .map((line): Moved => {
      const [outcome, factor, what, estimate] = line.split(',')
      return { outcome, factor, what, estimate }
    })
    .filter(({ what }) => what === 'mu*')
  return {
    sure: () => [],
    change(scenarios, language) {
      const { screened, measures } = galleryWords[language]
      return wanted(outcomes, scenarios).flatMap(({ name, policy, measure, unit }) => {
        const moved = rows
          .filter(({ outcome }) => outcome === name)
          .sort((one, other) => Number(other.estimate) - Number(one.estimate))
          .slice(0, MOST)
          .map(({ factor, estimate }) => {
            const label = said(parameterAt(factor)?.label ?? factor, language)
            return `${label} (\`${factor}\`, ${sizeIn(Number(estimate), unit, language)})`
          })
        if (moved.length === 0) return []
        return [`- ${screened(measures[measure], policy, moved.join('; '), link(study, language))}`]
      })
    },
  }
}

/** Two digits are as many as such a number has; of percent it is one already. */
function sizeIn(value: number, unit: string, language: Language): string {
  const rounded = Number(value.toPrecision(2))
  if (unit !== '%' && unit !== 'percent') return formatValue(rounded, unit, language, 2)
  return `${plain(rounded, language)}${language === 'en' ? ' %' : '%'}`
}

const changeIn = (value: number, unit: string, language: Language): string =>
  `${value < 0 ? '−' : '+'}${sizeIn(Math.abs(value), unit, language)}`
