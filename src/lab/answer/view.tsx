/** The answer in the words, charts and tables of the report. */
import { useComputed, useSignalEffect } from '@preact/signals'
import {
  chartsTold,
  labelsOf,
  type PolicyParts,
  pageWords,
  policiesTold,
  policyParts,
} from '../../report/index.ts'
import { isFaulty, isMoving, isSettled, pair, read } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { clashWords } from '../views/clash-words.ts'
import { labWords } from '../words.ts'
import { Chart } from './chart.tsx'
import { Downloads } from './downloads.tsx'
import { titledApart } from './seen-in.ts'
import { seriesTable } from './series-table.ts'
import { answer, type Found, fault, found, halt, leave, more, progress } from './study.ts'
import { answerWords } from './words.ts'

/** Milliseconds of rest after which further pairs are run. */
const REST = 1200

/** Runs further pairs when the reader rests, and drops them when the question changes. */
function useStudy(): void {
  useSignalEffect(() => {
    pair.value
    leave()
  })
  // While a hand moves, what follows it has the machine.
  useSignalEffect(() => {
    if (isMoving.value) halt()
  })
  useSignalEffect(() => {
    const now = read.value
    if (!isSettled.value || now?.ok !== true || found.peek() !== undefined) return
    const timer = setTimeout(() => void answer(now.baseline, now.policy), REST)
    return () => clearTimeout(timer)
  })
}

export function AnswerView() {
  useStudy()
  const say = labWords[language.value]
  const now = found.value
  return (
    <>
      {isFaulty.value ? (
        <p class="stale-note">{clashWords[language.value].answer}</p>
      ) : (
        <Progress />
      )}
      {fault.value ? <p role="alert">{say.broken(fault.value)}</p> : null}
      {now === undefined ? null : (
        <div class={isFaulty.value ? 'stale' : ''}>
          <Told now={now} />
        </div>
      )}
    </>
  )
}

function Progress() {
  const say = answerWords[language.value]
  const { done, asked } = progress.value
  const now = found.value
  if (asked === 0 && now === undefined) return <p class="note">{say.wait}</p>
  const isRunning = done < asked
  return (
    <p class="progress" data-pairs={now?.study.question.runs ?? 0}>
      {isRunning ? say.answering(done, asked) : say.answered(done)}{' '}
      <button type="button" onClick={() => (isRunning ? halt() : void more())}>
        {isRunning ? say.stop : say.more}
      </button>
    </p>
  )
}

/** HTML that the report has made, in which every text is escaped. What scrolls is within reach of the keyboard. */
function Html({ html }: { readonly html: string }) {
  if (html === '') return null
  const reachable = html.replaceAll('<div class="wide">', '<div class="wide" tabindex="0">')
  return <div class="made" dangerouslySetInnerHTML={{ __html: reachable }} />
}

function Told({ now }: { readonly now: Found }) {
  const made = useComputed(() => {
    const { answer: told, fingerprint } = found.value ?? now
    const one = language.value
    const policies = policiesTold(told)
    const labels = labelsOf(told.scenarios)
    return {
      parts: policies.map((policy) => policyParts(policy, one, labels)),
      charts: titledApart(chartsTold(told, policies, fingerprint, one), one),
    }
  })
  const say = labWords[language.value]
  const heads = pageWords[language.value].heads
  const { parts, charts } = made.value
  const [part] = parts
  if (part === undefined) return null
  return (
    <>
      {part.answer.map((sentence, at) => (
        <p key={sentence} class={at === 0 ? 'window' : 'sentence'}>
          {sentence}
        </p>
      ))}
      {isFaulty.value ? null : <Downloads now={now} />}
      <h3>{heads.sure}</h3>
      <div class="sure">
        <Html html={part.sure} />
      </div>
      <h3>{heads.charts}</h3>
      {charts.map((chart) => (
        <Chart key={`${chart.name} ${language.value}`} chart={chart}>
          <details>
            <summary>{say.table}</summary>
            <Html html={tableOf(chart.name, part, now)} />
          </details>
        </Chart>
      ))}
      <details class="tables">
        <summary>
          <h3>{heads.tables}</h3>
        </summary>
        <Html html={part.effects + part.winners + part.switching + part.after} />
      </details>
      <h3>{heads.changed}</h3>
      <Html html={part.changed} />
      <h3>{heads.proof}</h3>
      <Html html={part.proof} />
    </>
  )
}

/** The numbers of a chart: of what changes the tables of the report, of courses over time a table of months. */
function tableOf(name: string, part: PolicyParts, { study }: Found): string {
  if (name.startsWith('winners')) return part.winners
  if (name.startsWith('switching')) return part.switching
  return seriesTable(name, study, language.value) ?? part.effects
}
