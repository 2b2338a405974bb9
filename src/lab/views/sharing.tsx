/** A link to what is seen, and what became of a link that was followed. */
import { VERSION } from '../../study/index.ts'
import { Arrived, Compared, Received, Share } from '../share/share.tsx'
import { arrival, follow } from '../state/arrival.ts'
import { isFaulty, pair } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { addressOf, comparison, leave, openSent, shared } from '../state/links.ts'
import { received } from '../state/received.ts'
import { labWords } from '../words.ts'
import { clashWords } from './clash-words.ts'

/** Above the picture: what is wrong with a link, a choice, or whether the result is the sender's. */
export function Followed() {
  const got = received.value
  if (got === undefined) return null
  const one = language.value
  if (got.kind === 'faulty')
    return <Received language={one} findings={got.findings} here={VERSION} />
  if (got.kind === 'asked')
    return (
      <Received
        language={one}
        made={got.sent.version}
        here={VERSION}
        onOpen={() => openSent(got.sent, got.entry)}
        onLeave={leave}
      />
    )
  if (comparison.value === undefined) return null
  return (
    <>
      <Compared
        language={one}
        comparison={comparison.value}
        made={got.sent.version}
        here={VERSION}
        stateHash={got.sent.stateHash}
      />
      <Arrived language={one} arrival={arrival.value} onGo={follow} />
    </>
  )
}

export function Sharing() {
  const one = language.value
  const say = labWords[one]
  const { policy } = pair.value
  return (
    <section id="share" class="sharing" aria-label={say.share}>
      <h2>{say.share}</h2>
      {isFaulty.value ? (
        <p class="note">{clashWords[one].nothingToShare}</p>
      ) : (
        <Share
          language={one}
          shared={shared.value}
          address={addressOf()}
          title={one === 'id' ? policy.indonesian.title : policy.title}
        />
      )}
    </section>
  )
}
