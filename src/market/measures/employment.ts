import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { labour, POOL, POOL_KINDS, pools, STATE, sellers } from '../populations/index.ts'
import { cell, names, type Recorder, viewsOf } from './part.ts'

/** Kinds of work as they are reported: paid and family work of a kind of firm are one. */
const REPORTED = [
  'producer',
  'reseller',
  'importer',
  'trader',
  'creator',
  'courier',
  'platform',
] as const

/**
 * Employment in full-time equivalents and heads by kind, region and category; paid and family work apart;
 * hires and separations; unemployment. Heads of family work are those of active firms, whatever their hours.
 */
export function createEmployment(world: World, input: MarketInput): Recorder {
  const c = viewsOf(world, {
    fte: pools.fte,
    heads: pools.heads,
    kind: sellers.kind,
    category: sellers.category,
    cluster: sellers.cluster,
    state: sellers.state,
    weight: sellers.weight,
    family: sellers.family,
    familyUsed: sellers.familyUsed,
    paid: sellers.paid,
    hired: sellers.hired,
    separated: sellers.separated,
    unemployed: labour.unemployed,
    force: labour.force,
  })
  const [categories, regions, clusters] = ['categories', 'regions', 'clusters'].map((table) =>
    names(input, table),
  )
  const J = POOL_KINDS.length
  const [C, R] = [categories.length, regions.length]
  const split = (measure: string, unit: string) => [
    cell(measure, unit),
    ...REPORTED.map((kind) => cell(measure, unit, { kind })),
    ...regions.map((region) => cell(measure, unit, { region })),
    ...categories.map((category) => cell(measure, unit, { category })),
    // Clusters are places inside a region.
    ...clusters.map((region) => cell(measure, unit, { region })),
  ]
  const width = 1 + REPORTED.length + R + C + clusters.length
  const cells = [
    ...split('employment', 'FTE'),
    ...split('heads', 'people'),
    cell('paid work', 'FTE'),
    cell('family work', 'FTE'),
    cell('hires', 'FTE/week'),
    cell('separations', 'FTE/week'),
    cell('unemployment', 'share'),
  ]
  return {
    cells,
    fill(out, at) {
      out.fill(0, at, at + cells.length)
      for (let pool = 0; pool < R * J; pool++) {
        const kind = pool % J
        const region = Math.floor(pool / J)
        const reported = kind < POOL.creator ? kind % 4 : kind - 4
        const spread = (start: number, amount: number) => {
          out[start] += amount
          out[start + 1 + reported] += amount
          out[start + 1 + REPORTED.length + region] += amount
        }
        spread(at, c.fte[pool])
        spread(at + width, c.heads[pool])
      }
      let [paid, family, hires, separations] = [0, 0, 0, 0]
      const byCategory = at + 1 + REPORTED.length + R
      for (let seller = 0; seller < input.size.sellers; seller++) {
        const w = c.weight[seller]
        const active = c.state[seller] === STATE.active
        const used = active ? c.familyUsed[seller] : 0
        paid += w * c.paid[seller]
        family += w * used
        hires += w * c.hired[seller]
        separations += w * c.separated[seller]
        out[byCategory + c.category[seller]] += w * (c.paid[seller] + used)
        if (c.cluster[seller] > 0) {
          out[byCategory + C + c.cluster[seller] - 1] += w * (c.paid[seller] + used)
          out[byCategory + width + C + c.cluster[seller] - 1] +=
            w * (c.paid[seller] + (active ? c.family[seller] : 0))
        }
        out[byCategory + width + c.category[seller]] +=
          w * (c.paid[seller] + (active ? c.family[seller] : 0))
      }
      const tail = at + 2 * width
      out.set([paid, family, hires, separations], tail)
      let [without, force] = [0, 0]
      for (let region = 0; region < R; region++) {
        without += c.unemployed[region]
        force += c.force[region]
      }
      out[tail + 4] = force > 0 ? without / force : 0
    },
  }
}
