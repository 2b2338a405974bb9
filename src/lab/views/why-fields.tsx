/** Fields that say what may stand in them: the number of one of the market, and a day of the run. */
import { useEffect, useState } from 'preact/hooks'
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { AgentKind } from '../../market/index.ts'
import { formatDate } from '../../report/index.ts'
import { pair } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { inputShown } from '../state/theatre.ts'
import { whyWords } from './why-words.ts'

/** The last number of a kind in the market that is shown. */
function lastOf(kind: AgentKind): number {
  const { size } = inputShown(pair.value.policy.input)
  return { buyer: size.buyers, seller: size.sellers, creator: size.creators, platform: 0 }[kind] - 1
}

const whole = (value: number) => new Intl.NumberFormat(language.value).format(value)

interface NumberedProps {
  readonly kind: AgentKind
  /** Nothing while what stands in the field is none. */
  readonly row: number | undefined
  /** Nothing of what is no number of the market. */
  readonly onChoose: (row: number | undefined) => void
}

/** What somebody has typed stays as it is, also where it is no number. */
export function Numbered({ kind, row, onChoose }: NumberedProps) {
  const say = whyWords[language.value]
  const [text, setText] = useState(String(row ?? ''))
  useEffect(() => {
    if (row !== undefined) setText(String(row))
  }, [kind, row])
  const last = lastOf(kind)
  const isRow = /^\d+$/.test(text.trim()) && Number(text) <= last
  return (
    <label>
      <span>
        {say.whyNumber} <span class="why-range">{say.whyRange(whole(last))}</span>
      </span>
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        size={8}
        value={text}
        aria-invalid={!isRow}
        onInput={({ currentTarget: { value } }) => {
          setText(value)
          const isNow = /^\d+$/.test(value.trim()) && Number(value) <= last
          onChoose(isNow ? Number(value) : undefined)
        }}
      />
      {isRow ? null : (
        <span role="alert" class="why-fault">
          {say.whyNumberFault(whole(last))}
        </span>
      )}
    </label>
  )
}

interface DayProps {
  readonly date: string | undefined
  /** Nothing of what is no day of the run. */
  readonly onChoose: (date: string | undefined) => void
}

export function Day({ date, onChoose }: DayProps) {
  const one = language.value
  const say = whyWords[one]
  const { start, days } = pair.value.policy.input
  const end = dateOfDay(dayOfDate(start) + days - 1)
  const isFaulty = date === undefined
  return (
    <label>
      {say.whyDay}
      <input
        type="date"
        min={start}
        max={end}
        {...(isFaulty ? {} : { value: date })}
        aria-invalid={isFaulty}
        onInput={({ currentTarget: { value } }) => {
          const isDay = value >= start && value <= end
          onChoose(isDay ? value : undefined)
        }}
      />
      {isFaulty ? (
        <span role="alert" class="why-fault">
          {say.whyDayFault(formatDate(start, one), formatDate(end, one))}
        </span>
      ) : null}
    </label>
  )
}
