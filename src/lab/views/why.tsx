/** Asks one of those in the market why: who it is, what it saw, its options by parts, its luck, and what would have flipped it. */
import { useComputed } from '@preact/signals'
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { AGENTS, type Agent, type AgentKind } from '../../market/index.ts'
import {
  type Card,
  type CardDecision,
  explainWords,
  formatDate,
  nameOf,
} from '../../report/index.ts'
import { platformsOf } from '../../study/index.ts'
import { pair } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { came, shown } from '../state/theatre.ts'
import {
  type Asked,
  ask,
  askAbout,
  asked,
  differing,
  isAsking,
  testimony,
} from '../state/witness.ts'
import { labels } from './picture.tsx'
import { Day, Numbered } from './why-fields.tsx'
import { whyWords } from './why-words.ts'
import './why.css'

/** Milliseconds after which it is looked again for a buyer who does something else. */
const LOOKED = 14

export function Why() {
  const say = whyWords[language.value]
  const zero = dayOfDate(pair.value.policy.input.start)
  const first = useComputed(() => {
    const weeks = Math.floor(came.value / LOOKED)
    return weeks >= 0 && shown.value !== undefined ? differing() : undefined
  }).value
  // Until somebody is chosen it is one who has something to say.
  const { kind, row, date } = asked.value ?? {
    ...(first?.agent ?? { kind: 'buyer' as const, row: 0 }),
    date: dateOfDay(zero + (first?.day ?? pair.value.fork)),
  }
  return (
    <section id="why" class="why" aria-label={say.why} tabIndex={-1}>
      <h2>{say.why}</h2>
      <p>{say.whyIntro}</p>
      {first === undefined ? null : (
        <p>
          <button type="button" onClick={() => askAbout(first.agent, first.day)}>
            {say.whyFirst}
          </button>
        </p>
      )}
      <form
        class="why-asked"
        onSubmit={(event) => {
          event.preventDefault()
          if (row !== undefined && date !== undefined) ask({ kind, row }, dayOfDate(date) - zero)
        }}
      >
        <Whom
          {...{ kind, row }}
          onChoose={(whom) => {
            asked.value = { date, ...whom }
          }}
        />
        <Day
          date={date}
          onChoose={(chosen) => {
            asked.value = { kind, row, date: chosen }
          }}
        />
        <button type="submit" disabled={isAsking.value || row === undefined || date === undefined}>
          {say.whyAsk}
        </button>
      </form>
      <div aria-live="polite" aria-busy={isAsking.value}>
        {isAsking.value ? <p class="note">{say.whyRunning}</p> : null}
        {isAsking.value || row === undefined || date === undefined ? null : <Told />}
      </div>
    </section>
  )
}

interface WhomProps {
  readonly kind: AgentKind
  readonly row: number | undefined
  readonly onChoose: (whom: Pick<Asked, 'kind' | 'row'>) => void
}

function Whom({ kind, row, onChoose }: WhomProps) {
  const one = language.value
  const say = whyWords[one]
  const platforms = platformsOf(pair.value.policy.input)
  return (
    <>
      <label>
        {say.whyWho}
        <select
          value={kind}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.value as AgentKind
            onChoose({ kind: chosen, row: chosen === 'platform' ? rowOf(platforms[0]) : 0 })
          }}
        >
          {AGENTS.map((whom) => (
            <option key={whom} value={whom}>
              {explainWords[one].agents[whom]('').trim() || nameOf(whom, one)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'platform' ? (
        <label>
          {say.whyWhich}
          <select
            value={row}
            onChange={({ currentTarget }) => onChoose({ kind, row: Number(currentTarget.value) })}
          >
            {platforms.map((name) => (
              <option key={name} value={rowOf(name)}>
                {labels()[name] ?? name}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <Numbered {...{ kind, row }} onChoose={(chosen) => onChoose({ kind, row: chosen })} />
      )}
    </>
  )
}

const rowOf = (venue: string): number =>
  pair.value.policy.input.tables.venues.findIndex(({ name }) => name === venue)

function Told() {
  const heard = testimony.value
  if (heard === undefined) return null
  if (!heard.ok)
    return heard.silent ? <Silent {...heard.silent} /> : <p role="alert">{heard.message}</p>
  return (
    <div class="why-cards">
      {heard.cards[language.value].map((card) => (
        <CardOf key={card.title} card={card} />
      ))}
    </div>
  )
}

interface SilentProps {
  readonly agent: Agent
  readonly day: number
  readonly next: number | undefined
}

/** Somebody who decides nothing on that day, and the next day to ask about. */
function Silent({ agent, day, next }: SilentProps) {
  const one = language.value
  const say = whyWords[one]
  const { start, tables } = pair.value.policy.input
  const { name } = tables.venues[agent.row] ?? {}
  const known = agent.kind === 'platform' ? (labels()[name ?? ''] ?? name ?? '') : String(agent.row)
  const date = (of: number) => formatDate(dateOfDay(dayOfDate(start) + of), one)
  return (
    <p>
      {say.whySilent(explainWords[one].agents[agent.kind](known), date(day))}{' '}
      {next === undefined ? (
        say.whyNever
      ) : (
        <button type="button" onClick={() => askAbout(agent, next)}>
          {say.whyNext(date(next))}
        </button>
      )}
    </p>
  )
}

function CardOf({ card: { title, facts, decisions } }: { readonly card: Card }) {
  return (
    <article class="why-card">
      <h3>{title}</h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {decisions.length === 0 ? <p class="note">{whyWords[language.value].whyNothing}</p> : null}
      {decisions.map((decision, nth) => (
        <DecisionOf key={`${nth} ${decision.title}`} decision={decision} card={title} />
      ))}
    </article>
  )
}

interface DecisionProps {
  readonly decision: CardDecision
  /** The title of its card, which says of whom and of which world it is. */
  readonly card: string
}

function DecisionOf({ decision, card }: DecisionProps) {
  const { title, note, rows, options, sentences } = decision
  return (
    <section>
      <h4>{title}</h4>
      {options.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than a phone is scrolled by keys
        <section class="why-table" tabIndex={0} aria-label={`${card}: ${title}`}>
          <table>
            <thead>
              <tr>
                <td />
                {options.map(({ name, chosen }) => (
                  <th key={name} scope="col" class={chosen ? 'chosen' : ''}>
                    {chosen ? '✓ ' : ''}
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  {options.map(({ name, chosen, cells }) => (
                    <td key={name} class={chosen ? 'chosen' : ''}>
                      {cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="note">{note}</p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}
