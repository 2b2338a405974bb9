/** Baselines that are kept for later comparisons. */
import { cacheOptions, folderBaselines } from '../node/index.ts'
import type { Baselines } from '../study/index.ts'
import { note } from './say.ts'

/** Those of this machine; none where they are not wanted. */
export const baselinesFor = ({
  cache,
  quiet,
}: {
  readonly cache: boolean
  readonly quiet: boolean
}): Baselines | undefined =>
  cache
    ? folderBaselines({ ...cacheOptions(), note: (message) => note(message, quiet) })
    : undefined
