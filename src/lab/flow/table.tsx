/** What the picture shows, as a table: orders by source and checkout, in both worlds. */
import { useMemo } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import type { Asking } from './buyers.tsx'
import {
  type Count,
  countsOver,
  type Dot,
  dateOn,
  type FlowData,
  lastOf,
  WITH,
  WITHOUT,
  type WorldOf,
} from './model.ts'
import type { FlowWords } from './words.ts'

interface TableProps {
  readonly language: Language
  readonly words: FlowWords
  readonly data: FlowData
  readonly from: number
  readonly to: number
  readonly asking: Asking | undefined
}

export function FlowTable({ language, words, data, from, to, asking }: TableProps) {
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
            {counts.map((count) => (
              <Row
                key={`${count.source} ${count.venue}`}
                {...{ words, data, from, to, asking, count }}
              />
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

interface RowProps extends Omit<TableProps, 'language'> {
  readonly count: Count
}

function Row({ words, data, from, to, asking, count }: RowProps) {
  const { source, venue, orders } = count
  const askOf = (world: WorldOf) => () => {
    const fits = (dot: Dot) => dot.source === source && dot.venue === venue
    const last = lastOf(data, world, from, to, fits)
    if (last !== undefined) asking?.why(asking.buyers[last.buyer], last.day)
  }
  return (
    <tr>
      <th scope="row">{source === 'none' ? '' : words.sources[source]}</th>
      <td>{data.venues[venue]}</td>
      {([WITHOUT, WITH] as const).map((world) => (
        <td key={world} class="number">
          {asking === undefined || orders[world] === 0 ? (
            orders[world]
          ) : (
            <button type="button" class="plain" title={words.askOne} onClick={askOf(world)}>
              {orders[world]}
            </button>
          )}
        </td>
      ))}
    </tr>
  )
}
