import type { CommandModule } from 'yargs'
import { meantBy, parametersLike, parameterText } from '../../report/index.ts'
import { print } from '../say.ts'
import { badInput } from '../stop.ts'

export const params: CommandModule = {
  command: 'params [search]',
  describe: 'List parameters with default, range, unit and source',
  builder: (yargs) =>
    yargs
      .positional('search', {
        describe: 'Words that path, label or source hold',
        type: 'string',
      })
      .option('json', { describe: 'Print a JSON array', type: 'boolean' })
      .example('$0 params commission', 'everything about commissions')
      .example('$0 params "price sensitivity"', 'both words')
      .example('$0 params --json', 'all parameters, for other programs'),
  handler({ search, json }) {
    const found = parametersLike(search === undefined ? '' : String(search))
    if (json) return print(JSON.stringify(found))
    if (found.length === 0) {
      const meant = meantBy(String(search))
      const hint = meant === search ? '' : `  did you mean ${meant}?`
      throw badInput(`no parameter holds ${search}${hint}\nsee all: pasar params`)
    }
    print(found.flatMap(parameterText))
  },
}
