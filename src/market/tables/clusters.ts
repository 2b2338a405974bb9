import { number, reference, share, table } from '../../engine/index.ts'

/** Clusters: places inside a region whose sellers differ from the rest of their kind. May be empty. */
export const clusters = table('clusters', 'Clusters of sellers', {
  region: reference({ label: 'Region', to: 'regions', default: '' }),
  category: reference({ label: 'Category', to: 'categories', default: '' }),
  kind: reference({ label: 'Kind of seller', to: 'kinds', default: '' }),
  share: share({ label: 'Share of the sellers of this region, category and kind', default: 0.5 }),
  rent: number({
    label: 'Rent relative to other places',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
  }),
  streams: number({
    label: 'Presence on venues that stream, relative to others',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
  }),
  platforms: number({
    label: 'Presence on other platforms, relative to others',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
  }),
  presence: number({
    label: 'Presence at a venue, on top of that',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
    per: 'venues',
  }),
})
