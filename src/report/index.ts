/** Floor 5: results in, charts and printed numbers out. Knows no screen and no disk. */
export { charts } from './charts.ts'
export { formatDate, formatNumber, formatPercent } from './format.ts'
export { type EffectText, formatEffect } from './format-effect.ts'
export type { Chart, Event, Language, PolicyRuns, ReportInput } from './input.ts'
export { toSvg } from './to-svg.ts'
export { formatValue } from './units.ts'
export { nameOf, type Words, words } from './words.ts'
