import type { CommandModule } from 'yargs'
import { CALLED } from '../../node/index.ts'
import { heldLines, noParameterLines, parametersLike, parameterText } from '../../report/index.ts'
import { heldBy, valuesAt } from '../../scenario/index.ts'
import { SAY_IN, soundOptions, valued, withOptions } from '../options.ts'
import { print } from '../say.ts'
import { readWritten } from '../scenarios.ts'
import { badInput } from '../stop.ts'

export const params: CommandModule = {
  command: 'params [search..]',
  describe: 'List parameters with default, range, unit and source',
  builder: (yargs) =>
    withOptions(
      yargs
        .positional('search', {
          describe: 'Search words, English or Indonesian',
          type: 'string',
          array: true,
        })
        .option('in', valued('A scenario: its values too, and where they come from')),
      ['language', 'json'],
      { language: SAY_IN, json: 'Print a JSON array' },
    )
      .example('$0 params commission', 'everything about commissions')
      .example('$0 params "price sensitivity"', 'both words')
      .example('$0 params ongkir --lang id', 'parameter ongkos kirim')
      .example('$0 params commission --in scenarios/indonesia-2023.yaml', 'what a scenario holds')
      .example('$0 params --json', 'all parameters, for other programs'),
  handler({ search: words, in: file, ...given }) {
    const { json, language } = soundOptions(given)
    const search = [words ?? []].flat().join(' ')
    const found = parametersLike(search)
    const held = file === undefined ? [] : heldBy(readWritten([String(file)], [], language)[0])
    /** Of a parameter whose row was named its own number, and not that of every row. */
    const valuesOf = (parameter: string) => {
      const all = valuesAt(parameter, held)
      const own = all.filter(({ path }) => path === search || path.startsWith(`${search}.`))
      return own.length > 0 ? own : all
    }
    if (json && file !== undefined)
      return print(JSON.stringify(found.map((one) => ({ ...one, values: valuesOf(one.path) }))))
    if (json) return print(JSON.stringify(found))
    if (found.length === 0)
      throw badInput(noParameterLines(search, `${CALLED} params`, language).join('\n'))
    print(
      found.flatMap((one) => [
        ...parameterText(one, language),
        ...heldLines(valuesOf(one.path), language).map((line) => `      ${line}`),
      ]),
    )
  },
}
