/** The published results: their folders, and the commands that made them. */
export const FOLDER = 'test/golden/published'

/**
 * The closure as it was, in a market small enough for every test run: it begins in July 2023, and its last
 * days are the first of the closure.
 */
export const PUBLISHED: Readonly<Record<string, readonly string[]>> = {
  'closure-small': [
    'compare',
    'scenarios/indonesia-2023.yaml',
    'scenarios/tiktok-shop-ban.yaml',
    '--quick',
    ...['--scale', '0.3', '--runs', '2', '--days', '105'],
    ...['--set', 'calendar.start=2023-07-03'],
  ],
}

/** What the changelog says of results, by what `pasar verify` found. */
export const SAYS: Readonly<Record<string, string>> = {
  exact: 'identical',
  'statistically equal': 'statistically equal',
  different: 'changed',
}
