/** The picture: sales at venues in both worlds, and the difference of what the reader chooses. */
import { useComputed } from '@preact/signals'
import { labelsIn, labelsOf, nameOf } from '../../report/index.ts'
import { differencePart, PICTURE } from '../share/part.ts'
import { compared } from '../state/compared.ts'
import { isFaulty, pair, read } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { sharp } from '../state/sharp.ts'
import { came, type Shown, shown } from '../state/theatre.ts'
import { labWords } from '../words.ts'
import {
  CHOICES,
  type Drawn,
  difference,
  levels,
  measureOf,
  type Place,
  venuesOf,
} from './drawing.ts'
import { later } from './later.tsx'
import { Plot } from './plot.tsx'
import { PointsTable } from './points-table.tsx'

const VENUES = 4

const LinkHere = later(
  async () => (await import('./part-link.tsx')).LinkHere,
  () => read.value !== undefined,
)

/** What rows of the pair that is shown are called. */
export const labels = () =>
  labelsIn(language.value, labelsOf([pair.value.baseline, pair.value.policy] as never))

export function Picture() {
  const say = labWords[language.value]
  const now = shown.value
  // The venues that sell most are known once two weeks have come in.
  const known = useComputed(() =>
    came.value > 0 ? (shown.value?.baseline?.end ?? 0) >= 14 : false,
  )
  if (now === undefined) return null
  // Until then there is neither a title nor a unit that would stay.
  const venues = known.value ? venuesOf(now, VENUES) : []
  return (
    <section
      class={isFaulty.value ? 'picture stale' : 'picture'}
      aria-label={say.market}
      data-part={PICTURE}
      tabIndex={-1}
    >
      <Legend />
      <div class="panels">
        {venues.map((venue) => (
          <Levels key={`${venue} ${now.pair.seed}`} now={now} place={{ measure: 'sales', venue }} />
        ))}
        {known.value ? null : <div class="awaited" />}
      </div>
      <LinkHere part={PICTURE} title={say.market} />
      <Difference now={now} />
    </section>
  )
}

function Legend() {
  const say = labWords[language.value]
  const { policy } = pair.value
  const title = language.value === 'id' ? policy.indonesian.title : policy.title
  return (
    <p class="legend">
      <span class="key without">{say.without}</span>
      <span class="key with">
        {say.with}: {title}
      </span>
    </p>
  )
}

/** The unit of a chart, which may grow with its numbers. */
function useUnit(drawn: () => Drawn) {
  return useComputed(() => drawn().unit)
}

function Levels({ now, place }: { readonly now: Shown; readonly place: Place }) {
  const one = language.value
  const drawn = () => {
    came.value
    return levels(shown.value ?? now, place, language.value)
  }
  const unit = useUnit(drawn)
  const name = nameOf(place.venue ?? 'all', one, labels())
  const measure = measureOf(place.measure).label[one]
  return (
    <figure>
      <figcaption>
        <strong>{name}</strong> <span class="unit">{`${measure}, ${unit}`}</span>
      </figcaption>
      <Plot language={one} label={labWords[one].over(measure, name)} height={150} drawn={drawn} />
      <PointsTable drawn={drawn} caption={`${name}: ${measure}, ${unit.value}`} />
    </figure>
  )
}

function Difference({ now }: { readonly now: Shown }) {
  const one = language.value
  const say = labWords[one]
  const drawn = () => {
    came.value
    return difference(shown.value ?? now, { measure: compared.value }, language.value, sharp.value)
  }
  const unit = useUnit(drawn)
  const measure = measureOf(compared.value).label[one]
  const pairs = sharp.value?.pairs.length ?? 1
  return (
    <figure
      class="difference"
      data-part={differencePart(compared.value)}
      aria-label={say.difference(measure)}
      tabIndex={-1}
    >
      <figcaption>
        <strong>{say.difference(measure)}</strong> <span class="unit">{unit}</span>
      </figcaption>
      <label class="choice">
        {say.shownMeasure}{' '}
        <select
          value={compared.value}
          onChange={({ currentTarget }) => {
            compared.value = currentTarget.value
          }}
        >
          {CHOICES.map((name) => (
            <option key={name} value={name}>
              {measureOf(name).label[one]}
            </option>
          ))}
        </select>
      </label>
      <Plot language={one} label={say.difference(measure)} height={190} drawn={drawn} />
      <p class="note">{pairs > 1 ? say.bandNote(pairs) : say.differenceNote}</p>
      <PointsTable drawn={drawn} caption={`${say.difference(measure)}, ${unit.value}`} />
      <LinkHere part={differencePart(compared.value)} title={say.difference(measure)} />
    </figure>
  )
}
