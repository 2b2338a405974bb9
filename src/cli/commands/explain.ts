import type { CommandModule } from 'yargs'
import { isFolder, worldsOfStudy } from '../../node/index.ts'
import { explanationLines, explanationObject } from '../../report/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import { answerAgent, askedOf } from '../../study/index.ts'
import { type Given, type Options, optionsOf, withOptions } from '../options.ts'
import { watcherOf } from '../progress.ts'
import { print } from '../say.ts'
import { readStudy } from '../scenarios.ts'
import { badInput, isPlain } from '../stop.ts'

export const explain: CommandModule = {
  command: 'explain <baseline> [policy]',
  describe: 'Ask a buyer, seller, creator or platform why it did what it did on a day',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('baseline', {
          describe: 'A scenario, or the folder of a study',
          type: 'string',
        })
        .positional('policy', {
          describe: 'A second scenario: the same agent and day in both worlds',
          type: 'string',
        }),
      [
        ...(['agent', 'day', 'firstDifference', 'mostAffected', 'run', 'quick'] as const),
        ...(['seed', 'scale', 'set', 'language', 'json', 'quiet'] as const),
      ],
      {
        quick: 'A small market, as in a first look',
        scale: 'Multiply the numbers of buyers, sellers and creators [1]',
        quiet: 'No progress',
      },
    )
      .example(
        '$0 explain scenarios/tiktok-shop-ban.yaml --agent buyer:4127 --day 2023-10-05 --quick',
        'one buyer, on the day after the closure',
      )
      .example('$0 explain base.yaml ban.yaml --agent buyer:7 --day 2023-10-05', 'in both worlds')
      .example(
        '$0 explain base.yaml ban.yaml --agent seller:12 --first-difference',
        'when it first does something else, and why',
      )
      .example(
        '$0 explain base.yaml ban.yaml --most-affected trader',
        'the one who wins or loses most',
      ),
  handler(given) {
    const { options, scenarios } = readAsking(given)
    const { language, json } = options
    const { told, affected } = answerAgent(scenarios, options, watcherOf(options))
    print(
      json
        ? JSON.stringify(explanationObject(told, language, affected))
        : explanationLines(told, language, affected),
    )
  },
}

/**
 * Whom a command line asks, about which day, and the worlds: from scenario files or from what a study left.
 * @throws Stop with everything that is wrong, at once
 */
function readAsking(given: Given): { options: Options; scenarios: readonly Scenario[] } {
  const { options, faults } = optionsOf(given)
  const [baseline, policy] = [String(given.baseline), given.policy as string | undefined]
  // Faults of the other options are found already.
  const { quick, scale, set } = given
  const found = tried(faults, () =>
    isFolder(baseline)
      ? worldsOfStudy(baseline, policy, options)
      : readStudy({ quick, scale, set }, [baseline, ...(policy ? [policy] : [])]),
  )
  // A kind that there is none of is a fault of its own.
  const affected = given['most-affected'] !== undefined
  faults.push(...unasked(options, affected, found?.scenarios.length ?? 2))
  const { agent = ANYBODY, day } = options
  for (const scenario of found?.scenarios ?? [])
    tried(faults, () => askedOf(scenario, { agent, day: day ?? scenario.input.start }))
  if (found === undefined || faults.length > 0)
    throw badInput([...new Set(faults.flatMap((fault) => fault.split('\n')))].join('\n'))
  const seed = options.seed ?? ('seed' in found ? found.seed : undefined)
  return { options: { ...options, seed }, scenarios: found.scenarios }
}

/** There is one in every market. */
const ANYBODY = 'buyer:0'

/** What a question lacks, or has too much of. @param affected whether it is asked whom a policy affects most */
function unasked(
  { agent, day, firstDifference }: Options,
  affected: boolean,
  worlds: number,
): string[] {
  const compares = firstDifference || affected
  const lacking = [
    compares &&
      worlds < 2 &&
      `${firstDifference ? '--first-difference' : '--most-affected'} compares two worlds: name a policy too`,
    firstDifference &&
      day !== undefined &&
      '--day and --first-difference both say which day: give one of them',
    affected &&
      agent !== undefined &&
      '--agent and --most-affected both say whom to ask: give one of them',
    !affected && agent === undefined && '--agent is missing: whom to ask, e.g. --agent buyer:4127',
    !compares && day === undefined && '--day is missing: about which day, e.g. --day 2023-10-05',
  ]
  return lacking.filter((one) => one !== false)
}

/** What a function returns; where the input is at fault, that joins the other faults. */
function tried<T>(faults: string[], read: () => T): T | undefined {
  try {
    return read()
  } catch (problem) {
    if (!isPlain(problem)) throw problem
    faults.push((problem as Error).message)
    return undefined
  }
}
