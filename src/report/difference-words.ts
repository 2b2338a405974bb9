/** What differs between two scenarios, in Indonesian. */
import { policyCalled } from '../market/index.ts'
import type { DifferenceWords } from '../scenario/index.ts'
import { nameWords, policyName } from './name-words.ts'
import { said } from './text/parameter-words.ts'

/** Words around what differs, where they are not English. */
export const differenceWords: DifferenceWords = {
  nothing: 'tidak ada',
  value: (path) => path,
  days: 'jumlah hari',
  added: (what) => `dengan ${what}`,
  gone: (what) => `tanpa ${what}`,
  row: (table, name) => `baris ${table} ${name}`,
  course: (text) => `jadwal nilai ${text}`,
  policy: (name, settings) => {
    const labels = policyCalled(name)?.indonesian.settings
    const told = settings.map(
      ([setting, value]) => `${labels?.[setting] ?? setting}: ${valueId(value)}`,
    )
    return `kebijakan ${policyName(name, 'id')} (${told.join('; ')})`
  },
  word: (text) => valueId(text),
  does: {
    set: '',
    add: 'ditambah ',
    multiply: 'dikali ',
    'at-most': 'paling banyak ',
    'at-least': 'paling sedikit ',
    fill: 'mendekati 1 sebesar ',
  },
  from: 'sejak',
  until: 'sampai',
  linear: 'secara linear',
  cut: (to) => `(dibatasi: yang berlaku ${to})`,
}

/** Values of settings that are words, not names. */
const VALUES_ID: Readonly<Record<string, string>> = {
  true: 'ya',
  false: 'tidak',
  yes: 'ya',
  no: 'tidak',
  allowed: 'diizinkan',
  forbidden: 'dilarang',
  none: 'tidak ada',
  online: 'semua impor di platform',
  'cross-border': 'kiriman langsung lintas negara',
  'no-self-preferencing': 'larangan pengutamaan diri',
  'free-link-out': 'tautan setara ke semua pesaing',
}

/** A value of a setting in Indonesian, a row of a shipped scenario by its name: what is no word stays as it is. */
export const valueId = (value: string): string =>
  VALUES_ID[value] ?? nameWords.id.names[value] ?? said(value, 'id')
