import type { CommandModule } from 'yargs'
import { cacheOptions, clearKept, type KeptFile, keptFiles } from '../../node/index.ts'
import { aligned } from '../../report/index.ts'
import { CALLED } from '../called.ts'
import { print } from '../say.ts'

export const cache: CommandModule = {
  command: 'cache',
  describe: 'List or clear the baselines kept for later comparisons',
  builder: (yargs) =>
    yargs
      .option('clear', { describe: 'Remove them', type: 'boolean' })
      .option('json', { describe: 'Print one JSON object', type: 'boolean' })
      .example('$0 cache', 'how many, how large, and when each was last used')
      .example('$0 cache --clear', 'the next comparison runs its baseline again')
      .epilogue(
        'Environment: PASAR_CACHE is the folder [~/.cache/pasar], PASAR_CACHE_LIMIT the limit in bytes\n[2000000000]; 0 keeps nothing. What was used longest ago makes room. --no-cache leaves it out of a study.',
      ),
  handler({ clear, json }) {
    const options = cacheOptions()
    const files = clear ? clearKept(options) : keptFiles(options)
    if (json) return print(JSON.stringify(objectOf(options, files, clear === true)))
    print(clear ? cleared(options.folder, files) : listed(options, files))
  },
}

type Options = ReturnType<typeof cacheOptions>

const bytesIn = (files: readonly KeptFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0)

const objectOf = ({ folder, limit }: Options, files: readonly KeptFile[], clear: boolean) => ({
  folder,
  limit,
  cleared: clear,
  bytes: bytesIn(files),
  baselines: files.map(({ key, bytes, used }) => ({ key, bytes, used: used.toISOString() })),
})

const counted = (files: readonly KeptFile[]) =>
  `${files.length} ${files.length === 1 ? 'baseline' : 'baselines'}, ${size(bytesIn(files))}`

function listed({ folder, limit }: Options, files: readonly KeptFile[]): string[] {
  const rows = files.map(({ key, bytes, used }) => [
    key,
    size(bytes),
    `${used.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ])
  return [
    `folder: ${folder} (PASAR_CACHE)`,
    `kept: ${counted(files)}, of at most ${size(limit)} (PASAR_CACHE_LIMIT)`,
    ...(rows.length === 0 ? [] : aligned([['baseline', 'size', 'last used'], ...rows])),
    ...(rows.length === 0 ? [] : [`remove them: ${CALLED} cache --clear`]),
  ]
}

const cleared = (folder: string, files: readonly KeptFile[]): string[] => [
  files.length === 0 ? `nothing is kept in ${folder}` : `removed from ${folder}: ${counted(files)}`,
]

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** 1234567 as 1.2 MB. */
function size(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** power
  return `${power > 0 && amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[power]}`
}
