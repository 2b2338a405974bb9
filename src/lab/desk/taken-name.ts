import type { Work } from './messages.ts'

/** What a scenario is called that is taken along: not as the shipped one, which it does not replace. */
export const takenName = ({ path }: Pick<Work, 'path'>): string => {
  const [file] = path.split('/').slice(-1)
  return `my-${file.replace(/\.ya?ml$/, '')}`
}
