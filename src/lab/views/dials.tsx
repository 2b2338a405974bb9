/** What can be moved: a slider, switch or list for each declaration, with a card that says what it is. */
import { useSignal } from '@preact/signals'
import { DAYS_A_MONTH, DAYS_A_WEEK, dateOfDay, dayOfDate } from '../../engine/index.ts'
import { formatDate, said } from '../../report/index.ts'
import type { Dial } from '../desk/messages.ts'
import { dials, isChanged, isMoving, move, moved, pair, read, undo } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { clashOf } from './clashes.tsx'
import { dialWords } from './dials-words.ts'
import { inUnit, short } from './in-unit.ts'

export function Dials() {
  const say = dialWords[language.value]
  const all = dials.value
  const group = (of: Dial['of']) => all.filter((dial) => dial.of === of)
  return (
    <aside class="dials" aria-labelledby="dials">
      <h2 id="dials">{say.dials}</h2>
      <p class="note">{say.dialsIntro}</p>
      {all.length === 0 ? <p class="note">{read.value === undefined ? say.reading : ''}</p> : null}
      <Group head={say.ofPolicy} dials={group('policy')} />
      <Group head={say.ofBoth} note={say.ofBothNote} dials={group('both')} />
      {isChanged.value ? (
        <button type="button" onClick={() => undo()}>
          {say.resetAll}
        </button>
      ) : null}
    </aside>
  )
}

/** Dials that stand open; the others are a click away. */
const OPEN = 6

interface GroupProps {
  readonly head: string
  readonly note?: string
  readonly dials: readonly Dial[]
}

function Group({ head, note, dials: own }: GroupProps) {
  const say = dialWords[language.value]
  if (own.length === 0) return null
  const further = own.slice(OPEN)
  const list = (some: readonly Dial[]) => some.map((dial) => <One key={dial.name} dial={dial} />)
  if (own[0].of === 'both')
    return (
      <details class="assumptions">
        <summary>{head}</summary>
        {note ? <p class="note">{note}</p> : null}
        {list(own)}
      </details>
    )
  return (
    <fieldset>
      <legend>{head}</legend>
      {list(own.slice(0, OPEN))}
      {further.length > 0 ? (
        <details>
          <summary>{say.further(further.length)}</summary>
          {list(further)}
        </details>
      ) : null}
    </fieldset>
  )
}

/** A value as people read it. */
export function valueText(dial: Dial, value: number): string {
  const one = language.value
  const say = dialWords[one]
  if (dial.kind === 'flag') return value === 1 ? say.yes : say.no
  if (dial.kind === 'choice') return dial.options[value]?.label[one] ?? ''
  if (dial.kind === 'date')
    return formatDate(dateOfDay(dayOfDate(pair.value.policy.input.start) + value), one)
  const { unit } = dial
  if (unit.startsWith('share') && dial.range[1] <= 2) {
    const of = unit.replace(/^share ?/, '')
    const text = `${short(100 * value, one)}${one === 'id' ? '%' : ' %'}`
    return of === '' ? text : `${text} (${said(unit, one)})`
  }
  return inUnit(value, unit, one)
}

function One({ dial }: { readonly dial: Dial }) {
  const one = language.value
  const say = dialWords[one]
  const value = moved.value.get(dial.name) ?? dial.value
  const isMoved = moved.value.has(dial.name)
  const id = `dial-${dial.name.replaceAll(/[^\w-]/g, '-')}`
  const clash = clashOf(dial)
  return (
    <div class={isMoved ? 'dial moved' : 'dial'}>
      <div class="dial-head">
        <label for={id}>{dial.label[one]}</label>
        {dial.kind === 'number' || dial.kind === 'date' ? (
          <output for={id}>
            {dial.mixed && !isMoved ? `≈ ${valueText(dial, value)}` : valueText(dial, value)}
          </output>
        ) : null}
      </div>
      <Control id={id} dial={dial} value={value} />
      {clash === undefined ? null : (
        <p id={`${id}-fault`} class="dial-fault" role={clash.isFirst ? 'alert' : undefined}>
          {clash.text}
        </p>
      )}
      <div class="dial-foot">
        <Card dial={dial} />
        {isMoved ? (
          <button type="button" class="plain" onClick={() => undo(dial)}>
            {say.reset}
            <span class="hidden">: {dial.label[one]}</span>
          </button>
        ) : null}
      </div>
    </div>
  )
}

interface ControlProps {
  readonly id: string
  readonly dial: Dial
  readonly value: number
}

function Control({ id, dial, value }: ControlProps) {
  const one = language.value
  if (dial.kind === 'flag')
    return (
      <input
        id={id}
        type="checkbox"
        checked={value === 1}
        onChange={({ currentTarget }) => move(dial, Number(currentTarget.checked), true)}
      />
    )
  if (dial.kind === 'choice')
    return (
      <select
        id={id}
        value={String(value)}
        onChange={({ currentTarget }) => move(dial, Number(currentTarget.value), true)}
      >
        {dial.options.map((option, at) => (
          <option key={option.value} value={String(at)}>
            {option.label[one]}
          </option>
        ))}
      </select>
    )
  return <Slider id={id} dial={dial} value={value} />
}

/** Days before and after its date to which a date can be moved. */
const REACH = 26 * DAYS_A_WEEK

/** The ends of a slider. */
function endsOf(dial: Dial): readonly [number, number] {
  if (dial.kind !== 'date') return dial.range
  const { days } = pair.value.policy.input
  return [
    Math.max(DAYS_A_MONTH, dial.value - REACH),
    Math.min(days - DAYS_A_MONTH, dial.value + REACH),
  ]
}

function Slider({ id, dial, value }: ControlProps) {
  const [low, high] = endsOf(dial)
  const moving = useSignal(false)
  return (
    <input
      id={id}
      type="range"
      min={low}
      max={high}
      step={dial.step}
      value={value}
      aria-valuetext={valueText(dial, value)}
      {...(clashOf(dial) ? { 'aria-invalid': true, 'aria-describedby': `${id}-fault` } : {})}
      data-moving={isMoving.value && moving.value}
      onInput={({ currentTarget }) => {
        moving.value = true
        move(dial, Number(currentTarget.value))
      }}
      onChange={({ currentTarget }) => {
        moving.value = false
        move(dial, Number(currentTarget.value), true)
      }}
    />
  )
}

/** The hour at which a date begins, behind a comma: `, 17:00 WIB`; nothing at midnight. */
const hourText = ({ hour }: Dial): string => (hour === '' ? '' : `, ${hour.slice(1, 6)} WIB`)

/** In what it is counted, or what it is one of. */
function unitText(dial: Dial): string {
  const one = language.value
  const { kind, unit } = dial
  if (kind !== 'number') return dialWords[one].kinds[kind]
  if (unit === 'kRp') return 'Rp'
  return unit.startsWith('share') && dial.range[1] <= 2 ? `% (${said(unit, one)})` : said(unit, one)
}

/** What it can be set to: every choice, or the ends of its slider. */
function possible(dial: Dial): string {
  const one = language.value
  const say = dialWords[one]
  if (dial.kind === 'flag') return `${say.yes}, ${say.no}`
  if (dial.kind === 'choice') return dial.options.map(({ label }) => label[one]).join(', ')
  return endsOf(dial)
    .map((end) => valueText(dial, end))
    .join(' – ')
}

/** What a declaration says of its number. */
function Card({ dial }: { readonly dial: Dial }) {
  const one = language.value
  const say = dialWords[one]
  const rows: (readonly [string, string])[] = [
    [say.inScenario, dial.mixed ? say.mixed : valueText(dial, dial.value) + hourText(dial)],
    [say.range, possible(dial)],
    [say.unit, unitText(dial)],
    [say.source, dial.source[one]],
    [say.sureness, dial.gradeWord[one]],
    ...(dial.article ? [[say.article, dial.article[one]] as const] : []),
  ]
  return (
    <details class="card">
      <summary>
        {say.what}
        <span class="hidden"> {dial.label[one]}</span>
      </summary>
      <dl>
        {rows.map(([head, text]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {dial.study ? <p class="note">{say.matters(dial.study)}</p> : null}
    </details>
  )
}
