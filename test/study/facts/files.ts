/** Small markets with a known answer, for facts: three shops online and one on the street, of which T closes. */
import type { Load } from '../../../src/scenario/index.ts'

/** Shares of occasions are T .05, S .18, K .12, O .30 and nobody .35, as in scenarios/textbook/closure-nested. */
export const MARKET = {
  'base.yaml': `title: Three shops online and one on the street
textbook: true
buyers: { count: 4000, price-sensitivity: 0.04 per kRp }
calendar: { start: 2024-01-01, weeks: 16 }
nests:
  online: { dissimilarity: 0.4 }
  offline: { dissimilarity: 1 }
venues:
  T: { nest: online }
  S: { nest: online }
  K: { nest: online }
  O: { nest: offline }
categories: { goods: { constants: { offline: -0.1541506798 } } }
sellers:
  - { name: Tari, venue: T, cost: 30 kRp, price: 50 kRp, quality: 1.2216359404 }
  - { name: Sari, venue: S, cost: 30 kRp, price: 50 kRp, quality: 1.7340094786 }
  - { name: Kiki, venue: K, cost: 30 kRp, price: 50 kRp, quality: 1.5718234353 }
  - { name: Omar, venue: O, cost: 30 kRp, price: 50 kRp, quality: 2 }
windows:
  before: 2024-01-01 to 2024-02-25
`,
  'closed.yaml': `title: T closes
extends: base
policies:
  - closure: { venue: T, announced: 2024-02-26, effective: 2024-02-26, anticipated: false }
windows:
  after: { days: 2024-02-26 to 2024-04-07, main: true }
`,
  'later.yaml': `title: T closes later
extends: base
policies:
  - closure: { venue: T, announced: 2024-03-04, effective: 2024-03-04, anticipated: false }
windows:
  after: { days: 2024-03-04 to 2024-04-07, main: true }
`,
} as const

/** Hands in these files and those of the market. */
export const words = (files: Readonly<Record<string, string>>): Load => {
  const all: Readonly<Record<string, string>> = { ...MARKET, ...files }
  return (path) => (all[path] === undefined ? undefined : { text: all[path] })
}
