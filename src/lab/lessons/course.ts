/** Runs the agents of a lesson in a page, a few steps a frame. */
import { useEffect, useState } from 'preact/hooks'
import type { Lesson, Market } from './lesson.ts'

/** Milliseconds of a frame that may go by before the page is drawn again. */
const SLICE = 12
/** Milliseconds from the last movement of a slider until agents begin anew. */
const REST = 250

type Rows = readonly (readonly number[])[]

/** What the agents have come to so far. With less movement it is told when all is done. */
export function useCourse(lesson: Lesson, market: Market, seed: string): Rows {
  const [rows, setRows] = useState<Rows>([])
  useEffect(() => {
    setRows([])
    const course = lesson.agents(market, seed)
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    const all: (readonly number[])[] = []
    let frame = 0
    const goOn = () => {
      const until = performance.now() + SLICE
      let over = false
      while (!over && performance.now() < until) {
        const { done, value } = course.next()
        if (value) all.push(value)
        over = done === true
      }
      if (over || !calm) setRows([...all])
      if (!over) frame = requestAnimationFrame(goOn)
    }
    const begin = setTimeout(() => {
      frame = requestAnimationFrame(goOn)
    }, REST)
    return () => {
      clearTimeout(begin)
      cancelAnimationFrame(frame)
    }
  }, [lesson, market, seed])
  return rows
}
