/** What one recorded number is about. `all` where it is not broken down by a dimension. */
export interface Cell {
  readonly measure: string
  readonly venue: string
  readonly kind: string
  readonly origin: string
  readonly category: string
  readonly region: string
  readonly unit: string
}
