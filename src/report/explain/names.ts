/** What the market knows by rows, by the names that people read. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { What } from '../../market/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import { formatDate } from '../format.ts'
import type { Language } from '../input.ts'
import { labelsOf } from '../labels.ts'
import { capital, labelsIn } from '../name-words.ts'
import { explainWords } from './words.ts'

export type NameOf = (what: What) => string

/** Names rows of a scenario in a language. */
export function namesFor(scenario: Scenario, language: Language): NameOf {
  const { tables } = scenario.input
  const say = explainWords[language]
  const labels = labelsIn(language, labelsOf([scenario]))
  const called = (table: string, row: number) => {
    const { name } = tables[table][row]
    return labels[name] ?? say.names[name] ?? capital(name.replaceAll('-', ' '))
  }
  const nest = (row: number) => {
    const { name } = tables.nests[row]
    return say.names[name] ?? called('nests', row)
  }
  const dateOn = (day: number) =>
    formatDate(dateOfDay(dayOfDate(scenario.input.start) + day), language)
  /** A seller that a textbook market lists has a name. */
  const listed = (row: number): string | undefined => tables.sellers[row]?.label
  return (what) => {
    switch (what.is) {
      case 'venue':
        return called('venues', what.row)
      case 'checkout':
        return what.front === what.row
          ? called('venues', what.row)
          : say.through(called('venues', what.row), called('venues', what.front))
      case 'shut':
        return say.shut(called('venues', what.row), what.since > 0 ? dateOn(what.since) : undefined)
      case 'nest':
        return nest(what.row)
      case 'category':
        return called('categories', what.row).toLowerCase()
      case 'region':
        return called('regions', what.row)
      case 'route':
        return called('routes', what.row)
      case 'kind':
        return called('kinds', what.row).toLowerCase()
      case 'state':
        return say.states[what.row]
      case 'fifth':
        return say.fifths[what.row]
      case 'listing':
        return listed(what.seller) ?? say.seller(String(what.seller))
      case 'seller':
        return listed(what.row) ?? say.agents.seller(String(what.row))
      case 'creator':
      case 'buyer':
        return say.agents[what.is](String(what.row))
      default:
        return say.names[what.is]
    }
  }
}
