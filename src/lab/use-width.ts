/** The width of an element of a page, as it is now. */
import { useEffect, useState } from 'preact/hooks'

/** @returns pixels; 0 before the element has been laid out */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    let frame = 0
    // What is drawn of a new width may change it again: that is for the next frame.
    const watch = new ResizeObserver(([{ contentRect }]) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setWidth(Math.floor(contentRect.width)))
    })
    watch.observe(element.current!)
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
    }
  }, [element])
  return width
}
