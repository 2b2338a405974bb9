/** What studies that are kept say of the questions of the gallery: over parameters, over variants of the model, and by assumption. */
import { readFileSync } from 'node:fs'
import { quantileSorted } from 'simple-statistics'
import { formatValue, type Language, plainName } from '../../src/report/index.ts'
import { parameterAt } from '../../src/scenario/index.ts'
import { readCsv } from '../../src/study/index.ts'
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

/** What a study says of the certainty of an outcome, in the words of its part of the page. */
function certainty(
  study: string,
  part: 'parameters' | 'structure',
  told: (of: string, means: readonly number[], shown: Shown, language: Language) => string,
): Kept {
  const outcomes = outcomesOf(study)
  return {
    change: () => [],
    sure(scenarios, language) {
      const { [part]: say, measures, windowOf } = galleryWords[language]
      const own = wanted(outcomes, scenarios)
      if (own.length === 0) return [`- **${say.title}** ${say.none}`]
      const lines = own.map(({ policy, measure, window, unit, points }) => {
        const means = points.map(({ mean }) => mean).sort((one, other) => one - other)
        const of = `${measures[measure]}, ${policy}, ${windowOf(window)}`
        return `  - ${told(of, means, (value) => changeIn(value, unit, language), language)}`
      })
      const over = say.over(own[0].points.length, link(study, language))
      return [`- **${say.title}** ${over}`, ...lines]
    },
  }
}

type Shown = (value: number) => string

const overDraws = (study: string): Kept =>
  certainty(study, 'parameters', (of, means, shown, language) => {
    const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantileSorted([...means], share))
    const alike = means.filter((mean) => Math.sign(mean) === Math.sign(middle)).length
    const numbers = [shown(middle), shown(low), shown(high)] as const
    const share = Math.round((100 * alike) / means.length)
    return galleryWords[language].parameters.text(of, numbers, share)
  })

const overVariants = (study: string): Kept =>
  certainty(study, 'structure', (of, means, shown, language) =>
    galleryWords[language].structure.text(of, [shown(means[0]), shown(means[means.length - 1])]),
  )

function byAssumption(study: string, outcomes: readonly Outcome[]): Kept {
  const text = readFileSync(`${FOLDER}/${study}/sensitivity.csv`, 'utf8')
  const { columns, rows: cells } = readCsv(text)
  const at = (name: string) => columns.indexOf(name)
  const rows = cells
    .filter((row) => row[at('what')] === 'mu*')
    .map((row) => ({
      outcome: row[at('outcome')],
      factor: row[at('factor')],
      estimate: row[at('estimate')],
    }))
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
            const label = plainName(parameterAt(factor)?.label ?? factor, language)
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
