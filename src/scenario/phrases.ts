/** Facts of findings that are words of ours, not of the file: each has its sentence part in both languages. */

/** Languages of messages. */
export type Speech = 'en' | 'id'

type Part = (...of: readonly string[]) => string

const PHRASES = {
  nothing: { en: () => 'nothing', id: () => 'tidak ada isi' },
  'a-list': { en: () => 'a list', id: () => 'daftar' },
  'a-map': { en: () => 'a map', id: () => 'kunci dan nilai' },
  'map-or-list': { en: () => 'a map or list', id: () => 'kunci dan nilai atau daftar' },
  'a-word': { en: () => 'a word', id: () => 'satu kata' },
  'keys-and-values': { en: () => 'keys and values', id: () => 'kunci dan nilai' },
  'layer-keys': {
    en: () => 'keys and values to lay over scenarios',
    id: () => 'kunci dan nilai untuk dilapiskan pada skenario',
  },
  'extending-scenario': {
    en: () => 'a scenario that extends another',
    id: () => 'skenario yang memperluas skenario lain',
  },
  'scenario-name': { en: () => 'the name of a scenario', id: () => 'nama skenario' },
  text: { en: () => 'text', id: () => 'teks' },
  'true-or-false': { en: () => 'true or false', id: () => 'true atau false' },
  number: { en: (unit) => `a number (${unit})`, id: (unit) => `angka (${unit})` },
  'two-numbers': {
    en: () => 'two numbers: [low, high]',
    id: () => 'dua angka: [bawah, atas]',
  },
  'name-out-of': {
    en: (table) => `a name out of ${table}`,
    id: (table) => `salah satu nama dalam ${table}`,
  },
  range: {
    en: (low, high, unit) => `${low} to ${high} (${unit})`,
    id: (low, high, unit) => `${low} sampai ${high} (${unit})`,
  },
  'own-range': {
    en: (low, high) => `${low} to ${high} (its own range)`,
    id: (low, high) => `${low} sampai ${high} (rentangnya sendiri)`,
  },
  'cut-to': {
    en: (low, high, unit, limit) => `${low} to ${high} (${unit}): ${limit}`,
    id: (low, high, unit, limit) => `${low} sampai ${high} (${unit}): ${limit}`,
  },
  'value-on': {
    en: (value, moment) => `${value} on ${moment}`,
    id: (value, moment) => `${value} pada ${moment}`,
  },
  dates: {
    en: (first, last) => `${first} to ${last}`,
    id: (first, last) => `${first} sampai ${last}`,
  },
  usual: {
    en: (value, unit) => `the usual ${value} (${unit})`,
    id: (value, unit) => `nilai lazim ${value} (${unit})`,
  },
  'value-in': {
    en: (unit) => `value: a number in ${unit}`,
    id: (unit) => `value: angka dalam ${unit}`,
  },
  'key-date': { en: (key) => `${key}: a date`, id: (key) => `${key}: sebuah tanggal` },
  'key-date-such-as': {
    en: (key, example) => `${key}: a date such as ${example}`,
    id: (key, example) => `${key}: tanggal seperti ${example}`,
  },
  'key-name-out-of': {
    en: (key, table) => `${key}: a name out of ${table}`,
    id: (key, table) => `${key}: salah satu nama dalam ${table}`,
  },
  'key-value': { en: (key) => `${key}: a value`, id: (key) => `${key}: sebuah nilai` },
  'row-in': {
    en: (table) => `a row in ${table} (its own, by extends, or by textbook: true)`,
    id: (table) =>
      `satu baris dalam ${table} (miliknya sendiri, lewat extends, atau lewat textbook: true)`,
  },
  'a-seller': {
    en: (example) => `a seller: ${example}`,
    id: (example) => `seorang penjual: ${example}`,
  },
  none: { en: () => 'none', id: () => 'tidak ada' },
  'either-of': { en: () => 'one of both', id: () => 'salah satu dari keduanya' },
  'either-as-order-is-unknown': {
    en: () => 'one of both: which acts first would be a guess',
    id: () => 'salah satu dari keduanya: mana yang berlaku lebih dulu hanya dapat ditebak',
  },
  'one-key-as-in': {
    en: (example) => `one key, as in ${example}`,
    id: (example) => `satu kunci, seperti dalam ${example}`,
  },
  'no-key': { en: () => 'no key', id: () => 'tanpa kunci' },
  keys: {
    en: (count, names) => `${count} keys (${names})`,
    id: (count, names) => `${count} kunci (${names})`,
  },
  rows: { en: (count) => `${count} rows`, id: (count) => `${count} baris` },
  days: { en: (count) => `${count} days`, id: (count) => `${count} hari` },
  'count-of-dates': { en: (count) => `${count} dates`, id: (count) => `${count} tanggal` },
  'rows-and-routes': {
    en: (rows, routes) => `${rows} rows and ${routes} routes with a login`,
    id: (rows, routes) => `${rows} baris dan ${routes} rute dengan akun`,
  },
  'whole-name': {
    en: () => 'the name of the file',
    id: () => 'nama berkas ini',
  },
  'the-scenario': { en: () => 'the scenario', id: () => 'skenario ini' },
  'a-variant': { en: () => 'a variant', id: () => 'varian' },
  items: { en: () => 'items', id: () => 'isi daftarnya' },
  'its-value': { en: () => 'value', id: () => 'nilainya' },
  'its-keys': { en: () => 'keys', id: () => 'kunci-kuncinya' },
  'a-key': { en: () => 'a key', id: () => 'kunci' },
  'policy-file': {
    en: () => 'the file of a policy, or a list of them: ./my-policy.ts',
    id: () => 'berkas sebuah kebijakan, atau daftarnya: ./my-policy.ts',
  },
  'a-shipped-policy': { en: () => 'a policy that Pasar ships', id: () => 'kebijakan bawaan Pasar' },
  'another-file': { en: () => 'a policy of another file', id: () => 'kebijakan dari berkas lain' },
  'a-policy': { en: () => 'a policy', id: () => 'kebijakan' },
  'list-as-in': { en: (example) => `a list: ${example}`, id: (example) => `daftar: ${example}` },
  'step-of': {
    en: (course) => `a step of ${course}`,
    id: (course) => `satu langkah dari ${course}`,
  },
  'firms-online-and-by-chat': {
    en: () => 'on-marketplaces and by-chat of firms',
    id: () => 'on-marketplaces dan by-chat dari firms',
  },
  'rank-and-taste': {
    en: (venue, category) => `rank-popularity of ${venue} and popularity-taste of ${category}`,
    id: (venue, category) => `rank-popularity dari ${venue} dan popularity-taste dari ${category}`,
  },
  together: { en: (count) => `${count} together`, id: (count) => `${count} seluruhnya` },
  'is-on': {
    en: (what, date) => `${what} is ${date}`,
    id: (what, date) => `${what} adalah ${date}`,
  },
  both: { en: (one, other) => `${one} and ${other}`, id: (one, other) => `${one} dan ${other}` },
  'the-other': { en: (policy) => `the other ${policy}`, id: (policy) => `${policy} yang lain` },
  'setting-of': {
    en: (setting, policy) => `${setting} of ${policy}`,
    id: (setting, policy) => `${setting} dari ${policy}`,
  },
  'no-such-month': {
    en: (month) => `which is no day of the calendar: there is no month ${month}`,
    id: (month) => `yang tidak ada dalam kalender: tidak ada bulan ${month}`,
  },
  'days-of-month': {
    en: (month, days) => `which is no day of the calendar: ${month} has ${days} days`,
    id: (month, days) => `yang tidak ada dalam kalender: ${month} hanya ${days} hari`,
  },
  'no-time-of-day': {
    en: () => 'which is no time of day: hours go from 00:00 to 24:00',
    id: () => 'yang bukan waktu dalam sehari: jam berjalan dari 00:00 sampai 24:00',
  },
  'no-time-zone': {
    en: () => 'which is in no time zone: they go from -12:00 to +14:00 (WIB is +07:00)',
    id: () =>
      'yang tidak ada zona waktunya: zona berjalan dari -12:00 sampai +14:00 (WIB adalah +07:00)',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Speech, Part>>>>

export type PhraseCode = keyof typeof PHRASES

/** A fact by its code, with what it speaks of. */
export interface Phrase {
  readonly code: PhraseCode
  readonly of: readonly string[]
}

export const PHRASE_CODES = Object.keys(PHRASES) as PhraseCode[]

export const phrase = (code: PhraseCode, ...of: readonly (string | number)[]): Phrase => ({
  code,
  of: of.map(String),
})

/** Where a phrase has a unit among what it speaks of. */
const UNIT_AT: Readonly<Partial<Record<PhraseCode, number>>> = { range: 2, 'cut-to': 2, usual: 1 }

/** What a unit of a declaration is called in a language. */
export type UnitName = (unit: string) => string

/** A fact in words; a text is of the file, and stays as it is. */
export function worded(
  fact: string | Phrase,
  language: Speech,
  unitName: UnitName = (unit) => unit,
): string {
  if (typeof fact === 'string') return fact
  const { code, of } = fact
  const told = of.map((one, at) => (at === UNIT_AT[code] ? unitName(one) : one))
  return (PHRASES[code][language] as Part)(...told)
}
