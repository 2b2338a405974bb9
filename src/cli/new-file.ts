/** What a new scenario is to be: asked for at a terminal or given by options. */
import { createInterface } from 'node:readline/promises'
import { CALLED, loadScenario, type NewFile, NONE, refuseTaken } from '../node/index.ts'
import {
  formatFinding,
  policyIndex,
  printable,
  readScenario,
  whyNoDate,
} from '../scenario/index.ts'
import type { Given } from './options.ts'
import { badInput } from './stop.ts'
import { near } from './usage.ts'

const COUNTRY = 'scenarios/indonesia-2023.yaml'

interface Question {
  readonly option: 'extends' | 'policy' | 'from'
  readonly asks: () => string
  readonly fallback: string
  /** What is wrong with an answer; nothing where it will do. */
  readonly wrong: (answer: string) => string | undefined
}

const policies = () => [...policyIndex().map(({ name }) => name), NONE]

const QUESTIONS: readonly Question[] = [
  {
    option: 'extends',
    asks: () => 'Which scenario does it differ from?',
    fallback: COUNTRY,
    wrong: (answer) => {
      const read = readScenario(answer, loadScenario)
      return read.ok ? undefined : read.findings.map(formatFinding).join('\n\n')
    },
  },
  {
    option: 'policy',
    asks: () =>
      `Which policy?\n${policyIndex()
        .map(({ name, does }) => `  ${name}: ${does}\n`)
        .join('')}  ${NONE}: numbers alone`,
    fallback: 'closure',
    wrong: (answer) =>
      policies().includes(answer) ? undefined : near('policy', '', answer, policies()),
  },
  {
    option: 'from',
    asks: () => 'From which day?',
    fallback: '2023-10-04',
    wrong: (answer) => {
      const why = whyNoDate(answer)
      return why && `--from is ${printable(answer)}, ${why}`
    },
  },
]

/**
 * The answers of whoever sits at a terminal, where options do not give them.
 * @throws Stop where there is no terminal, with the options that are needed
 */
export async function askedFor(given: Given): Promise<NewFile> {
  const { file, title } = given as { file?: string; title?: string }
  if (file !== undefined) refuseTaken(file)
  const answers: Record<string, string> = {}
  const faults: string[] = []
  for (const { option, wrong } of QUESTIONS) {
    const answer = given[option]
    if (typeof answer !== 'string') continue
    answers[option] = answer
    faults.push(...[wrong(answer)].filter((one) => one !== undefined))
  }
  if (faults.length > 0) throw badInput(faults.join('\n\n'))
  const open = QUESTIONS.filter(({ option }) => answers[option] === undefined)
  if (open.length > 0) Object.assign(answers, await ask(open))
  return {
    file,
    title,
    base: answers.extends,
    policy: answers.policy,
    from: answers.from,
  }
}

async function ask(questions: readonly Question[]): Promise<Record<string, string>> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw badInput(
      `no terminal to ask at: give ${questions.map(({ option }) => `--${option}`).join(', ')}\nfor example: ${CALLED} new --extends ${COUNTRY} --policy duty --from 2023-11-06`,
    )
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const left = new AbortController()
  terminal.once('close', () => left.abort())
  const told = (text: string) =>
    terminal.question(text, { signal: left.signal }).catch(() => {
      throw badInput('\nno answer: nothing is written')
    })
  const answers: Record<string, string> = {}
  for (const { option, asks, fallback, wrong } of questions)
    for (;;) {
      const said = await told(`${asks()} [${fallback}] `)
      const answer = said.trim() || fallback
      const why = wrong(answer)
      if (why === undefined) {
        answers[option] = answer
        break
      }
      process.stderr.write(`${why}\n`)
    }
  terminal.close()
  return answers
}
