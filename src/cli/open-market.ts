/** Opens a market alone, or as a member of a team that shares its state. */
import { createMarket, stateBytes } from '../market/index.ts'
import type { Bench } from '../study/index.ts'
import type { SharedTeam } from './shared-team.ts'

export const openMarket =
  (team?: SharedTeam): Bench['open'] =>
  (input, seed, from) => {
    const start = from === undefined ? {} : { from }
    if (team === undefined) return createMarket(input, seed, start)
    const buffer = team.share(() => new SharedArrayBuffer(stateBytes(input)))
    return createMarket(input, seed, { ...start, team, buffer })
  }
