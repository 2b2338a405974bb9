/** Whether something is wider than its place, and whether more of it lies to the right. */
import { useEffect, useState } from 'preact/hooks'

export interface Sideways {
  readonly isWider: boolean
  /** Whether some of it lies right of what is seen. */
  readonly isCut: boolean
}

/**
 * @param element the place, which scrolls
 * @param drawn changes when what is in it has been drawn
 */
export function useSideways(
  element: { readonly current: HTMLElement | null },
  drawn: unknown,
): Sideways {
  const [found, setFound] = useState<Sideways>({ isWider: false, isCut: false })
  useEffect(() => {
    const place = element.current!
    const look = () => {
      const { scrollWidth, clientWidth, scrollLeft } = place
      const isWider = scrollWidth > clientWidth + 1
      setFound({ isWider, isCut: isWider && scrollLeft + clientWidth < scrollWidth - 1 })
    }
    let frame = 0
    // What is said of a new width changes the page again: that is for the next frame.
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    watch.observe(place)
    place.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      place.removeEventListener('scroll', look)
    }
  }, [element, drawn])
  return found
}
