/**
 * The moving picture: each order of the sampled buyers goes as a dot from where attention began to where it is paid. It
 * can be paused, stepped and dragged to a day, stands still for those who want less movement, and is a table as well.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { DAYS_A_MONTH, DAYS_A_WEEK } from '../../engine/index.ts'
import type { Language } from '../../report/index.ts'
import { useWidth } from '../use-width.ts'
import { type Asking, Buyers } from './buyers.tsx'
import { paint, type Scene, weekOf } from './draw.ts'
import { type Layout, layoutOf } from './layout.ts'
import {
  countsOver,
  dateOn,
  differingDays,
  type FlowData,
  FROM,
  lastOf,
  NOBODY,
  OTHERS,
  ribbonsOver,
  shutAt,
  shutsAt,
  targetOf,
  targetsOf,
  WITH,
  WITHOUT,
  type WorldOf,
} from './model.ts'
import { pointing } from './pointing.ts'
import { Still } from './still.tsx'
import { FlowTable } from './table.tsx'
import { type FlowWords, flowWords } from './words.ts'
import './flow.css'

/** Milliseconds of a day. */
const PACE = 900
/** Days that the still picture and the table add up. */
const SPAN = DAYS_A_MONTH
/** Pixels from which both worlds are shown side by side. */
const WIDE = 860

export interface FlowProps {
  readonly language: Language
  readonly data: FlowData
  /** The first day that one of the worlds has not come to yet. */
  readonly known: number
  /** What the sampled buyers have an account at; nothing where any buyer may be among them. */
  readonly among?: string
  /** Where one of the buyers can be asked why. */
  readonly asking?: Asking
}

/** The picture with its controls; a sentence while there is nothing to show. */
export function Flow(props: FlowProps) {
  const words = flowWords[props.language]
  return props.known > props.data.first ? (
    <Theatre {...props} words={words} />
  ) : (
    <p class="flow-waiting">{words.waiting}</p>
  )
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

function Theatre(props: FlowProps & { words: FlowWords }) {
  const { language, data, known, among, words, asking } = props
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const calm = useCalm()
  const [still, setStill] = useState<boolean>()
  const [world, setWorld] = useState<WorldOf>(WITH)
  const isStill = still ?? calm
  const clock = useClock(data, known, isStill, useSeen(frame))
  // Scales and places follow whole weeks, not each batch of days.
  const whole = Math.max(data.first + 1, known - (known % DAYS_A_WEEK))
  const targets = useTargets(data, whole)
  const day = clamp(Math.floor(clock.moment), data.first, known - 1)
  const [from, to] = [Math.max(data.first, day + 1 - SPAN), day + 1]
  const both = width >= WIDE
  const layout = layoutOf(both ? Math.floor((width - 24) / 2) : width, targets.length)
  const said = useMemo(
    () => caption(language, words, data, from, to),
    [language, words, data, from, to],
  )
  const shown: readonly WorldOf[] = both ? [WITHOUT, WITH] : [world]
  const ask = asking && paused(asking, clock)
  const view = { language, words, data, layout, targets, day, from, to, known: whole, asking: ask }
  return (
    <section class="flow" ref={frame}>
      <p class="flow-note">{words.who(data.width, among)}</p>
      <Controls {...{ language, words, data, known, clock, day, from, isStill, setStill }} />
      {both ? null : <Worlds {...{ words, world, setWorld }} />}
      <div class="flow-pictures">
        {width === 0
          ? null
          : shown.map((one) => (
              <figure key={one}>
                {both ? <figcaption>{words.worlds[one]}</figcaption> : null}
                {isStill ? (
                  <StillOf {...view} world={one} label={`${words.worlds[one]}. ${said}`} />
                ) : (
                  <Moving
                    {...view}
                    world={one}
                    moment={clock.moment}
                    label={`${words.worlds[one]}. ${said}`}
                  />
                )}
              </figure>
            ))}
      </div>
      {isStill ? null : <Shuts {...{ words, data, day }} />}
      <p class="flow-note">
        {isStill
          ? `${said} ${words.sums}`
          : `${words.key} ${ask ? words.askHow : ''} ${words.ringed} ${words.bars}`}
      </p>
      <FlowTable {...view} />
      {ask === undefined ? null : (
        <Buyers {...view} asking={ask} onOpen={() => clock.play(false)} />
      )}
    </section>
  )
}

/** What shuts in the course of the day. */
function Shuts({ words, data, day }: Pick<ViewProps, 'words' | 'data' | 'day'>) {
  const shuts = data.venues.flatMap((name, row) => {
    const hour = shutsAt(data.gates, row, day)
    return hour === undefined ? [] : [words.shutsOn(name, hour)]
  })
  return shuts.length === 0 ? null : <p class="flow-shuts">{shuts.join(' ')}</p>
}

/** Whoever asks wants to see whom: the picture stands. */
const paused = ({ buyers, why }: Asking, clock: Clock): Asking => ({
  buyers,
  why(row, day) {
    clock.play(false)
    why(row, day)
  },
})

function caption(
  language: Language,
  words: FlowWords,
  data: FlowData,
  from: number,
  to: number,
): string {
  const counts = countsOver(data, from, to)
  const sum = (world: WorldOf) =>
    number(
      language,
      counts.reduce((all, { orders }) => all + orders[world], 0),
    )
  return words.caption({
    from: dateOn(data, from, language),
    to: dateOn(data, to - 1, language),
    without: sum(WITHOUT),
    policy: sum(WITH),
    differing: number(language, differingDays(data, from, to)),
  })
}

const number = (language: Language, value: number) => new Intl.NumberFormat(language).format(value)

interface Clock {
  readonly moment: number
  readonly playing: boolean
  play(on: boolean): void
  go(moment: number): void
}

/** Where it begins: a week before a gate shuts, or at the end of as many days after it as a still picture adds up. */
function beginOf(data: FlowData, isStill: boolean): number {
  const gate = Math.floor(data.gates.find(({ from }) => from > data.first)?.from ?? data.first)
  return clamp(isStill ? gate + SPAN : gate - DAYS_A_WEEK, data.first, data.days - 1)
}

/** The moment that is shown: it goes on while it plays, and waits for days that are not known yet. */
function useClock(data: FlowData, known: number, isStill: boolean, isSeen: boolean): Clock {
  const begin = beginOf(data, isStill)
  const [moment, setMoment] = useState<number>(Math.min(begin, known - 1))
  const touched = useRef(false)
  // While nobody has chosen a day it begins where something is to be seen, as soon as that day is known.
  useEffect(() => {
    if (touched.current || known <= begin) return
    touched.current = true
    setMoment(begin)
  }, [known, begin])
  const [playing, setPlaying] = useState(true)
  const last = useRef(known)
  last.current = known
  const over = useRef(false)
  over.current = moment >= data.days - 1e-6
  const goes = playing && !isStill && isSeen
  const frame = useRef(0)
  useEffect(() => {
    if (!goes) return
    let before: number | undefined
    frame.current = requestAnimationFrame(function tick(now) {
      const passed = before === undefined ? 0 : Math.min(100, now - before) / PACE
      before = now
      setMoment((at) => Math.min(at + passed, last.current - 1e-6))
      if (over.current) return setPlaying(false)
      frame.current = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame.current)
  }, [goes])
  return {
    moment,
    playing,
    play(on) {
      // At the end it begins anew.
      if (on && over.current) setMoment(begin)
      setPlaying(on)
    },
    go(to) {
      touched.current = true
      setPlaying(false)
      cancelAnimationFrame(frame.current)
      // At noon every dot of the day is on its way.
      setMoment(clamp(Math.floor(to) + 0.5, data.first, last.current - 1e-6))
    },
  }
}

/** Whether a part of an element is within the window: what nobody sees need not move. */
function useSeen(element: { readonly current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => setSeen(entries.at(-1)!.isIntersecting))
    watch.observe(element.current!)
    return () => watch.disconnect()
  }, [element])
  return seen
}

/** Whether the reader has asked for less movement. */
function useCalm(): boolean {
  const query = '(prefers-reduced-motion: reduce)'
  const [calm, setCalm] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const asked = matchMedia(query)
    const change = () => setCalm(asked.matches)
    asked.addEventListener('change', change)
    return () => asked.removeEventListener('change', change)
  }, [])
  return calm
}

/** The places of the picture: the same list as long as its items are the same, while days come in. */
function useTargets(data: FlowData, known: number): readonly number[] {
  const found = useMemo(() => targetsOf(data, known), [data, known])
  const last = useRef(found)
  if (last.current.join() !== found.join()) last.current = found
  return last.current
}

interface ControlsProps {
  readonly language: Language
  readonly words: FlowWords
  readonly data: FlowData
  readonly known: number
  readonly clock: Clock
  readonly day: number
  /** The first of the days that a still picture adds up. */
  readonly from: number
  readonly isStill: boolean
  readonly setStill: (still: boolean) => void
}

function Controls(props: ControlsProps) {
  const { language, words, data, known, clock, day, from, isStill, setStill } = props
  const [gate] = data.gates
    .filter((one) => one.from > data.first && one.from < known)
    .map((one) => Math.floor(one.from))
  const dateOf = (of: number) => dateOn(data, of, language)
  const date = isStill ? words.days(dateOf(from), dateOf(day)) : dateOf(day)
  const stand = () => {
    setStill(!isStill)
    // Whoever looks at the day of a gate, or at one soon after it, is shown what came after it and not before.
    if (!isStill && gate !== undefined && day >= gate && day < gate + SPAN) clock.go(gate + SPAN)
  }
  return (
    <div class="flow-controls">
      <div class="flow-buttons">
        {isStill ? null : (
          <button type="button" class="flow-play" onClick={() => clock.play(!clock.playing)}>
            {clock.playing ? words.pause : words.play}
          </button>
        )}
        <button type="button" aria-label={words.back} onClick={() => clock.go(day - 1)}>
          ◀
        </button>
        <button type="button" aria-label={words.forward} onClick={() => clock.go(day + 1)}>
          ▶
        </button>
        {gate === undefined ? null : (
          <button type="button" onClick={() => clock.go(gate + (isStill ? SPAN : 0))}>
            {isStill ? words.afterGate(dateOf(gate)) : words.toGate(dateOf(gate))}
          </button>
        )}
        <button type="button" aria-pressed={isStill} onClick={stand}>
          {words.still}
        </button>
      </div>
      <label class="flow-day">
        <span>{date}</span>
        <input
          type="range"
          min={data.first}
          max={known - 1}
          value={day}
          aria-label={words.day}
          aria-valuetext={date}
          onInput={({ currentTarget }) => clock.go(Number(currentTarget.value))}
        />
      </label>
    </div>
  )
}

interface WorldsProps {
  readonly words: FlowWords
  readonly world: WorldOf
  readonly setWorld: (world: WorldOf) => void
}

function Worlds({ words, world, setWorld }: WorldsProps) {
  return (
    <fieldset class="flow-worlds">
      <legend>{words.world}</legend>
      {([WITHOUT, WITH] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="flow-world"
            checked={world === one}
            onChange={() => setWorld(one)}
          />
          {words.worlds[one]}
        </label>
      ))}
    </fieldset>
  )
}

interface ViewProps {
  readonly language: Language
  readonly asking: Asking | undefined
  readonly words: FlowWords
  readonly data: FlowData
  readonly layout: Layout
  readonly targets: readonly number[]
  readonly known: number
  readonly day: number
  readonly from: number
  readonly to: number
  readonly world: WorldOf
  readonly label: string
}

const namesOf = ({ words, data, targets }: Pick<ViewProps, 'words' | 'data' | 'targets'>) =>
  targets.map((row) =>
    row === NOBODY ? words.nobody : row === OTHERS ? words.others : data.venues[row],
  )

const sourceNamesOf = (words: FlowWords) =>
  FROM.map((source) => (source === 'none' ? '' : words.sources[source]))

function Moving({ moment, ...view }: ViewProps & { readonly moment: number }) {
  const { words, data, layout, targets, world, known, label } = view
  const canvas = useRef<HTMLCanvasElement>(null)
  // Bars keep their scale, and lines their places, while days go on.
  const { most, lines } = useMemo(() => {
    let largest = 1
    for (let day = data.first; day < known; day += 3)
      for (const orders of weekOf(data, targets, day)) largest = Math.max(largest, ...orders)
    const both = ([WITHOUT, WITH] as const).flatMap((one) =>
      ribbonsOver(data, one, data.first, known, targets),
    )
    return { most: largest, lines: both }
  }, [data, known, targets])
  useEffect(() => {
    const element = canvas.current!
    const ratio = devicePixelRatio || 1
    const [wide, high] = [Math.round(layout.width * ratio), Math.round(layout.height * ratio)]
    if (element.width !== wide) element.width = wide
    if (element.height !== high) element.height = high
    const context = element.getContext('2d')
    if (context === null) return
    const scene: Scene = {
      ...{ data, layout, targets, world, most, lines },
      names: namesOf(view),
      sourceNames: sourceNamesOf(words),
      shutWord: words.shut,
      shutsWord: words.shuts,
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    paint(context, scene, moment)
  })
  return (
    <canvas
      ref={canvas}
      {...(view.asking ? pointing({ ...view, asking: view.asking, moment }) : {})}
      role="img"
      aria-label={label}
      style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
    />
  )
}

function StillOf({ words, data, layout, targets, from, to, world, label, asking }: ViewProps) {
  const ribbons = ([WITHOUT, WITH] as const).map((one) => ribbonsOver(data, one, from, to, targets))
  return (
    <Still
      {...{ layout, targets, label }}
      ask={
        asking &&
        (({ source, target }) => {
          const last = lastOf(
            data,
            world,
            from,
            to,
            (dot) => dot.source === FROM[source] && targetOf(targets, dot.venue) === target,
          )
          if (last !== undefined) asking.why(asking.buyers[last.buyer], last.day)
        })
      }
      askWord={words.askOne}
      ribbons={ribbons[world]}
      most={Math.max(...ribbons.flat().map(({ dots }) => dots), 1)}
      names={namesOf({ words, data, targets })}
      sourceNames={sourceNamesOf(words)}
      shut={targets.map((row) => world === WITH && shutAt(data.gates, row, to - 1 + 0.99) > 0)}
      shutWord={words.shut}
    />
  )
}
