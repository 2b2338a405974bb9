/** Checks a scenario that was handed in as an object: it may have been changed by hand, or have come from JSON. */
import { checkInput, type InputFault } from './check-input.ts'
import { stated } from './finding.ts'
import { fingerprint } from './fingerprint.ts'
import { messageOf } from './messages.ts'
import { shown } from './options.ts'
import { type Scenario, withInput } from './scenario.ts'

/** Faults that are told of one scenario: whoever has more has another thing in hand. */
const MOST_TOLD = 20

export interface CheckedScenario {
  /** With the fingerprint of what it holds; to be used only where there is no fault. */
  readonly scenario: Scenario
  /** In sentences, each with its place: `scenario 1, input.size.buyers: …`. */
  readonly faults: readonly string[]
}

/** @param name what it is called in messages: `scenario 1` */
export function checkScenario(name: string, given: Scenario): CheckedScenario {
  if (typeof given?.input?.start !== 'string') {
    const fault = `${name} is ${shown(given)}, expected what readScenario returns: readScenario('FILE.yaml')`
    return { scenario: given, faults: [fault] }
  }
  const { input, faults, filled } = checkInput(given.input)
  const all = [
    ...strange(given).map(([at, says]) => `${name}, ${at}: ${says}`),
    ...faults.map((fault) => `${name}, ${placeOf(fault)}: ${wordsOf(fault)}`),
  ]
  if (all.length > 0) {
    const left = all.length - MOST_TOLD
    const more = left > 0 ? [`${name} has ${left} more`] : []
    return { scenario: given, faults: [...all.slice(0, MOST_TOLD), ...more] }
  }
  const whole = filled.length === 0 ? given.input : input
  const isSame = filled.length === 0 && fingerprint(whole) === given.fingerprint
  return { scenario: isSame ? given : withInput(given, whole), faults: [] }
}

/** What it says of itself, as far as studies read it. */
function strange(scenario: Scenario): (readonly [at: string, says: string])[] {
  const { name, title, question, indonesian, windows, textbook, seed, runs, numbers, files } =
    scenario
  const texts = Object.entries({ name, title, question, seed }).map(
    ([at, value]) => [at, value, isText(value), 'a text'] as const,
  )
  const translated = [indonesian?.title, indonesian?.question].every(isText)
  const lists = Object.entries({ numbers, files }).map(
    ([at, value]) => [at, value, Array.isArray(value), 'a list'] as const,
  )
  const dates: readonly unknown[] = Array.isArray(windows) ? windows : []
  const checks: readonly (readonly [string, unknown, boolean, string])[] = [
    ...texts,
    ['indonesian', indonesian, translated, 'an object with title and question'],
    ['textbook', textbook, typeof textbook === 'boolean', 'true or false'],
    ['runs', runs, Number.isInteger(runs) && runs >= 0, 'a whole number'],
    ['windows', windows, Array.isArray(windows), 'a list'],
    ...dates.map(
      (window, at) =>
        [`windows[${at}]`, window, isWindow(window), 'a name, and whole days'] as const,
    ),
    ...lists,
  ]
  return checks.flatMap(([at, value, fits, expected]) =>
    fits ? [] : [[at, `expected ${expected}, found ${shown(value)}`] as const],
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

function isWindow(value: unknown): boolean {
  const { name, from, to } = Object(value)
  return isText(name) && Number.isInteger(from) && Number.isInteger(to) && from < to
}

/** As one writes it in a program: `input.tables.venues[3].values.commission`. */
const placeOf = ({ path }: InputFault): string =>
  ['input', ...path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))].join('')

function wordsOf({ path, code, facts }: InputFault): string {
  if (code === 'untrusted-policy')
    return 'this policy was not read here: read the scenario that names it with readScenario'
  const place = { file: '', line: 1, column: 1, length: 1, excerpt: '' }
  const name = String(path[path.length - 1] ?? 'input')
  const said = messageOf({ ...place, code, name, path: path.join('.'), ...stated(facts) })
  const { suggestion } = facts
  return suggestion === undefined ? said : `${said}  did you mean ${suggestion}?`
}
