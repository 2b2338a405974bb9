/**
 * The market on its first morning: tables as written, buyers, sellers and creators with their attributes.
 * What a rule can set on the first day it sets itself.
 */
import {
  civil,
  type Draws,
  dayOfDate,
  drawn,
  drawsOf,
  exp,
  type FieldOf,
  type Key,
  keyOf,
  log,
  normalQuantile,
  power,
  still,
  viewsOf,
  type World,
} from '../../engine/index.ts'
import { given, type MarketInput, setting } from '../input.ts'
import { addedIn } from '../policy/added.ts'
import {
  blocks,
  buyers,
  classes,
  creators,
  days,
  INCOME_CLASSES,
  LEVELS,
  labour,
  levels,
  lists,
  sellers,
  today,
} from '../populations/index.ts'
import { calendar } from '../rules/game/calendar.ts'
import {
  categories,
  creator as creatorTable,
  households,
  regions,
  routes,
  sellerList,
  TABLES,
  venues,
} from '../tables/index.ts'
import { listsOf } from './counts.ts'
import { foundListedSellers } from './listed-sellers.ts'
import { foundSellers, largestRemainder, SELLER_DRAWS } from './sellers.ts'

const why = 'of a draw that is made no more'

/** By which numbers agents are what they are on the first day, by the purpose of their key. */
export const FOUNDING = {
  'found buyers': {
    income: still('Place in the distribution of incomes'),
    activity: still('Shopping activity', 1, { free: 1, why }),
    affinity: still('Live affinity'),
    shopper: still('Shops online'),
  },
  'found sellers': SELLER_DRAWS,
  'found creators': {
    region: still('Region'),
    category: still('Category'),
    followers: still('Followers', 1, { free: 1, why }),
    outside: still('What an hour of other work would earn'),
  },
}

type FoundingDraws<P extends keyof typeof FOUNDING> = Draws<(typeof FOUNDING)[P]>

export function initialise(world: World, input: MarketInput, seed: Key): void {
  const drawsFor = <P extends keyof typeof FOUNDING>(purpose: P): FoundingDraws<P> =>
    drawsOf(FOUNDING[purpose], { run: keyOf(seed, purpose) }, world.counts)
  fillTables(world, input)
  fillAdded(world, input)
  fillCalendar(world, input)
  fillLevels(world, input)
  foundBuyers(world, input, drawsFor('found buyers'))
  if (input.tables.sellers.length > 0) foundListedSellers(world, input)
  else foundSellers(world, input, drawsFor('found sellers'))
  placeLists(world, input)
  foundCreators(world, input, drawsFor('found creators'))
  world.view(labour.wage).fill(1)
  world.view(blocks.occasions).fill(0)
}

function fillTables(world: World, input: MarketInput): void {
  for (const table of TABLES) {
    if (table === sellerList) continue
    input.tables[table.name].forEach(({ values }, row) => {
      for (const field of Object.keys(table.fields)) {
        const column = world.view(table.columns[field])
        const value = values[field]
        if (typeof value === 'number') {
          const width = column.length / input.tables[table.name].length
          for (let k = 0; k < width; k++) column[row * width + k] = value
        } else
          value.forEach((one, k) => {
            column[row * value.length + k] = one
          })
      }
    })
  }
}

/** Fields that policies add begin at their defaults; all else that they add begins at nought. */
export function fillAdded(world: World, input: MarketInput): void {
  for (const table of addedIn(input).fields)
    for (const [name, field] of Object.entries(table.fields))
      if (field.kind === 'number' || field.kind === 'flag')
        world.view(table.columns[name]).fill(Number(field.default))
}

function fillCalendar(world: World, input: MarketInput): void {
  const c = viewsOf(world, {
    toLebaran: days.toLebaran,
    date: days.doubleDate,
    toSettle: days.toSettle,
    solving: days.solving,
  })
  const first = dayOfDate(input.start)
  const width = Math.floor(setting(input, calendar, 'doubleDateDays'))
  const month = setting(input, calendar, 'doubleDatesFrom')
  for (let day = 0; day < input.days; day++) {
    let nearest = NO_FEAST
    for (const lebaran of input.season.lebaran)
      if (Math.abs(lebaran - day) < Math.abs(nearest)) nearest = lebaran - day
    c.toLebaran[day] = nearest
    c.toSettle[day] = input.solveUntil - day
    c.solving[day] = day < input.solveUntil ? 1 : 0
    c.date[day] = 0
    if (!input.season.doubleDates) continue
    for (let near = -width; near <= width; near++)
      if (isDoubleDate(first + day + near, month)) {
        c.date[day] = near === 0 ? 1 : c.date[day] === 1 ? 1 : -1
      }
  }
  world.view(today.shopping)[0] = 1
}

/** Days to Lebaran where there is none: farther than any season reaches. */
const NO_FEAST = 9999

const isDoubleDate = (number: number, from: number) => {
  const { month, day } = civil(number)
  return month === day && month >= from
}

/** Activity and live affinity at the middles of equal parts of probability, scaled to a mean of 1. */
function fillLevels(world: World, input: MarketInput): void {
  const c = viewsOf(world, { activity: levels.activity, affinity: levels.affinity })
  const shape = given(input, households, 0, 'activitySpread')
  const mean = given(input, households, 0, 'affinity')
  const spread = given(input, households, 0, 'affinitySpread')
  const cap = given(input, households, 0, 'affinityCap')
  const sigma2 = mean > 0 ? log(1 + (spread * spread) / (mean * mean)) : 0
  for (let level = 0; level < LEVELS; level++) {
    const p = (level + 0.5) / LEVELS
    c.activity[level] = power(-log(1 - p), shape)
    c.affinity[level] =
      mean > 0
        ? Math.min(cap, exp(log(mean) - sigma2 / 2 + Math.sqrt(sigma2) * normalQuantile(p)))
        : 1
  }
  for (const column of [c.activity, c.affinity]) {
    let sum = 0
    for (let level = 0; level < LEVELS; level++) sum += column[level]
    // Where nobody has any, all have none.
    if (sum > 0) for (let level = 0; level < LEVELS; level++) column[level] *= LEVELS / sum
  }
}

/** Parts of equal probability, at whose middles the mean income of a class is taken. */
const PARTS = 64

function foundBuyers(world: World, input: MarketInput, draws: FoundingDraws<'found buyers'>): void {
  const c = viewsOf(world, {
    region: buyers.region,
    incomeClass: buyers.incomeClass,
    activity: buyers.activity,
    affinity: buyers.affinity,
    shopper: buyers.shopper,
    income: buyers.income,
    budget: buyers.budget,
    classIncome: classes.income,
    sensitivity: classes.sensitivity,
    orders: households.orders,
  })
  const household = (field: FieldOf<typeof households.fields>) => given(input, households, 0, field)
  c.orders[0] = household('weight') * household('purchases')
  const sigma = household('incomeSpread')
  const relative = (p: number) => exp(sigma * normalQuantile(p) - (sigma * sigma) / 2)
  const categoryCount = input.tables.categories.length
  for (let incomeClass = 0; incomeClass < INCOME_CLASSES; incomeClass++) {
    let sum = 0
    for (let part = 0; part < PARTS; part++)
      sum += relative((incomeClass + (part + 0.5) / PARTS) / INCOME_CLASSES)
    c.classIncome[incomeClass] = sum / PARTS
    for (let category = 0; category < categoryCount; category++) {
      const alpha =
        household('priceSensitivity') > 0
          ? household('priceSensitivity')
          : (household('referenceDissimilarity') *
              given(input, categories, category, 'priceElasticity')) /
            given(input, categories, category, 'meanPrice')
      c.sensitivity[incomeClass * categoryCount + category] =
        alpha * power(c.classIncome[incomeClass], -household('incomeSensitivity'))
    }
  }
  const shares = input.tables.regions.map((_, row) => given(input, regions, row, 'buyerShare'))
  let settled = 0
  largestRemainder(shares, input.size.buyers).forEach((people, region) => {
    c.region.fill(region, settled, settled + people)
    settled += people
  })
  for (let buyer = 0; buyer < input.size.buyers; buyer++) {
    const p = drawn(draws.income, buyer)
    c.incomeClass[buyer] = Math.floor(p * INCOME_CLASSES)
    c.income[buyer] =
      household('income') * given(input, regions, c.region[buyer], 'income') * relative(p)
    c.activity[buyer] = Math.floor(drawn(draws.activity, buyer) * LEVELS)
    c.affinity[buyer] = Math.floor(drawn(draws.affinity, buyer) * LEVELS)
    c.shopper[buyer] = drawn(draws.shopper, buyer) < household('onlineShoppers') ? 1 : 0
    c.budget[buyer] = 1
  }
}

/** Turns a number between 0 and 1 into a row, in proportion to shares. */
export function chooser(shares: readonly number[]): (p: number) => number {
  const total = shares.reduce((sum, one) => sum + one, 0)
  return (p) => {
    let mark = p * total
    for (let row = 0; row < shares.length - 1; row++) {
      if (mark < shares[row]) return row
      mark -= shares[row]
    }
    return shares.length - 1
  }
}

/** Lists of every route, and the stretch of sellers that each may hold: rows are sorted by category, region. */
function placeLists(world: World, input: MarketInput): void {
  const c = viewsOf(world, {
    firstList: routes.firstList,
    regional: routes.regional,
    route: lists.route,
    category: lists.category,
    from: lists.from,
    to: lists.to,
    sellerCategory: sellers.category,
    sellerRegion: sellers.region,
  })
  const categoryCount = input.tables.categories.length
  let list = 0
  input.tables.routes.forEach((_, route) => {
    const parts = listsOf(input, route) / categoryCount
    c.firstList[route] = list
    c.regional[route] = given(input, venues, given(input, routes, route, 'to'), 'regional')
    for (let category = 0; category < categoryCount; category++)
      for (let region = 0; region < parts; region++, list++) {
        c.route[list] = route
        c.category[list] = category
        let from = -1
        let to = -1
        for (let seller = 0; seller < input.size.sellers; seller++) {
          if (c.sellerCategory[seller] !== category) continue
          if (c.regional[route] && c.sellerRegion[seller] !== region) continue
          if (from < 0) from = seller
          to = seller + 1
        }
        c.from[list] = Math.max(0, from)
        c.to[list] = Math.max(0, to)
      }
  })
}

function foundCreators(
  world: World,
  input: MarketInput,
  draws: FoundingDraws<'found creators'>,
): void {
  const c = viewsOf(world, {
    region: creators.region,
    category: creators.category,
    skill: creators.skill,
    followers: creators.followers,
    usualFollowers: creators.usualFollowers,
    outside: creators.outside,
    shown: creators.shown,
  })
  const regionOf = chooser(
    input.tables.regions.map((_, row) => given(input, regions, row, 'buyerShare')),
  )
  const categoryOf = chooser(
    input.tables.categories.map((_, row) => given(input, categories, row, 'sellerShare')),
  )
  const tail = given(input, creatorTable, 0, 'followersTail')
  const mean = given(input, creatorTable, 0, 'meanFollowers')
  const spread = given(input, creatorTable, 0, 'outsideSpread')
  const outside = given(input, creatorTable, 0, 'outsideEarnings')
  let total = 0
  for (let creator = 0; creator < input.size.creators; creator++) {
    c.region[creator] = regionOf(drawn(draws.region, creator))
    c.category[creator] = categoryOf(drawn(draws.category, creator))
    c.followers[creator] = power(drawn(draws.followers, creator), -1 / tail)
    total += c.followers[creator]
    c.outside[creator] =
      outside *
      given(input, regions, c.region[creator], 'wage') *
      exp(spread * normalQuantile(drawn(draws.outside, creator)) - (spread * spread) / 2)
  }
  // The skill that keeps these followers where they are follows when platforms are chosen (attention.ts).
  c.skill.fill(1)
  for (let creator = 0; creator < input.size.creators; creator++) {
    c.followers[creator] *= (mean * input.size.creators) / total
    c.usualFollowers[creator] = c.followers[creator]
  }
  c.shown.fill(-1)
}
