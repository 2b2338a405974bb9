/** What is kept for later comparisons, for a terminal and for other programs. */
import { aligned } from './columns.ts'

/** Where baselines are kept, and how many bytes at most. */
interface Cache {
  readonly folder: string
  readonly limit: number
}

interface KeptFile {
  readonly key: string
  readonly bytes: number
  readonly used: Date
}

const bytesIn = (files: readonly KeptFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

const baselines = (files: readonly KeptFile[]) =>
  `${files.length} ${files.length === 1 ? 'baseline' : 'baselines'}, ${sizeText(bytesIn(files))}`

/** @param command that removes them */
export function cacheLines(
  { folder, limit }: Cache,
  files: readonly KeptFile[],
  command: string,
): string[] {
  const rows = files.map(({ key, bytes, used }) => [
    key,
    sizeText(bytes),
    `${used.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ])
  return [
    `folder: ${folder} (PASAR_CACHE)`,
    `kept: ${baselines(files)}, of at most ${sizeText(limit)} (PASAR_CACHE_LIMIT)`,
    ...(rows.length === 0 ? [] : aligned([['baseline', 'size', 'last used'], ...rows])),
    ...(rows.length === 0 ? [] : [`remove them: ${command}`]),
  ]
}

export const clearedLine = ({ folder }: Cache, files: readonly KeptFile[]): string =>
  files.length === 0
    ? `nothing is kept in ${folder}`
    : `removed from ${folder}: ${baselines(files)}`

/** @param cleared whether they were removed */
export const cacheObject = (
  { folder, limit }: Cache,
  files: readonly KeptFile[],
  cleared: boolean,
) => ({
  ...{ folder, limit, cleared, bytes: bytesIn(files) },
  baselines: files.map(({ key, bytes, used }) => ({ key, bytes, used: used.toISOString() })),
})

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** 1234567 as 1.2 MB. */
function sizeText(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** power
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`
}
