/** Files that come with the program. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What was known of Indonesia's market before 4 October 2023. */
export const TARGETS = 'scenarios/studies/targets-2023.yaml'

/** The draws of the fit that comes with the program. */
export const DRAWS = 'scenarios/studies/results/fit-2023/draws.csv'

/** A file under `scenarios` as one has it in this folder, else as it came with the program. */
export function shipped(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [path, join(here, '..', path), join(here, '..', '..', path)]
  return places.find((place) => existsSync(place)) ?? path
}
