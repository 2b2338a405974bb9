/** The offer of the last work, and the button that forgets everything. */
import { useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import type { Kept, Memory } from './remember.ts'
import { rememberWords } from './words.ts'
import './remember.css'

interface OfferProps {
  readonly language: Language
  readonly memory: Memory
  /** Opens the link of the work, as if it had come from somebody else. */
  readonly onOpen: (work: Kept) => void
}

/** Nothing where there is no last work, or the offer was declined. */
export function Offer({ language, memory, onOpen }: OfferProps) {
  const words = rememberWords[language]
  const [work, setWork] = useState(() => memory.last())
  if (work === undefined) return null
  const when = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(work.at)
  return (
    <section class="remember-offer" aria-label={words.offer(work.title[language], when)}>
      <p>{words.offer(work.title[language], when)}</p>
      <div class="remember-buttons">
        <button
          type="button"
          onClick={() => {
            setWork(undefined)
            onOpen(work)
          }}
        >
          {words.open}
        </button>
        <button type="button" onClick={() => setWork(undefined)}>
          {words.not}
        </button>
      </div>
    </section>
  )
}

interface ForgetProps {
  readonly language: Language
  readonly memory: Memory
  /** What else the page has to let go, such as the choice of language. */
  readonly onForget?: () => void
}

export function Forget({ language, memory, onForget }: ForgetProps) {
  const words = rememberWords[language]
  const [told, setTold] = useState<string>()
  const forget = () => {
    setTold(memory.forget() ? words.forgotten : words.nothingKept)
    onForget?.()
  }
  return (
    <section class="remember-forget">
      <p>{words.forgetNote}</p>
      <button type="button" onClick={forget}>
        {words.forget}
      </button>
      <span role="status">{told}</span>
    </section>
  )
}
