/** What a sender copies, and what a receiver is told. */
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import type { Arrival } from './arrival.ts'
import { isCopied } from './copy.ts'
import { type Comparison, embeddingOf, linkTo } from './link.ts'
import type { LinkFinding, LinkResult, Shared } from './shared.ts'
import { saidOfLink, shareWords } from './words.ts'
import './share.css'

interface ShareProps {
  readonly language: Language
  /** What the page shows now. */
  readonly shared: Shared
  /** Of the page, without a hash. */
  readonly address: string
  /** Of the scenario, for those who cannot see the frame. */
  readonly title: string
}

/** Link and embedding line of what the page shows, each with a button that copies it. */
export function Share({ language, shared, address, title }: ShareProps) {
  const words = shareWords[language]
  const [result, setResult] = useState<LinkResult<string>>()
  useEffect(() => {
    let wanted = true
    linkTo(shared).then((made) => wanted && setResult(made))
    return () => {
      wanted = false
    }
  }, [shared])
  if (result === undefined) return <div class="share" aria-busy="true" />
  if (!result.ok)
    return (
      <div class="share">
        <Findings language={language} findings={result.findings} />
      </div>
    )
  const link = `${address}#${result.value}`
  const isServed = /^https?:/.test(address)
  const letters = new Intl.NumberFormat(language).format(link.length)
  return (
    <div class="share">
      <Copied
        label={words.link}
        text={link}
        note={isServed ? words.linkNote(letters) : words.linkFromFile}
        button={words.copyLink}
        {...{ language }}
      />
      {isServed ? (
        <Copied
          label={words.embed}
          text={embeddingOf(link, title)}
          note={words.embedNote}
          button={words.copyEmbed}
          {...{ language }}
        />
      ) : (
        <p class="share-note">{words.embedFromFile}</p>
      )}
    </div>
  )
}

interface CopiedProps {
  readonly language: Language
  readonly label: string
  readonly text: string
  readonly note: string
  readonly button: string
}

/** A text to be copied by a button, or by hand where the browser does not let the page do it. */
function Copied({ language, label, text, note, button }: CopiedProps) {
  const words = shareWords[language]
  const [told, setTold] = useState<string>()
  const copy = async () => setTold((await isCopied(text)) ? words.copied : words.notCopied)
  return (
    <div class="share-copied">
      <label>
        <span>{label}</span>
        <textarea
          readOnly
          rows={3}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div class="share-line">
        <button type="button" onClick={copy}>
          {button}
        </button>
        <span role="status">{told}</span>
      </div>
      <p class="share-note">{note}</p>
    </div>
  )
}

interface ReceivedProps {
  readonly language: Language
  /** Why the link could not be read; nothing where it could. */
  readonly findings?: readonly LinkFinding[]
  /** The version that made the link, where it is not this one and the choice is still open. */
  readonly made?: string
  /** The version of this page. */
  readonly here: string
  readonly onOpen?: () => void
  readonly onLeave?: () => void
}

/** Before a link is opened: what is wrong with it, or the choice to open a link of another version. */
export function Received({ language, findings = [], made, here, onOpen, onLeave }: ReceivedProps) {
  const words = shareWords[language]
  if (findings.length > 0) return <Findings language={language} findings={findings} />
  if (made === undefined) return null
  return (
    <section class="share-received" role="alert">
      <p>{words.otherVersion(made, here)}</p>
      <div class="share-line">
        <button type="button" onClick={onOpen}>
          {words.openAnyway(here)}
        </button>
        <button type="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </section>
  )
}

function Findings({
  language,
  findings,
}: {
  readonly language: Language
  readonly findings: readonly LinkFinding[]
}) {
  return (
    <section class="share-received share-fault" role="alert">
      <strong>{shareWords[language].notOpened}</strong>
      {findings.map((finding) => (
        <p key={finding.code}>{saidOfLink(language, finding)}</p>
      ))}
    </section>
  )
}

interface ComparedProps {
  readonly language: Language
  readonly comparison: Comparison
  readonly made: string
  readonly here: string
  readonly stateHash: string
}

/** Whether this page came to the sender's result. */
export function Compared({ language, comparison, made, here, stateHash }: ComparedProps) {
  const said = shareWords[language].compared[comparison]
  return (
    <p class={`share-compared share-${comparison}`} role="status">
      {said({ made, here, hash: stateHash })}
    </p>
  )
}

interface ArrivedProps {
  readonly language: Language
  readonly arrival: Arrival | undefined
  readonly onGo: () => void
}

/** How far a link has led to the chart that it names; its place is there before there is anything to say, so that it is read out. */
export function Arrived({ language, arrival, onGo }: ArrivedProps) {
  const words = shareWords[language]
  const title = arrival !== undefined && 'title' in arrival ? arrival.title : ''
  return (
    <p class="share-arrived" data-arrival={arrival?.kind ?? ''}>
      <span role="status">{arrival && words.arrival[arrival.kind](title)}</span>{' '}
      {arrival?.kind === 'ready' ? (
        <button type="button" class="plain" onClick={onGo}>
          {words.goTo}
        </button>
      ) : null}
    </p>
  )
}
