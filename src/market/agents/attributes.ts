import { viewsOf, type World } from '../../engine/index.ts'
import { buyers, creators, sellers } from '../populations/index.ts'
import { creator, households } from '../tables/index.ts'

/** What stands still about agents. */
export const attributesOf = (world: World) =>
  viewsOf(world, {
    kind: sellers.kind,
    category: sellers.category,
    region: sellers.region,
    cluster: sellers.cluster,
    weight: sellers.weight,
    creatorCategory: creators.category,
    creatorRegion: creators.region,
    creatorWeight: creator.weight,
    buyerRegion: buyers.region,
    buyerWeight: households.weight,
  })

export type Attributes = ReturnType<typeof attributesOf>

/** A copy that no longer changes with the world. */
export const copyAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, values]) => [name, (values as Float64Array).slice()]),
  ) as unknown as Attributes
