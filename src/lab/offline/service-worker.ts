/** Keeps the files of the lab in the browser, so that it opens without a network after the first visit. */
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'

/** Every file of the folder but this one; written by the build. */
declare const FILES: { readonly url: string; readonly revision: string | null }[]

declare const self: {
  addEventListener(kind: 'message', heard: (event: { readonly data?: unknown }) => void): void
  skipWaiting(): Promise<void>
}

// Results change with versions: a new one waits until the reader asks for it.
self.addEventListener('message', ({ data }) => {
  if ((data as { readonly type?: unknown } | undefined)?.type === 'SKIP_WAITING')
    void self.skipWaiting()
})
cleanupOutdatedCaches()
precacheAndRoute(FILES)
