/** What runs say of facts, as a terminal prints it. */
import type { Registration } from '../../study/index.ts'
import { fixed, formatDate, NOTHING } from '../format.ts'
import type { Language } from '../input.ts'
import { aligned, fitted, wrapped } from '../text/columns.ts'
import { factsWords } from './words.ts'
import {
  byUse,
  countLine,
  type FactRow,
  type FactsShown,
  factRows,
  MARK,
  modelHead,
  quantilesLine,
  registeredLines,
  whyLine,
} from './written.ts'

const NAME = 62

/** @param path of the folder that was written, if one was */
export function factsLines(shown: FactsShown, language: Language, path?: string): string[] {
  const say = factsWords[language]
  const { facts, seed, runs } = shown.found
  const { title, question } = language === 'id' ? facts.indonesian : facts
  const rows = factRows(shown, language)
  const groups = byUse(rows)
  const marked = rows.some(({ found }) => found.tellsNothing)
  const whys = rows.flatMap((row) => whyLine(row, language) ?? [])
  return [
    title,
    ...(question === '' ? [] : [question]),
    say.made(runs, seed),
    '',
    ...tableLines(groups, runs, language),
    '',
    ...groups.map(({ use, rows: of }) => countLine(use, of, language)),
    ...(marked ? [`${MARK} ${say.tellsNothing}`] : []),
    ...whys.flatMap((why) => wrapped(`${say.verdicts['not testable']}: ${why}`)),
    '',
    ...registeredLines(shown, language).flatMap((line) => wrapped(line)),
    '',
    ...wrapped(quantilesLine(runs, language)),
    ...wrapped(say.nulls),
    ...(path === undefined ? [] : ['', say.written(path)]),
  ]
}

/** A table a group; columns of nulls only where one has something to say. */
function tableLines(groups: ReturnType<typeof byUse>, runs: number, language: Language): string[] {
  const say = factsWords[language]
  const model = modelHead(runs, language)
  const { band, none, proportional, verdict } = say.head
  return groups.flatMap(({ use, rows }, nth) => {
    const nulls = rows.some((row) => row.none !== NOTHING || row.proportional !== NOTHING)
    const cells = (row: FactRow) => [
      `  ${row.name}`,
      ...[row.band, row.model, ...(nulls ? [row.none, row.proportional] : []), row.verdict],
    ]
    const head = [say.uses[use], band, model, ...(nulls ? [none, proportional] : []), verdict]
    return [...(nth > 0 ? [''] : []), ...aligned([head, ...rows.map(cells)])]
  })
}

/** What was registered, and where it is kept. */
export function registrationLines(
  { title, date, facts, statistics, runs, seed }: Registration,
  path: string,
  language: Language,
): string[] {
  const say = factsWords[language]
  const known = facts.filter((fact) => fact.known).map(({ what }) => what)
  const number = (value: number | null) =>
    value === null ? NOTHING : fixed(value, Math.abs(value) < 100 ? 2 : 0, language)
  return [
    title,
    `${say.predictions(facts.length)}, ${formatDate(date.slice(0, 10), language)}; ${say.made(runs, seed)}`,
    '',
    ...aligned([
      [say.head.fact, modelHead(runs, language)],
      ...facts.map(({ what, unit, median, low, high }) => [
        `  ${fitted(`${what}${unit === '' ? '' : `, ${unit}`}`, NAME)}`,
        median === null ? NOTHING : `${number(median)} (${number(low)} ${say.to} ${number(high)})`,
      ]),
    ]),
    '',
    ...(known.length > 0 ? wrapped(say.knownAlready(known.join(', '))) : []),
    ...wrapped(say.publish(path, statistics)),
  ]
}
