/** The part of the page to which a link leads, and how far its reader has come to it. */
import { signal } from '@preact/signals'
import { type Arrival, arriveAt, goTo } from '../share/arrival.ts'
import { isOfAnswer, measureOfPart, PICTURE, placeOfPart } from '../share/part.ts'
import { CHOICES } from '../views/drawing.ts'
import { compared } from './compared.ts'

/** Undefined where no link leads to a part, or to one that this page does not have. */
export const arrival = signal<Arrival | undefined>(undefined)

let leave = (): void => {}
let wanted = ''

/** Leads the reader to a part, which comes from a link and may be anything. */
export function lead(part: string): void {
  leave()
  arrival.value = undefined
  const measure = measureOfPart(part, CHOICES)
  if (measure === undefined && part !== PICTURE && !isOfAnswer(part)) return
  if (measure !== undefined) compared.value = measure
  wanted = part
  leave = arriveAt(part, (next) => {
    if (JSON.stringify(next) !== JSON.stringify(arrival.peek())) arrival.value = next
  })
}

/** For a reader who was busy when the part came. */
export function follow(): void {
  const place = placeOfPart(document, wanted)
  if (place !== undefined) goTo(place)
}
