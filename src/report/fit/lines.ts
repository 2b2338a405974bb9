/** What a fit found, as a terminal prints it. */
import type { FitFound } from '../../study/index.ts'
import { aligned, fitted, wrapped } from '../text/columns.ts'
import { againstRows, hitRows, parameterRows, type Rows, targetRows } from './rows.ts'
import { fitSentences } from './sentences.ts'
import { fitWords } from './words.ts'

const say = fitWords.en

export function fitLines(found: FitFound): string[] {
  const { title, question } = found.fit.experiment
  return [
    title,
    ...(question === '' ? [] : [question]),
    '',
    ...fitSentences(found, 'en').flatMap((sentence) => wrapped(sentence)),
    ...tableOf(say.heads.waves, hitRows(found, 'en')),
    ...(found.draws.length === 0
      ? []
      : [
          ...tableOf(say.heads.parameters, parameterRows(found, 'en'), [0, 2, 3, 4, 5, 6, 7]),
          ...tableOf(say.heads.targets, targetRows(found, 'en'), [0, 1, 3, 4, 5]),
        ]),
    ...(found.against.length === 0 ? [] : tableOf(say.heads.against, againstRows(found, 'en'))),
  ]
}

/** Some columns of a table under its head; names are cut. */
function tableOf(head: string, { head: names, rows }: Rows, columns = names.map((_, at) => at)) {
  const cells = (row: readonly string[]) => columns.map((at) => fitted(row[at], WIDEST))
  return rows.length === 0 ? [] : ['', head, ...aligned([cells(names), ...rows.map(cells)])]
}

const WIDEST = 58
