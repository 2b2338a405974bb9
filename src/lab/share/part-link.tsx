/** The button beside a chart that copies a link to it. */
import { useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import { isCopied } from './copy.ts'
import { linkTo } from './link.ts'
import type { Shared } from './shared.ts'
import { saidOfLink, shareWords } from './words.ts'
import './share.css'

interface PartLinkProps {
  readonly language: Language
  /** What the page shows now. */
  readonly shared: () => Shared
  /** Of the page, without a hash. */
  readonly address: string
  readonly part: string
  /** Of the chart, for those who hear only the button. */
  readonly title: string
}

/** What came of pressing the button: a sentence, and the link itself where it has to be copied by hand. */
interface Outcome {
  readonly said: string
  readonly link?: string
}

export function PartLink({ language, shared, address, part, title }: PartLinkProps) {
  const words = shareWords[language]
  const [outcome, setOutcome] = useState<Outcome>({ said: '' })
  const copy = async () => {
    const made = await linkTo({ ...shared(), part })
    if (!made.ok) return setOutcome({ said: saidOfLink(language, made.findings[0]) })
    const link = `${address}#${made.value}`
    setOutcome((await isCopied(link)) ? { said: words.copied } : { said: words.notCopied, link })
  }
  return (
    <span class="share-part">
      <button type="button" class="plain" onClick={() => void copy()}>
        {words.copyChart}
        <span class="hidden">: {title}</span>
      </button>{' '}
      <span role="status">{outcome.said}</span>
      {outcome.link === undefined ? null : (
        <input
          type="text"
          readOnly
          value={outcome.link}
          aria-label={`${words.chartLink}: ${title}`}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </span>
  )
}
