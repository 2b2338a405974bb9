/** The scenario as text, beside its sliders: two views of one scenario. */
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Edited } from '../desk/messages.ts'
import { checkedText, edit, editedText, isMoving, pair, work } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { labWords } from '../words.ts'
import { useNear } from './near.ts'

/** The text that is shown, which may be empty, and what of the sliders has no place in it; undefined until it has come. */
const shownText = signal<Edited | undefined>(undefined)

async function fetched() {
  const [{ Editor }, { knownOf }, { default: entries }] = await Promise.all([
    import('../editor/editor.tsx'),
    import('../editor/declared.ts'),
    import('virtual:gallery'),
  ])
  const names = entries.map(({ path }) => path.replace(/^scenarios\/|\.yaml$/g, ''))
  return { Editor, known: () => knownOf(pair.value.policy, names) }
}

export function Text() {
  const say = labWords[language.value]
  const place = useRef<HTMLElement>(null)
  const found = useNear(place, fetched)
  // Whoever moves a slider sees it in the text once the hand rests.
  const [asked, rests] = [work.value, !isMoving.value]
  useEffect(() => {
    if (found === undefined || !rests) return
    void editedText().then((edited) => {
      if (work.value === asked) shownText.value = edited
    })
  }, [found, asked, rests])
  const edited = shownText.value
  return (
    <section id="text" ref={place} aria-label={say.text}>
      <h2>{say.text}</h2>
      {found === undefined || edited === undefined ? null : (
        <found.Editor
          language={language.value}
          text={edited.text}
          onChange={(text) => {
            const { left } = edited
            shownText.value = { text, left }
            edit(text, left)
          }}
          check={checkedText}
          known={found.known()}
        />
      )}
    </section>
  )
}
