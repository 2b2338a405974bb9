import type { CommandModule } from 'yargs'
import { CALLED, isProgram, readPolicy } from '../../node/index.ts'
import { type Language, policyText, registerText } from '../../report/index.ts'
import { policyIndex, registerOf } from '../../scenario/index.ts'
import { switched } from '../options.ts'
import { print } from '../say.ts'
import { badInput } from '../stop.ts'
import { near } from '../usage.ts'

export const policies: CommandModule = {
  command: 'policies [name]',
  describe: 'List policies, and the articles of the regulation that they implement',
  builder: (yargs) =>
    yargs
      .positional('name', {
        describe: 'One policy, with its articles, or the file of one: ./my-policy.ts',
        type: 'string',
      })
      .option('lang', {
        describe: 'Language of the register: English or Indonesian',
        choices: ['en', 'id'],
        default: 'en',
      })
      .option('json', switched('Print one JSON object, in both languages'))
      .example('$0 policies', 'every policy, then every article')
      .example('$0 policies closure', 'its settings, and what stands behind them')
      .example('$0 policies ./my-policy.ts', 'one in a file of your own, and what it brings along')
      .example('$0 policies --lang id', 'pasal dan asumsi dalam bahasa Indonesia'),
  handler({ name, lang, json }) {
    const language = lang as Language
    const path = name === undefined ? '' : String(name)
    const index = isProgram(path) ? policyIndex([readPolicy(path, language)]) : policyIndex()
    const known = index.map((policy) => policy.name)
    const one = isProgram(path) ? known[0] : name === undefined ? undefined : path
    if (one !== undefined && !known.includes(one))
      throw badInput(`${near('policy', '', one, known)}\nsee all: ${CALLED} policies`)
    const listed = index.filter((policy) => one === undefined || policy.name === one)
    const register = registerOf(one)
    if (json) return print(JSON.stringify({ policies: listed, register }))
    print([
      ...listed.flatMap((policy) => policyText(policy, language)),
      ...registerText(register, language),
    ])
  },
}
