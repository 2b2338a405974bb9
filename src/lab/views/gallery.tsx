/** The shipped questions: a picture, a title, a question, and the rule that it stands for. */
import { computed, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Entry } from '../entry.ts'
import { open, work } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { galleryWords } from './gallery-words.ts'
import { Icon } from './icon.tsx'

const entries = signal<readonly Entry[]>([])
const sought = signal('')

/** Which group a question stands in, by the policy that it is about. */
const GROUPS: Readonly<Record<string, string>> = {
  reopening: 'reopening',
  'minimum-price': 'imports',
  duty: 'imports',
  copycat: 'platforms',
  'data-separation': 'platforms',
  'event-mandate': 'firms',
  programme: 'firms',
  closure: 'closure',
}

export function groupOf({ path, policies }: Entry): string {
  if (path.includes('/placebo-')) return 'checks'
  const found = Object.keys(GROUPS).find((policy) => policies.includes(policy))
  return found === undefined ? 'other' : GROUPS[found]
}

const found = computed(() => {
  const words = sought.value.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.value.filter(({ title, question }) => {
    const text = [title.en, title.id, question.en, question.id].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
})

const ORDER = ['closure', 'reopening', 'imports', 'platforms', 'firms', 'other', 'checks']

export function Gallery({ close }: { readonly close: () => void }) {
  const say = galleryWords[language.value]
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    // Whoever opens it anew looks for something else.
    sought.value = ''
    dialog.current?.showModal()
    void import('virtual:gallery').then((made) => {
      entries.value = made.default
    })
  }, [])
  const choose = (entry: Entry) => {
    open(entry)
    dialog.current?.close()
    scrollTo({ top: 0 })
  }
  return (
    <dialog class="gallery" ref={dialog} onClose={close} aria-labelledby="gallery">
      <div class="gallery-head">
        <h2 id="gallery">{say.chooseQuestion}</h2>
        <input
          type="search"
          aria-label={say.search}
          placeholder={say.search}
          value={sought.value}
          onInput={({ currentTarget }) => {
            sought.value = currentTarget.value
          }}
        />
        <button type="button" onClick={() => dialog.current?.close()}>
          {say.closeQuestions}
        </button>
      </div>
      {found.value.length === 0 && entries.value.length > 0 ? <p>{say.noQuestion}</p> : null}
      {ORDER.map((group) => (
        <Group
          key={group}
          head={say.groups[group]}
          own={found.value.filter((entry) => groupOf(entry) === group)}
          choose={choose}
        />
      ))}
    </dialog>
  )
}

interface GroupProps {
  readonly head: string
  readonly own: readonly Entry[]
  readonly choose: (entry: Entry) => void
}

function Group({ head, own, choose }: GroupProps) {
  const one = language.value
  const say = galleryWords[one]
  if (own.length === 0) return null
  return (
    <section>
      <h3>{head}</h3>
      <ul class="questions">
        {own.map((entry) => (
          <li key={entry.path}>
            <button
              type="button"
              data-path={entry.path}
              aria-current={entry.path === work.value.path}
              onClick={() => choose(entry)}
            >
              <Icon entry={entry} />
              <span class="question-title">{entry.title[one]}</span>
              <span class="question-text">{entry.question[one]}</span>
              {entry.article ? (
                <span class="question-rule">
                  {say.rule}: {entry.article[one]}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
