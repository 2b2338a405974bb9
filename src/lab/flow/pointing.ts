/** What a pointer does in the moving picture: over a dot it says whom it would ask, and a click or a tap asks. */

import type { TargetedMouseEvent, TargetedPointerEvent } from 'preact'
import type { Language } from '../../report/index.ts'
import type { Asking } from './buyers.tsx'
import { dotNear, dotsAt, type Layout } from './layout.ts'
import { dateOn, type FlowData, type WorldOf } from './model.ts'
import type { FlowWords } from './words.ts'

interface Picture {
  readonly language: Language
  readonly words: FlowWords
  readonly data: FlowData
  readonly layout: Layout
  readonly targets: readonly number[]
  readonly world: WorldOf
  readonly asking: Asking
  readonly moment: number
}

/** Handlers of a canvas. Keys have the list of buyers instead. */
export function pointing({ language, words, asking, moment, ...picture }: Picture) {
  const { data, layout, targets, world } = picture
  const day = Math.floor(moment)
  const meant = ({ currentTarget, clientX, clientY }: TargetedMouseEvent<HTMLCanvasElement>) => {
    const { left, top, width } = currentTarget.getBoundingClientRect()
    const scale = layout.width / width
    const point = { x: (clientX - left) * scale, y: (clientY - top) * scale }
    return dotNear(dotsAt(data, layout, targets, world, moment), point)
  }
  return {
    onPointerMove(event: TargetedPointerEvent<HTMLCanvasElement>) {
      const dot = meant(event)
      const { currentTarget: canvas } = event
      canvas.style.cursor = dot === undefined ? '' : 'pointer'
      canvas.title =
        dot === undefined ? '' : words.ask(asking.buyers[dot.buyer], dateOn(data, day, language))
    },
    onClick(event: TargetedMouseEvent<HTMLCanvasElement>) {
      const dot = meant(event)
      if (dot !== undefined) asking.why(asking.buyers[dot.buyer], day)
    },
  }
}
