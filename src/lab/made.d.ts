/** Modules that the build makes (build/lab.config.ts). */
declare module 'virtual:worker-address' {
  /** Where the worker of the page lies; undefined where all code is one script. */
  const address: string | undefined
  export default address
}

declare module 'virtual:scenarios' {
  /** The text of every shipped scenario by its path. */
  const texts: Readonly<Record<string, string>>
  export default texts
}

declare module 'virtual:studies' {
  /** What shipped studies of uncertainty found, each as the text of its results. */
  const texts: readonly string[]
  export default texts
}

declare module 'virtual:gallery' {
  import type { Entry } from './entry.ts'

  const entries: readonly Entry[]
  export default entries
}

declare module 'virtual:first-visit' {
  import type { FirstVisit } from './entry.ts'

  const first: FirstVisit
  export default first
}

declare module 'virtual:declared-words' {
  import type { Words } from './described.ts'

  /** Words of declarations by their paths. */
  const words: Readonly<Record<string, Words>>
  export default words
}

declare module '*.css'
