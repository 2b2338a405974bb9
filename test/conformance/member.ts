/** One thread of a team: takes its seat, runs the market with the others, and its leader tells the hash. */
import { parentPort, workerData } from 'node:worker_threads'
import {
  createMarket,
  evaluated,
  type MarketInput,
  runPrograms,
  stateBytes,
} from '../../src/market/index.ts'
import { type Slot, sharedTeam } from '../../src/node/shared-team.ts'

runPrograms(evaluated)
const { seat, input, seed } = workerData as { seat: Slot; input: MarketInput; seed: string }
const team = sharedTeam(seat)
const buffer = team.share(stateBytes(input))
const market = createMarket(input, seed, { team, buffer })
market.run()
if (seat.member === 0) parentPort?.postMessage({ hash: market.stateHash(), values: market.values })
