import { before, number, rule } from '../../../engine/index.ts'
import {
  creators,
  feeds,
  POOL,
  POOL_KINDS,
  pools,
  STATE,
  sellers,
} from '../../populations/index.ts'
import { companies, creator, firms, households, regions, venues } from '../../tables/index.ts'

/**
 * Work and income in the market by region and kind: paid work and owners of firms, creators, couriers (by
 * parcels) and platform staff (by orders). Without the couriers the jobs that online sales give would be
 * understated.
 */
export const work = rule({
  name: 'work',
  does: 'work and income are added up by region and kind, including couriers and platforms',
  every: 'week',
  over: pools,
  whole: true,
  reads: {
    kind: sellers.kind,
    region: sellers.region,
    state: sellers.state,
    weight: sellers.weight,
    family: sellers.family,
    familyUsed: sellers.familyUsed,
    paid: sellers.paid,
    wages: sellers.wages,
    withdrawals: sellers.withdrawals,
    listed: sellers.listed,
    creatorRegion: creators.region,
    creatorHours: creators.hours,
    creatorIncome: creators.income,
    creatorWeight: creator.weight,
    parcelsWeek: before(feeds.parcelsWeek),
    courier: venues.courier,
    platform: venues.platform,
    staffing: venues.staffing,
    staff: companies.staff,
    orderWeight: households.orders,
    fullTime: firms.fullTime,
    wage: firms.wage,
    regionalWage: regions.wage,
  },
  writes: { heads: pools.heads, fte: pools.fte, bill: pools.bill },
  parameters: {
    employed: number({
      label: 'Hours a week from which a creator is at work and counts as a head',
      unit: 'hours/week',
      default: 1,
      range: [0, 40],
      source:
        'BPS, Sakernas 2023, after the ILO: at work is who has worked at least one hour in the week that is asked about',
      grade: 'A',
    }),
    parcelsPerCourier: number({
      label: 'Parcels delivered per courier',
      unit: 'parcels/FTE-week',
      default: 630,
      range: [100, 2000],
      source:
        'assumption: 90 to 120 parcels a day on six days (from memory); 300 a week (villages far apart) to 1,000 (a dense city)',
      grade: 'assumption',
    }),
    courierWage: number({
      label: 'Courier wage',
      unit: 'kRp/FTE-week',
      default: 510,
      range: [50, 5000],
      source: 'Rp 85 thousand a day (F163) on six days',
      grade: 'B',
    }),
    platformWage: number({
      label: 'Platform wage relative to small firms',
      unit: 'ratio',
      default: 3,
      range: [0.5, 20],
      source:
        'assumption: office staff earn three times what small firms pay, Rp 6.2 million a month; 1.5 (call centres) to 6 (engineers)',
      grade: 'assumption',
    }),
  },
  step(c, p, { count }) {
    const poolCount = POOL_KINDS.length
    const { regions: regionCount, venues: venueCount } = count
    c.heads.fill(0)
    c.fte.fill(0)
    c.bill.fill(0)
    const add = (region: number, kind: number, heads: number, fte: number, bill: number) => {
      const pool = region * poolCount + kind
      c.heads[pool] += heads
      c.fte[pool] += fte
      c.bill[pool] += bill
    }
    for (let seller = 0; seller < count.sellers; seller++) {
      if (c.listed[seller] >= 0) continue
      const weight = c.weight[seller]
      const active = c.state[seller] === STATE.active ? weight : 0
      add(
        c.region[seller],
        POOL.paid + c.kind[seller],
        weight * c.paid[seller],
        weight * c.paid[seller],
        weight * c.wages[seller],
      )
      add(
        c.region[seller],
        POOL.owner + c.kind[seller],
        active * c.family[seller],
        active * c.familyUsed[seller],
        weight * c.withdrawals[seller],
      )
    }
    for (let creatorRow = 0; creatorRow < count.creators; creatorRow++) {
      const weight = c.creatorWeight[0]
      const hours = c.creatorHours[creatorRow]
      add(
        c.creatorRegion[creatorRow],
        POOL.creator,
        hours >= p.employed ? weight : 0,
        (weight * hours) / c.fullTime[0],
        weight * c.creatorIncome[creatorRow],
      )
    }
    let staff = 0
    for (let company = 0; company < count.companies; company++) staff += c.staff[company]
    for (let venue = 0; venue < venueCount; venue++)
      for (let region = 0; region < regionCount; region++) {
        const parcels = c.parcelsWeek[venue * regionCount + region] * c.orderWeight[0]
        if (c.courier[venue]) {
          const couriers = parcels / p.parcelsPerCourier
          add(region, POOL.courier, couriers, couriers, couriers * p.courierWage)
        }
        if (c.platform[venue]) staff += (c.staffing[venue] * parcels) / 1000
      }
    // Platforms have their offices in the first region, the capital.
    add(0, POOL.platform, staff, staff, staff * p.platformWage * c.wage[0] * c.regionalWage[0])
  },
})
