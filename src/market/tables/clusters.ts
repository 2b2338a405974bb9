import { number, reference, share, table } from '../../engine/index.ts'

/** Clusters: places inside a region whose sellers differ from the rest of their kind. May be empty. */
export const clusters = table('clusters', 'Clusters of sellers', {
  region: reference({ label: 'Region', to: 'regions', default: '' }),
  category: reference({ label: 'Category', to: 'categories', default: '' }),
  kind: reference({ label: 'Kind of seller', to: 'kinds', default: '' }),
  share: share({ label: 'Share of the sellers of this region, category and kind', default: 0.5 }),
  rent: number({
    label: 'Rent relative to other locations',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
  }),
  streams: number({
    label: 'Presence on streaming venues relative to other sellers',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
  }),
  platforms: number({
    label: 'Presence on other platforms relative to other sellers',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
  }),
  presence: number({
    label: 'Additional presence factor at a venue',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
    per: 'venues',
  }),
})
