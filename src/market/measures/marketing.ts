/**
 * What marketing costs beside what it brings. Hours that owners put into marketing are their own time: no job and no money, but
 * they could have earned an hour's wage of their region with it. Earnings of owners are net of that and so tell the gain.
 */
import type { World } from '../../engine/index.ts'
import { STATE, sellers } from '../populations/index.ts'
import { firms, regions } from '../tables/index.ts'
import { measuresOf, type Sweep, viewsOf } from './measure.ts'

const emptySums = () => ({
  /** Of all firms a week. */
  hours: 0,
  /** Of the same firms, FTE. */
  time: 0,
  /** Wages of these hours elsewhere, mRp a week. */
  cost: 0,
  /** What firms earn for their owners, less the cost of these hours, mRp a week. */
  earned: 0,
})

const sums: Sweep<ReturnType<typeof emptySums>> = {
  every: 'week',
  over(world: World) {
    const c = viewsOf(world, {
      state: sellers.state,
      region: sellers.region,
      weight: sellers.weight,
      effort: sellers.effort,
      earnings: sellers.earnings,
      fullTime: firms.fullTime,
      wage: firms.wage,
      regionalWage: regions.wage,
    })
    const s = emptySums()
    return {
      sums: s,
      take() {
        let [hours, cost, earned] = [0, 0, 0]
        for (let seller = 0; seller < c.state.length; seller++) {
          if (c.state[seller] !== STATE.active) continue
          const spent = c.weight[seller] * c.effort[seller]
          hours += spent
          cost += (spent / c.fullTime[0]) * c.wage[0] * c.regionalWage[c.region[seller]]
          earned += c.weight[seller] * c.earnings[seller]
        }
        Object.assign(s, {
          hours,
          time: hours / c.fullTime[0],
          cost: cost / 1000,
          earned: earned / 1000,
        })
      },
    }
  },
}

export const marketing = measuresOf(sums, {
  hours: {
    name: 'marketing hours',
    unit: 'hours/week',
    label: {
      en: 'Hours of owners in marketing',
      id: 'Jam kerja pemilik untuk pemasaran',
    },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.hours),
  },
  time: {
    name: 'marketing time',
    unit: 'FTE',
    label: {
      en: 'Owners’ time in marketing',
      id: 'Waktu pemilik untuk pemasaran',
    },
    more: 'neither',
    by: [],
    headline: { place: 12, by: ['all'] },
    tell: (s, tell) => tell(s.time),
  },
  cost: {
    name: 'cost of marketing time',
    unit: 'mRp/week',
    label: {
      en: 'Cost of marketing time',
      id: 'Nilai waktu untuk pemasaran',
    },
    more: 'bad',
    by: [],
    headline: { place: 13, by: ['all'] },
    effects: ['all'],
    tell: (s, tell) => tell(s.cost),
  },
  earnings: {
    name: 'owner earnings',
    unit: 'mRp/week',
    label: {
      en: 'Earnings of owners',
      id: 'Penghasilan pemilik usaha',
    },
    more: 'good',
    by: [],
    headline: { place: 14, by: ['all'] },
    effects: ['all'],
    tell: (s, tell) => tell(s.earned),
  },
})
