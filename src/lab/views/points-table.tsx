/** The numbers of a small chart as a table, every fourth week of what is drawn; made when it is opened. */
import { useComputed, useSignal } from '@preact/signals'
import { dateOfDay, SECONDS_A_DAY } from '../../engine/index.ts'
import { formatDate, formatNumber } from '../../report/index.ts'
import { language } from '../state/language.ts'
import { labWords } from '../words.ts'
import type { Drawn } from './drawing.ts'

const EVERY = 4
interface Props {
  readonly drawn: () => Drawn
  readonly caption: string
}

export function PointsTable({ drawn, caption }: Props) {
  const isOpen = useSignal(false)
  const say = labWords[language.value]
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{say.table}</summary>
      {isOpen.value ? <Points drawn={drawn} caption={caption} /> : null}
    </details>
  )
}

function Points({ drawn, caption }: Props) {
  const rows = useComputed(() => {
    const { seconds, lines, band, span } = drawn()
    return seconds.flatMap((at, week) => {
      const values = [...lines, ...(band ?? [])].map((line) => line[week])
      if (week % EVERY > 0 || at < span[0] || at > span[1] || values[0] === null) return []
      const day = Math.floor(at / SECONDS_A_DAY) - EVERY + 1
      return [{ date: dateOfDay(day), values }]
    })
  })
  const say = labWords[language.value]
  const { lines, band } = drawn()
  const heads =
    lines.length === 2 ? [say.without, say.with] : band ? [say.mean, say.low, say.high] : [say.mean]
  const print = (value: number | null) =>
    value === null ? '–' : formatNumber(value, language.value, 3)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="wide" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.week}</th>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.value.map(({ date, values }) => (
            <tr key={date}>
              <th scope="row">{formatDate(date, language.value)}</th>
              {values.map((value, at) => (
                <td key={at}>{print(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
