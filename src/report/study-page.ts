/** The report of a study: its charts and its page, in both languages. */
import { REGISTER } from '../market/index.ts'
import { areListed, shellLine } from '../scenario/index.ts'
import { type Answer, CALL, coverageOf, PROGRAM, runsOf, type Target } from '../study/index.ts'
import { drawn } from './drawn.ts'
import type { Language } from './input.ts'
import { labelsOf } from './labels.ts'
import { reportPage } from './page.ts'
import type { DrawnChart } from './page-input.ts'
import { chartsTold, levelsIn, policiesTold, told } from './told.ts'

/** What the report takes beside the answer. */
export interface Made {
  readonly language: Language
  readonly fingerprint: string
  readonly command: readonly string[]
  /** Written 2026-11-29. */
  readonly date: string
  /** The platform that the study ran on: `v20.20.2` of Node. */
  readonly platform: string
  /** Vega in one file for browsers, which the page carries with it. */
  readonly runtime: string
  /** What was seen of the country, for the figures of the nation. */
  readonly targets?: readonly Target[]
}

export interface StudyReport {
  /** In the language asked for. */
  readonly charts: readonly DrawnChart[]
  /** One page in both languages; none where no run of a policy came to an end. */
  readonly page: string | undefined
}

/** Draws the charts in the language asked for and makes the page in both. */
export async function reportOf(answer: Answer, made: Made): Promise<StudyReport> {
  const policies = policiesTold(answer)
  const inLanguage = async (language: Language) => {
    const own = chartsTold(answer, policies, made.fingerprint, language)
    return Promise.all(own.map((chart) => drawn(chart, language === made.language)))
  }
  const { scenarios, question, results } = answer
  const shown = await inLanguage(made.language)
  if (policies.length === 0 && question.policies.length > 0)
    return { charts: shown, page: undefined }
  const other = await inLanguage(made.language === 'en' ? 'id' : 'en')
  const [baseline] = scenarios
  const last = scenarios[scenarios.length - 1]
  const page = reportPage({
    language: made.language,
    title: told(last, 'title'),
    question: told(last, 'question'),
    baseline: told(baseline, 'title'),
    levels: levelsIn(answer),
    policies,
    combinations: answer.combined.flatMap(({ combinations }) => combinations),
    charts: made.language === 'en' ? { en: shown, id: other } : { en: other, id: shown },
    labels: labelsOf(scenarios),
    country: !areListed(baseline.input),
    coverage: coverageOf(runsOf(results, baseline.name), made.targets ?? []),
    register: REGISTER,
    repeat: {
      program: PROGRAM,
      node: made.platform,
      date: made.date,
      command: `${CALL} ${shellLine(made.command)}`,
      seed: question.seed,
      runs: question.runs,
      fingerprint: made.fingerprint,
      states: results.map(({ scenario, run, seed, stateHash }) => ({
        scenario,
        run,
        seed,
        stateHash,
      })),
    },
    runtime: made.runtime,
  })
  return { charts: shown, page }
}
