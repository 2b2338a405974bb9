/** Scenarios spoilt at random, by a seed: lines lost, doubled and moved, odd numbers, dates, texts and YAML. */
import { parse, stringify } from 'yaml'

export type Random = () => number

/** Mulberry32: a small generator that depends on its seed alone. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let word = Math.imul(state ^ (state >>> 15), 1 | state)
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296
  }
}

const NUMBERS = [
  ...['0', '-1', '1', '2', '1e308', 'NaN', '.nan', '.inf', '-.inf', 'Infinity', '1e-320', '0x10'],
  ...['0o17', '1_000', '12:30:45', '-0', '1e400', '99999999999999999999', '0.5', '1e9', '3 %'],
  ...[
    '300 %',
    '50 kRp',
    '-5 %',
    '1,5',
    '+3',
    '.5',
    '1.',
    '010',
    '4294967296',
    '1e-12',
    '~',
    'null',
  ],
  ...[
    'true',
    '""',
    '"12"',
    '50 % of price',
    '3 weeks',
    '2 / week',
    '1 per 0 kRp',
    '1 per 1e308 kRp',
  ],
  ...['50.000', '1.500.000', '1 500 kRp', '50 2 kRp', '1,5 %', 'Rp 50.000', '5 % %', '1,500.50'],
]
const DATES = [
  ...['2023-02-29', '0000-01-01', '9999-12-31', '2023-13-01', '2023-10-04 24:00'],
  ...['2023-10-04T17:00+99:99', '2023-10-04T17:00Z', '1900-01-01', '2022-07-04', '2024-07-01'],
  ...['20231004', '4-10-2023', '2023-10-4', '-0001-01-01', '2022-07-11 to 2022-07-11', '1e3'],
  ...['2022-07-04 to 2022-07-05 to 2022-07-06', '2023-10-04 17:00:60', '2022-07-04 00:00+14:00'],
]
const TEXTS = [
  ...['x'.repeat(70), 'x'.repeat(100_000), 'é\u0301'.repeat(50), '\u202etxt.exe', '\0', '"\\0"'],
  ...['"\\e[31mred"', '__proto__', 'constructor', 'toString', 'all', 'other', 'value', 'ground'],
  ...['<script>alert(1)</script>', '=1+1', '"a\\nb"', '😀', '\ud800', '[1, 2]', '{ a: 1 }', '[]'],
  ...['{}', '*nope', '&a 5', '!!js/function "f"', '!!binary aGk=', '!!set {a}', '!!float 3', '? a'],
  ...['| \n   block', '>-\n   folded', '- 1', '#', 'tiktok', 'shopee', 'no', 'yes', '@x', '`x`'],
  ...['"\\u202e"', '\u2028', '%YAML 1.1', '"all days"', '*', '"*"'],
]
const YAML = [
  ...['<<: *a', '<<: { title: x }', 'a: &a { title: y }', '*a : 2', '? [1,2]\n: 3', '{}: 1', '---'],
  ...['...', '%TAG ! x', '- 1', '"": 1', '~: 1', '? \n: 1', '!!map {}'],
]
const VALUES = [
  ...[0, -1, 1e308, Number.NaN, Number.POSITIVE_INFINITY, null, true, '', [], {}, [1, 2], '5 %'],
  ...[{ value: 1 }, { a: { b: 1 } }, '2023-10-04', { points: {} }, { points: { '2023-10-04': 1 } }],
]
const KEYS = [
  'x',
  'all',
  'other',
  '1',
  '1.5',
  '2023-10-04',
  'a b',
  'é',
  'a/b',
  'a.b',
  '..',
  '',
  '*',
]

type Tree = Record<string, unknown>

/** One to four changes to a text. */
export function mutated(text: string, random: Random, others: readonly string[]): string {
  const changes = 1 + Math.floor(random() * random() * 4)
  let mutant = text
  for (let nth = 0; nth < changes; nth++) mutant = once(mutant, random, others)
  return mutant
}

function once(text: string, random: Random, others: readonly string[]): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]
  const at = (most: number) => Math.floor(random() * most)
  const any = () => pick(pick([NUMBERS, NUMBERS, DATES, TEXTS]))
  const lines = text.split('\n')
  const line = at(lines.length)
  const replaced = (pattern: RegExp, by: (found: RegExpMatchArray) => string) => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const one = pick(found)
    return text.slice(0, one.index) + by(one) + text.slice(one.index + one[0].length)
  }
  const spliced = (from: number, gone: number, ...more: string[]) =>
    lines.toSpliced(from, gone, ...more).join('\n')
  const deep = pick([5, 39, 41, 1000, 20_000])
  const ways: (() => string)[] = [
    () => spliced(line, 1),
    () => spliced(line, 0, lines[line]),
    () => spliced(line, at(20)),
    () => spliced(at(lines.length), 0, ...lines.slice(line, line + at(20))),
    () => spliced(line, 0, ...pick(others).split('\n').slice(0, at(15))),
    () => spliced(line, 0, lines[line].match(/^ */)![0] + pick(YAML)),
    ...Array(5).fill(() => replaced(/(?<![\w-])-?\d+(\.\d+)?(?![\w-])/g, () => pick(NUMBERS))),
    ...Array(2).fill(() => replaced(/\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?/g, () => pick(DATES))),
    ...Array(3).fill(() => replaced(/: ([^{[\n,]+?)(?=[,}\n])/g, () => `: ${any()}`)),
    () =>
      replaced(/([\w-]+):/g, ([, key]) => `${pick([...TEXTS, `${key}x`, key.slice(1), 'title'])}:`),
    () => text.replaceAll('\n', '\r\n'),
    () => `\ufeff${text}`,
    () => text.slice(0, at(text.length)),
    () => {
      const where = at(text.length)
      const odd = pick([
        '\0',
        '\t',
        '\x07',
        '\x1b[2J',
        '\u2028',
        '\u0085',
        '\u00a0',
        '\r',
        '\ufeff',
      ])
      return text.slice(0, where) + odd + text.slice(where)
    },
    () => `${text}\nwindows: ${pick(['['.repeat(deep), '- '.repeat(deep), '? '.repeat(deep)])}1\n`,
    () => `${text}\n${pick(others)}`,
    ...Array(6).fill(() => ofTree(text, pick, random)),
  ]
  return pick(ways)()
}

/** A change of the tree: a key gone, renamed or doubled, a value of another kind. */
function ofTree(text: string, pick: <T>(from: readonly T[]) => T, random: Random): string {
  let tree: unknown
  try {
    tree = parse(text, { logLevel: 'silent', maxAliasCount: 10 })
  } catch {
    return text
  }
  const places: [Tree, string][] = []
  const walk = (node: unknown, depth: number) => {
    if (typeof node !== 'object' || node === null || depth > 30) return
    for (const key of Object.keys(node)) {
      places.push([node as Tree, key])
      walk((node as Tree)[key], depth + 1)
    }
  }
  walk(tree, 0)
  if (places.length === 0) return text
  const [node, key] = pick(places)
  const [other, otherKey] = pick(places)
  const ways = [
    () => delete node[key],
    () => {
      node[key] = structuredClone(other[otherKey])
    },
    () => {
      node[pick(KEYS)] = node[key]
      delete node[key]
    },
    () => {
      node[key] = pick(VALUES)
    },
    () => {
      node[key] = typeof node[key] === 'number' ? Number(node[key]) * pick([0, -1, 10, 1e6]) : 'x'
    },
  ]
  pick(ways)()
  try {
    return stringify(tree, { aliasDuplicateObjects: random() < 0.5 })
  } catch {
    return text
  }
}
