/** The page. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { LANGUAGES, nameWords } from '../../report/index.ts'
import { VERSION } from '../../study/index.ts'
import { again, isSettled, pair, read } from '../state/lab.ts'
import { choose, language } from '../state/language.ts'
import { received } from '../state/received.ts'
import { broken, hashes, shown } from '../state/theatre.ts'
import { labWords } from '../words.ts'
import { Answer } from './answer.tsx'
import { Coded } from './coded.tsx'
import { later } from './later.tsx'
import { Picture } from './picture.tsx'
import { Seen } from './seen.tsx'

export const isChoosing = signal(false)

/** Whether the reader of scenarios is at hand: what needs it, or comes below the first picture, is loaded then. */
const isRead = () => read.value !== undefined

const Dials = later(async () => (await import('./dials.tsx')).Dials, isRead)
const Followed = later(
  async () => (await import('./sharing.tsx')).Followed,
  () => received.value !== undefined,
)
const Stale = later(async () => (await import('./clashes.tsx')).Stale, isRead)
const Sharing = later(async () => (await import('./sharing.tsx')).Sharing, isRead)
/** The last work is offered before anything is done, and forgotten at any time. */
const LastWork = later(async () => (await import('./remembered.tsx')).LastWork, isRead)
const Forgetting = later(async () => (await import('./remembered.tsx')).Forgetting, isRead)
const Orders = later(async () => (await import('./orders.tsx')).Orders, isRead)
const Text = later(async () => (await import('./text.tsx')).Text, isRead)
const Learn = later(async () => (await import('./learn.tsx')).Learn, isRead)
const Why = later(async () => (await import('./why.tsx')).Why, isRead)
const Update = later(
  async () => (await import('../offline/update.tsx')).Update,
  () => isSettled.value,
)
const Gallery = later(async () => (await import('./gallery.tsx')).Gallery)

export function App() {
  const one = language.value
  const say = labWords[one]
  const { policy } = pair.value
  const title = one === 'id' ? policy.indonesian.title : policy.title
  useEffect(() => {
    document.documentElement.lang = one
    document.title = `${title} · Pasar`
  }, [one, title])
  return (
    <>
      <a class="skip" href="#answer">
        {say.skip}
      </a>
      <Top />
      {isChoosing.value ? <Gallery close={() => (isChoosing.value = false)} /> : null}
      <main>
        <Update />
        <LastWork />
        <div class="ask">
          <p class="eyebrow">{title}</p>
          <h1>{one === 'id' ? policy.indonesian.question : policy.question}</h1>
          <Followed />
        </div>
        <Seen />
        <Stale />
        <div class="bench">
          <Picture />
          <Dials />
          <div class="rest">
            <Status />
            <Orders />
            <Why />
            <Answer />
            <Text />
            <Sharing />
          </div>
        </div>
        <Learn />
      </main>
      <footer>
        <Forgetting />
        <p>{say.footer(VERSION)}</p>
      </footer>
    </>
  )
}

function Top() {
  const say = labWords[language.value]
  return (
    <header class="top">
      <p class="brand">
        <b>Pasar</b> <span>{say.tagline}</span>
      </p>
      <button type="button" class="choose" onClick={() => (isChoosing.value = !isChoosing.value)}>
        {say.questions}
      </button>
      <nav class="languages" aria-label={say.languages}>
        {LANGUAGES.map((one) => (
          <button
            type="button"
            key={one}
            lang={one}
            aria-pressed={one === language.value}
            onClick={() => choose(one)}
          >
            {nameWords[one].languageName}
          </button>
        ))}
      </nav>
    </header>
  )
}

/** How finely the market is simulated, and the state in which its worlds end. */
function Status() {
  const say = labWords[language.value]
  const now = shown.value
  const found = read.value
  if (now === undefined) return null
  return (
    <div class="status">
      {broken.value ? <p role="alert">{say.broken(broken.value)}</p> : null}
      {found?.ok === false && found.clashes.length === 0 ? (
        <div role="alert" class="findings">
          <p>{say.invalid}</p>
          <pre>{found.findings[language.value].join('\n')}</pre>
        </div>
      ) : null}
      <p class="size" data-size={now.size} data-settled={isSettled.value}>
        {say.sizes[now.size]}
        {now.size === 'quick' ? ` · ${hashes.value ? say.ended : say.running} ` : null}
        {hashes.value ? (
          <button type="button" class="plain" onClick={again}>
            {say.replay}
          </button>
        ) : null}
      </p>
      {hashes.value?.size === 'quick' ? (
        <details>
          <summary>{say.hash}</summary>
          <p>
            {say.without} <code id="hash-baseline">{hashes.value.baseline}</code>, {say.with}{' '}
            <code id="hash-policy">{hashes.value.policy}</code>
          </p>
          <p class="note">
            <Coded text={say.hashNote} />
          </p>
        </details>
      ) : null}
    </div>
  )
}
