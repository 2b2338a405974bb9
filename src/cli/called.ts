/** What the program is called in what it says. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Its name where the shell finds it, else as npm finds it. */
export const CALLED = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'pasar')))
  ? 'pasar'
  : 'npx pasar'
