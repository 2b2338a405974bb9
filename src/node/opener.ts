/** The program that opens pages on this system. */
import { shellLine } from '../scenario/index.ts'

/** The words of a command that opens what stands behind them. */
export const opener = (system: string = process.platform): readonly string[] =>
  system === 'darwin' ? ['open'] : system === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open']

/** How a person types it: in a window of Windows `start` is a word of the shell itself. */
export const openedBy = (file: string, system: string = process.platform): string =>
  shellLine([...(system === 'win32' ? ['start'] : opener(system)), file])
