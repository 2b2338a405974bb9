/** What is fetched once its place comes near the window. */
import { useEffect, useState } from 'preact/hooks'

/** @param fetch gives what is to be shown there; undefined is returned until it is at hand */
export function useNear<T>(
  place: { readonly current: HTMLElement | null },
  fetch: () => Promise<T>,
): T | undefined {
  const [found, setFound] = useState<T>()
  useEffect(() => {
    if (place.current === null || found !== undefined) return
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        watch.disconnect()
        void fetch().then((got) => setFound(() => got))
      },
      { rootMargin: '400px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  })
  return found
}
