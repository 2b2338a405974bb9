/** Six textbook markets to learn with: sliders, the answer on paper, agents that come to it, and a question. */
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import type { Load } from '../../scenario/index.ts'
import { useWidth } from '../use-width.ts'
import { Chart, colourOf, seriesName } from './chart.tsx'
import { useCourse } from './course.ts'
import {
  type Curve,
  type Dial,
  dialName,
  type Lesson,
  type LessonName,
  type Market,
  marketOf,
} from './lesson.ts'
import { LESSONS } from './lessons.ts'
import { Prose } from './prose.tsx'
import { Question } from './question.tsx'
import { lessonsWords } from './words.ts'
import { written } from './written.ts'
import './lessons.css'

interface LessonsProps {
  readonly language: Language
  /** Hands in the textbook scenarios. */
  readonly load: Load
  /** Of the textbook scenarios, with a slash at its end. */
  readonly folder: string
  readonly first?: LessonName
}

export function Lessons({ language, load, folder, first = 'price' }: LessonsProps) {
  const words = lessonsWords[language]
  const [name, setName] = useState<LessonName>(first)
  const lesson = LESSONS.find((one) => one.name === name)!
  return (
    <section class="lessons">
      <h2>{words.heading}</h2>
      <p>{words.lead}</p>
      <nav class="lessons-list" aria-label={words.heading}>
        <ol>
          {LESSONS.map((one, nth) => (
            <li key={one.name}>
              <button
                type="button"
                aria-current={one.name === name ? 'step' : undefined}
                onClick={() => setName(one.name)}
              >
                {nth + 1}. {words.lessons[one.name].title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <OneLesson key={name} {...{ language, lesson, load, folder }} />
    </section>
  )
}

interface OneProps {
  readonly language: Language
  readonly lesson: Lesson
  readonly load: Load
  readonly folder: string
}

interface KnownProps {
  readonly language: Language
  readonly lesson: Lesson
  readonly market: Market
}

function OneLesson({ language, lesson, load, folder }: OneProps) {
  const words = lessonsWords[language]
  const told = words.lessons[lesson.name]
  const [values, setValues] = useState<Readonly<Record<string, number>>>({})
  const [nth, setNth] = useState(1)
  const market = useMemo(
    () => marketOf(lesson, values, { folder, load }),
    [lesson, values, folder, load],
  )
  const curves = useMemo(() => lesson.curves(market), [lesson, market])
  const rows = useCourse(lesson, market, `lesson/${nth}`)
  const figure = useRef<HTMLElement>(null)
  const width = useWidth(figure)
  const steps = lesson.steps(market)
  const state = stateOf(language, lesson, curves, rows)
  return (
    <article class="lesson">
      <div class="lesson-text">
        <h3>{told.title}</h3>
        {told.intro.map((paragraph) => (
          <Prose key={paragraph} text={paragraph} />
        ))}
        <Known {...{ language, lesson, market }} />
      </div>
      <figure ref={figure}>
        <figcaption>{told.axis}</figcaption>
        {width === 0 ? null : (
          <Chart
            {...{ language, width, curves, rows, steps }}
            step={lesson.step}
            quantity={lesson.quantity}
            label={`${told.axis}. ${state.join(' ')}`}
          />
        )}
        <Key {...{ language, curves }} />
        <Ends {...{ language, lesson, curves, rows }} />
      </figure>
      <div class="lesson-dials">
        {lesson.dials.map((dial) => (
          <DialOf
            key={dialName(dial)}
            {...{ language, dial }}
            value={market.values[dialName(dial)]}
            onMove={(value) => setValues({ ...values, [dialName(dial)]: value })}
          />
        ))}
        <div class="lesson-buttons">
          <button type="button" onClick={() => setValues({})}>
            {words.reset}
          </button>
          <button type="button" onClick={() => setNth(nth + 1)}>
            {words.again}
          </button>
        </div>
        <Tries {...{ language, lesson }} />
      </div>
      <Question key={JSON.stringify(values)} {...{ language, lesson, market }} />
    </article>
  )
}

/** Numbers of the formula that stand on no slider. */
function Known({ language, lesson, market }: KnownProps) {
  const { known } = lessonsWords[language].lessons[lesson.name]
  if (known === undefined || lesson.known === undefined) return null
  const facts = lesson.known(market).map(([value, quantity]) => written(language, value, quantity))
  return <Prose text={known(facts)} />
}

/** What to do with the sliders. */
function Tries({ language, lesson }: Pick<OneProps, 'language' | 'lesson'>) {
  const words = lessonsWords[language]
  return (
    <>
      <h4>{words.tryThis}</h4>
      <ul>
        {words.lessons[lesson.name].tries.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  )
}

/** The last step that agents have come to, in words. */
function stateOf(
  language: Language,
  { step, quantity }: Lesson,
  curves: readonly Curve[],
  rows: readonly (readonly number[])[],
): string[] {
  const words = lessonsWords[language]
  const last = rows.at(-1)
  if (last === undefined) return []
  return curves.map((curve, nth) =>
    words.state({
      step: `${words[step]} ${rows.length}`,
      name: seriesName(words, curve),
      agents: written(language, last[nth], quantity),
      solved: written(language, curve.solved(rows.length), quantity),
    }),
  )
}

/** What solid, dashed and dotted lines are. */
function Key({ language, curves }: { language: Language; curves: readonly Curve[] }) {
  const words = lessonsWords[language]
  const before = curves.some((curve) => curve.before !== undefined)
  const lines = [
    [words.agents, undefined],
    [words.onPaper, '7 5'],
    ...(before ? [[words.before, '1.5 5']] : []),
  ] as const
  return (
    <ul class="lesson-key">
      {lines.map(([name, dashes]) => (
        <li key={name}>
          <svg width="34" height="10" aria-hidden="true">
            <line
              x1="0"
              x2="34"
              y1="5"
              y2="5"
              stroke={colourOf(curves[0], 0)}
              stroke-width={dashes === undefined ? 2.2 : 1.5}
              {...(dashes === undefined ? {} : { 'stroke-dasharray': dashes })}
            />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

interface EndsProps {
  readonly language: Language
  readonly lesson: Lesson
  readonly curves: readonly Curve[]
  readonly rows: readonly (readonly number[])[]
}

/** The chart as a table: where agents are now, and what paper says of this step. */
function Ends({ language, lesson: { step, quantity }, curves, rows }: EndsProps) {
  const words = lessonsWords[language]
  const last = rows.at(-1)
  if (last === undefined) return null
  return (
    <details class="lesson-table">
      <summary>{words.table}</summary>
      <table>
        <caption>{`${words[step]} ${rows.length}`}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.agents}</th>
            <th scope="col">{words.onPaper}</th>
          </tr>
        </thead>
        <tbody>
          {curves.map((curve, nth) => (
            <tr key={curve.name}>
              <th scope="row">{seriesName(words, curve)}</th>
              <td>{written(language, last[nth], quantity)}</td>
              <td>{written(language, curve.solved(rows.length), quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

interface DialProps {
  readonly language: Language
  readonly dial: Dial
  readonly value: number
  readonly onMove: (value: number) => void
}

function DialOf({ language, dial, value, onMove }: DialProps) {
  const words = lessonsWords[language]
  const label = words.dials[dial.word](dial.of ?? '')
  if (dial.quantity === 'flag')
    return (
      <label class="lesson-flag">
        <input
          type="checkbox"
          checked={value === 1}
          onChange={({ currentTarget }) => onMove(currentTarget.checked ? 1 : 0)}
        />
        {label}
      </label>
    )
  const said = written(language, value, dial.quantity)
  return (
    <label class="lesson-dial">
      <span>{label}</span>
      <output>{said}</output>
      <input
        type="range"
        min={dial.range[0]}
        max={dial.range[1]}
        step={dial.step}
        value={value}
        aria-valuetext={said}
        onInput={({ currentTarget }) => onMove(Number(currentTarget.value))}
      />
    </label>
  )
}
