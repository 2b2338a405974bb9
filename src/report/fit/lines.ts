/** What a fit found, as a terminal prints it. */
import type { FitFound } from '../../study/index.ts'
import type { Language } from '../input.ts'
import { aligned, fitted, wrapped } from '../text/columns.ts'
import { headingLines } from '../text/heading.ts'
import { againstRows, hitRows, parameterRows, type Rows, targetRows } from './rows.ts'
import { fitSentences } from './sentences.ts'
import { fitWords } from './words.ts'

export function fitLines(found: FitFound, language: Language = 'en'): string[] {
  const say = fitWords[language]
  return [
    ...headingLines(found.fit.experiment, language),
    '',
    ...fitSentences(found, language).flatMap((sentence) => wrapped(sentence)),
    ...tableOf(say.heads.waves, hitRows(found, language)),
    ...(found.draws.length === 0
      ? []
      : [
          ...tableOf(say.heads.parameters, parameterRows(found, language), [0, 2, 3, 4, 5, 6, 7]),
          ...tableOf(say.heads.targets, targetRows(found, language), [0, 1, 3, 4, 5]),
        ]),
    ...(found.against.length === 0 ? [] : tableOf(say.heads.against, againstRows(found, language))),
  ]
}

/** Some columns of a table under its head; names are cut. */
function tableOf(head: string, { head: names, rows }: Rows, columns = names.map((_, at) => at)) {
  const cells = (row: readonly string[]) => columns.map((at) => fitted(row[at], WIDEST))
  return rows.length === 0 ? [] : ['', head, ...aligned([cells(names), ...rows.map(cells)])]
}

const WIDEST = 58
