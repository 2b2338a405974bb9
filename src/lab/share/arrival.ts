/** Brings the reader of a link to the part of the page to which it leads, and leaves whoever has begun to do something where they are. */
import { isAnswered, isOfAnswer, type Place, placeOfPart } from './part.ts'

/**
 * How far it has come: `awaited` until the answer is there; `shown` once the page stands at the part; `ready` where it
 * is there and the reader is busy elsewhere; `absent` where the answer has no such chart.
 */
export type Arrival =
  | { readonly kind: 'awaited' | 'absent' }
  | { readonly kind: 'shown' | 'ready'; readonly title: string }

/** What a reader does who wants to stay in charge of the page. */
const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Milliseconds in which what stands above may still grow, and the part is kept in view. */
const SETTLES = 5000

/**
 * @param tell is told how far it has come, whenever the page changes
 * @returns what ends it
 */
export function arriveAt(part: string, tell: (arrival: Arrival) => void): () => void {
  let isBusy = false
  let current: HTMLElement | undefined
  const look = () => {
    const place = placeOfPart(document, part)
    if (place === undefined && isOfAnswer(part))
      tell({ kind: isAnswered(document) ? 'absent' : 'awaited' })
    if (place !== undefined && place.element !== current) {
      if (!isBusy) goTo(place)
      tell({ kind: isBusy ? 'ready' : 'shown', title: place.title })
    }
    current = place?.element
    if (isBusy && current !== undefined) end()
  }
  const act = () => {
    isBusy = true
    if (current !== undefined) end()
  }
  const changes = new MutationObserver(look)
  const end = () => {
    for (const one of ACTS) removeEventListener(one, act)
    changes.disconnect()
    release()
  }
  for (const one of ACTS) addEventListener(one, act, { passive: true })
  changes.observe(document.body, {
    ...{ childList: true, subtree: true },
    attributeFilter: ['data-part'],
  })
  look()
  return end
}

/** The part at the top of the window, with the focus, by which it is read out; it stays there while what stands above grows. */
export function goTo({ element }: Place): void {
  release()
  element.focus({ preventScroll: true })
  element.scrollIntoView()
  const grows = new ResizeObserver(() => element.scrollIntoView())
  const timer = setTimeout(() => release(), SETTLES)
  release = () => {
    clearTimeout(timer)
    grows.disconnect()
    for (const one of ACTS) removeEventListener(one, release)
    release = () => {}
  }
  for (const one of ACTS) addEventListener(one, release, { passive: true })
  grows.observe(document.body)
}

/** Lets go of the part that is kept in view. */
let release = (): void => {}
