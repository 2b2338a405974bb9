/** Textbook markets as lessons, with the scenarios that are shipped. */
import { useRef } from 'preact/hooks'
import type { Load } from '../../scenario/index.ts'
import { language } from '../state/language.ts'
import { labWords } from '../words.ts'
import { useNear } from './near.ts'

const FOLDER = 'scenarios/textbook/'

async function fetched() {
  const [{ Lessons }, { default: texts }] = await Promise.all([
    import('../lessons/view.tsx'),
    import('virtual:scenarios'),
  ])
  const load: Load = (path) => (path in texts ? { text: texts[path] } : undefined)
  return { Lessons, load }
}

export function Learn() {
  const say = labWords[language.value]
  const place = useRef<HTMLElement>(null)
  const found = useNear(place, fetched)
  return (
    <section id="learn" class="learn" ref={place} aria-label={say.learn}>
      {found === undefined ? (
        <h2>{say.learn}</h2>
      ) : (
        <found.Lessons language={language.value} load={found.load} folder={FOLDER} />
      )}
    </section>
  )
}
