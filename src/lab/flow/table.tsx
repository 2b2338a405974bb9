/** What the picture shows, as a table: orders by source and checkout, in both worlds. */
import { useMemo } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import { countsOver, dateOn, type FlowData, WITH, WITHOUT } from './model.ts'
import type { FlowWords } from './words.ts'

interface TableProps {
  readonly language: Language
  readonly words: FlowWords
  readonly data: FlowData
  readonly from: number
  readonly to: number
}

export function FlowTable({ language, words, data, from, to }: TableProps) {
  const counts = useMemo(() => countsOver(data, from, to), [data, from, to])
  const sum = (world: typeof WITHOUT | typeof WITH) =>
    counts.reduce((all, { orders }) => all + orders[world], 0)
  return (
    <details class="flow-table">
      <summary>{words.table}</summary>
      <div class="wide">
        <table>
          <caption>
            {dateOn(data, from, language)} – {dateOn(data, to - 1, language)}
          </caption>
          <thead>
            <tr>
              {[...words.tableHead, ...words.worlds].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map(({ source, venue, orders }) => (
              <tr key={`${source} ${venue}`}>
                <th scope="row">{source === 'none' ? '' : words.sources[source]}</th>
                <td>{data.venues[venue]}</td>
                <td class="number">{orders[WITHOUT]}</td>
                <td class="number">{orders[WITH]}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.total}</th>
              <td />
              <td class="number">{sum(WITHOUT)}</td>
              <td class="number">{sum(WITH)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  )
}
