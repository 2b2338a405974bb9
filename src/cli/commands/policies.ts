import type { CommandModule } from 'yargs'
import { CALLED } from '../../node/index.ts'
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
      .positional('name', { describe: 'One policy, with its articles', type: 'string' })
      .option('lang', {
        describe: 'Language of the register: English or Indonesian',
        choices: ['en', 'id'],
        default: 'en',
      })
      .option('json', switched('Print one JSON object, in both languages'))
      .example('$0 policies', 'every policy, then every article')
      .example('$0 policies closure', 'its settings, and what stands behind them')
      .example('$0 policies --lang id', 'pasal dan asumsi dalam bahasa Indonesia'),
  handler({ name, lang, json }) {
    const index = policyIndex()
    const known = index.map((policy) => policy.name)
    if (name !== undefined && !known.includes(String(name)))
      throw badInput(`${near('policy', '', String(name), known)}\nsee all: ${CALLED} policies`)
    const listed = index.filter((policy) => name === undefined || policy.name === name)
    const register = registerOf(name === undefined ? undefined : String(name))
    if (json) return print(JSON.stringify({ policies: listed, register }))
    const language = lang as Language
    print([
      ...listed.flatMap((policy) => policyText(policy, language)),
      ...registerText(register, language),
    ])
  },
}
