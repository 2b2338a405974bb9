/** Opens a market alone, or as a member of a team that shares its state. */
import type { Team } from '../engine/index.ts'
import { createMarket, stateBytes } from '../market/index.ts'
import type { Host } from './run-task.ts'

export const openMarket =
  (team?: Team): Host['open'] =>
  (input, seed, from) => {
    const start = from === undefined ? {} : { from }
    if (team === undefined) return createMarket(input, seed, start)
    const buffer = team.share(stateBytes(input))
    return createMarket(input, seed, { ...start, team, buffer })
  }
