/** Links: what a page shows, in its address. */
export {
  type Comparison,
  comparisonOf,
  embeddingOf,
  fileOf,
  isLink,
  isOfVersion,
  linkTo,
  readLink,
  type SharedFile,
  shippedOf,
} from './link.ts'
export type { LinkFinding, LinkResult, Shared } from './shared.ts'
