/** What a link of the lab carries, and the limits that hold for it whoever wrote it. */
import type { Size } from '../../scenario/index.ts'

/** A scenario as somebody left it, so that another page can open it. */
export interface Shared {
  /** The shipped scenario that it is laid on, as its folder has it: `policies/duty`. */
  readonly scenario: string
  /** A scenario file as it stands in the editor; empty where the shipped one is as it was. */
  readonly overlay: string
  /** `path=value`, laid over the file in order: what was moved by hand, of the policy alone and of both worlds. */
  readonly settings: readonly string[]
  readonly both: readonly string[]
  /** Of the program that made the link: results change with versions. */
  readonly version: string
  readonly seed: string
  readonly size: Size
  /** Of the run that the sender saw, as 16 hexadecimal digits; empty where none had ended. */
  readonly stateHash: string
  /** The part of the page to show first, such as a chart; empty for the whole. */
  readonly part: string
}

/** Characters of a link's hash: what chat programs and servers pass on is less than browsers allow. */
export const MOST_LETTERS = 30_000
/** Bytes of what a link holds, written out. */
export const MOST_BYTES = 200_000
const MOST_SETTINGS = 200

/** What is wrong with a link, or with making one. The words are in `words.ts`. */
export type LinkFault =
  | 'too-long'
  | 'too-much-to-share'
  | 'other-form'
  | 'alphabet'
  | 'damaged'
  | 'too-large'
  | 'no-such-value'
  | 'no-such-scenario'
  | 'cannot-be-run'
  | 'no-compression'

export interface LinkFinding {
  readonly code: LinkFault
  readonly got?: string
  readonly expected?: string
}

export type LinkResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly findings: readonly LinkFinding[] }

export const faulty = (code: LinkFault, facts: Omit<LinkFinding, 'code'> = {}) =>
  ({ ok: false, findings: [{ code, ...facts }] }) as const

/** A text without characters that a page or terminal would obey; line breaks and tabs where lines are allowed. */
const oneLine = (longest: number) => (value: unknown) =>
  typeof value === 'string' && value.length <= longest && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(value)
const matching = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value)
const within = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && value >= least && value <= most

const settings = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MOST_SETTINGS && value.every(oneLine(500))

/** The keys of the written form, what may stand behind each, and what stands there where it is left out. */
const KEYS = {
  b: { is: matching(/^[a-z0-9][a-z0-9/-]{0,99}$/) },
  y: { is: (value: unknown) => typeof value === 'string' && value.length <= MOST_BYTES, else: '' },
  o: { is: settings, else: [] },
  a: { is: settings, else: [] },
  v: { is: matching(/^[\w.+-]{1,40}$/) },
  s: { is: oneLine(200), else: '' },
  q: { is: (value: unknown) => value === 1, else: 0 },
  x: { is: within(1e-4, 1e4), else: 1 },
  d: {
    is: (value: unknown) => Number.isInteger(value) && within(1, 14_000)(value),
    else: undefined,
  },
  h: { is: matching(/^[0-9a-f]{16}$/), else: '' },
  p: { is: matching(/^[\w-]{1,60}$/), else: '' },
} as const satisfies Readonly<
  Record<string, { readonly is: (value: unknown) => boolean; readonly else?: unknown }>
>

type Key = keyof typeof KEYS

/** As JSON with keys of a letter, without what is as usual. */
export function written({ size, ...shared }: Shared): string {
  const values: Readonly<Record<Key, unknown>> = {
    b: shared.scenario,
    y: shared.overlay,
    o: shared.settings,
    a: shared.both,
    v: shared.version,
    s: shared.seed,
    q: size.quick ? 1 : 0,
    x: size.scale ?? 1,
    d: size.days,
    h: shared.stateHash,
    p: shared.part,
  }
  const usual = (key: Key) => 'else' in KEYS[key] && equal(values[key], KEYS[key].else)
  const kept = Object.entries(values).filter(([key]) => !usual(key as Key))
  return JSON.stringify(Object.fromEntries(kept))
}

const equal = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Takes what `written` gives, and nothing else: every value is looked at, whoever wrote it. */
export function taken(text: string): LinkResult<Shared> {
  const object = parsed(text)
  if (object === undefined) return faulty('damaged')
  const unknown = Object.keys(object).find((key) => !Object.hasOwn(KEYS, key))
  if (unknown !== undefined) return faulty('no-such-value', { got: unknown })
  for (const [key, declared] of Object.entries(KEYS)) {
    const absent = !Object.hasOwn(object, key)
    if (absent ? !('else' in declared) : !declared.is(object[key]))
      return faulty('no-such-value', { got: key })
  }
  const value = <T>(key: Key): T =>
    (Object.hasOwn(object, key) ? object[key] : (KEYS[key] as { else?: unknown }).else) as T
  const days = value<number | undefined>('d')
  const shared: Shared = {
    scenario: value('b'),
    overlay: value('y'),
    settings: value('o'),
    both: value('a'),
    version: value('v'),
    seed: value('s'),
    size: {
      ...(value('q') === 1 ? { quick: true } : {}),
      ...(value('x') === 1 ? {} : { scale: value<number>('x') }),
      ...(days === undefined ? {} : { days }),
    },
    stateHash: value('h'),
    part: value('p'),
  }
  return { ok: true, value: shared }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
