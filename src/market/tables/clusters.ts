import { number, reference, share, table } from '../../engine/index.ts'

const described = {
  source: 'given: where the cluster is and what it sells',
  grade: 'given',
} as const
const alike = { source: 'given: as of other sellers unless written', grade: 'given' } as const

/** Clusters: places inside a region whose sellers differ from the rest of their kind. May be empty. */
export const clusters = table('clusters', 'Clusters of sellers', {
  region: reference({ label: 'Region', to: 'regions', default: '', ...described }),
  category: reference({ label: 'Category', to: 'categories', default: '', ...described }),
  kind: reference({ label: 'Kind of seller', to: 'kinds', default: '', ...described }),
  share: share({
    label: 'Share of the sellers of this region, category and kind',
    default: 0.5,
    source:
      'assumption: half of such sellers where nobody has counted them; a fifth (one cluster of many) to nearly all',
    grade: 'assumption',
  }),
  rent: number({
    label: 'Rent relative to other locations',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
    ...alike,
  }),
  streams: number({
    label: 'Presence on streaming venues relative to other sellers',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
    ...alike,
  }),
  platforms: number({
    label: 'Presence on other platforms relative to other sellers',
    unit: 'ratio',
    default: 1,
    range: [0, 5],
    ...alike,
  }),
  presence: number({
    label: 'Additional presence factor at a venue',
    unit: 'ratio',
    default: 1,
    range: [0, 20],
    per: 'venues',
    ...alike,
  }),
})
