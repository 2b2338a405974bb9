/** Who we are. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version

/** How it is called here: by its name where the shell finds it, else as npm finds it. */
export const CALLED = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'pasar')))
  ? 'pasar'
  : 'npx pasar'

/** For files that say who wrote them. */
export const PROGRAM = `pasar ${VERSION}`
