/** What the program is called in what it says. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CALL } from '../study/index.ts'

/** Its name where the shell finds it, else as npm finds it. */
export const CALLED = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'pasar')))
  ? 'pasar'
  : CALL
