/** A study of one question, carried out: what it found is printed, and what became of it. */
import { makeStudy } from '../node/index.ts'
import {
  answerObject,
  endLines,
  keptLines,
  pageWords,
  printed,
  summaryObject,
} from '../report/index.ts'
import type { Design } from '../study/index.ts'
import type { Options } from './options.ts'
import { watched } from './progress.ts'
import { delivered, greyed, note } from './say.ts'
import { EXIT } from './stop.ts'

/** @returns the exit code */
export const carryOut = (design: Design, options: Options): Promise<number> =>
  watched(options, async (watcher, left) => {
    const asked = { ...options, command: process.argv.slice(2) }
    const { json, jsonSummary, language } = options
    const isObject = json || jsonSummary
    let heard = true
    // The answer does not wait for its charts. An object says where it is kept, too, and comes at the end.
    const { study, answer, kept, written } = await makeStudy(design, asked, watcher, {
      async answered(answer) {
        if (!isObject)
          heard = await delivered(greyed(printed(answer, language), pageWords[language].few))
      },
    })
    if (isObject) {
      const object = jsonSummary ? summaryObject(answer) : answerObject(answer, kept)
      heard = await delivered(JSON.stringify(object))
    } else {
      const where = keptLines(answer, kept, language)
      if (where.length > 0) heard = (await delivered(where)) && heard
    }
    // What came when all was written interrupted nothing.
    const cut = written ? undefined : left()
    note(endLines(study, cut !== undefined, language))
    const { broken, results } = study
    // An answer that stands in no file and was not heard is lost.
    const told = heard || kept !== undefined
    const sound =
      told && broken.length === 0 && results.every(({ proof }) => proof?.equal !== false)
    return cut ?? (sound ? EXIT.done : EXIT.fault)
  })
