/** How declared names are written in a scenario. */

export { kebab } from '../engine/index.ts'

/** A name for people: tiktok-shop reads Tiktok shop. */
export const humanised = (name: string): string => {
  const words = name.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** A row may be called by letters, digits, spaces, hyphens; a dot would break paths, and results call sums `all`. */
export const isRowName = (name: string): boolean =>
  name !== 'all' && name.length <= 60 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _'-]*$/u.test(name)

/** The name that a file gives to its scenario. */
export const scenarioName = (path: string): string =>
  path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '')
