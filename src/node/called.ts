/** What the program is called in what it says. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CALL } from '../study/index.ts'

/** By npx the program has a path of its own, which the shell has not. */
const isByNpx = process.env.npm_command === 'exec'

const isInPath = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'pasar')))

/** Its name where the shell finds it, else as npm finds it. */
export const CALLED = isInPath && !isByNpx ? 'pasar' : CALL
