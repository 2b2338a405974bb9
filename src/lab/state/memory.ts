/** The last work on this computer: kept when something was changed, offered at the next visit. */
import { effect } from '@preact/signals'
import { createMemory, type Kept, type Storage } from '../remember/remember.ts'
import { linkTo } from '../share/index.ts'
import { pair } from './lab.ts'
import { isOfLink, receive, shared } from './links.ts'

declare const localStorage: Storage

export const memory = createMemory(() => localStorage)

/** Milliseconds without a change after which work is kept. */
const REST = 1000

/**
 * Keeps what was changed, and the question that was chosen. A visit that changed nothing leaves the last work as it is, and so does
 * a link, whoever sent it, until something is changed in what it brought.
 */
export function rememberWork(): () => void {
  let untouched: string | undefined
  let resting: ReturnType<typeof setTimeout> | undefined
  return effect(() => {
    const { stateHash, ...work } = shared.value
    const { title, indonesian } = pair.value.policy
    const now = JSON.stringify(work)
    untouched ??= now
    clearTimeout(resting)
    if (now === untouched || isOfLink.value) return
    resting = setTimeout(async () => {
      const link = await linkTo({ ...work, stateHash })
      if (link.ok)
        memory.keep({
          link: link.value,
          title: { en: title, id: indonesian.title },
          at: Date.now(),
        })
    }, REST)
  })
}

export const openKept = ({ link }: Kept): Promise<void> => receive(link, true)
