/** What a folder of results says of itself, for those who make other files of it. */

import type { Table } from '../../study/index.ts'
import type { Language } from '../input.ts'
import type { Field } from '../open/fields.ts'

/** A table of the folder with what its columns mean, in their order. */
export interface DescribedTable extends Table {
  readonly title: Readonly<Record<Language, string>>
  readonly fields: readonly Field[]
}

export interface FolderTold {
  readonly title: Readonly<Record<Language, string>>
  readonly question: Readonly<Record<Language, string>>
  /** What it is compared with; of a comparison alone. */
  readonly baseline?: Readonly<Record<Language, string>>
  /** Of a study of many points: its intervals are of points. */
  readonly ofPoints: boolean
  /** By the names of `PageWords.facts`: program, seed, runs, fingerprint, command, date. */
  readonly facts: Readonly<Record<string, string>>
  readonly tables: readonly DescribedTable[]
  /** What rows of the market are called. */
  readonly labels: Readonly<Record<string, string>>
}
