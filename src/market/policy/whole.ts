/** Whether the declaration of a policy is whole: what people, tables and pages are told of it is there, in both languages. */
import { type Flaw, flaw, partOf, partsOf } from './faulty.ts'
import type { Policy } from './policy.ts'
import { is, list, named, parts, type Shape, step, text } from './shape.ts'
import { additions, column, NAME } from './whole-additions.ts'
import { setting, valueFor } from './whole-parameter.ts'

/** Walks all of a declaration, whatever its types say: a file may be JavaScript, or have types that nobody has looked at. */
export const flawsOfWhole = (policy: Policy): Flaw[] => wholePolicy(policy)(policy, '')

/** The parts of a policy, for those who look at what is between them. */
const NEEDED = ['name', 'does', 'indonesian', 'settings', 'nullCase', 'operations'] as const
const MAY = ['article', 'adds', 'answers', 'check'] as const
export const PARTS: readonly string[] = [...NEEDED, ...MAY]

function wholePolicy(policy: unknown): Shape {
  const settings = partOf(policy, 'settings')
  const needed: Record<(typeof NEEDED)[number], Shape> = {
    name: policyName,
    does: text("'taxes what firms sell'"),
    indonesian: indonesian(policy),
    settings: named(setting, {
      en: 'what can be set, as in settings: { rate: share({ ... }) }',
      id: 'yang dapat disetel, misalnya settings: { rate: share({ ... }) }',
    }),
    nullCase: nullCase(settings),
    operations: step('(settings, input) => [add(...)]'),
  }
  const may: Record<(typeof MAY)[number], Shape> = {
    article: text("'article 1'"),
    adds: additions,
    answers: list(text("'sales'"), { en: "['my levy']", id: "['my levy']" }),
    check: step('(settings, { input, before }) => []'),
  }
  return parts(needed, may)
}

const policyName: Shape = (got, where) => {
  const better = `${got ?? ''}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-$/g, '')
  const example = better === '' ? 'my-levy' : better
  return is(
    (name) => typeof name === 'string' && NAME.test(name),
    `lower-case words joined by hyphens, as in ${example}`,
    `kata berhuruf kecil yang disambung tanda hubung, misalnya ${example}`,
  )(got, where)
}

/** What is said of it in Indonesian, with a label for each of its settings and for nothing else. */
const indonesian =
  (policy: unknown): Shape =>
  (got, where) => {
    const own = partsOf(partOf(policy, 'settings')).map(([name]) => name)
    const labels = parts(Object.fromEntries(own.map((name) => [name, text("'...'")])), unasked(got))
    const needed = {
      name: text("'pungutan'"),
      does: text("'memungut sebagian penjualan'"),
      ...(partOf(policy, 'article') === undefined ? {} : { article: text("'pasal 1'") }),
      ...(own.length > 0 ? { settings: labels } : {}),
    }
    return [
      ...parts(needed, { article: text("'pasal 1'"), settings: () => [] })(got, where),
      ...partsOf(partOf(got, 'settings'))
        .filter(([name]) => own.length > 0 && !own.includes(name))
        .map(([name]) =>
          flaw(
            `indonesian.settings.${name}`,
            `indonesian.settings.${name} names no setting: the settings are ${own.join(', ')}`,
            `indonesian.settings.${name} bukan nama setelan: setelannya ${own.join(', ')}`,
          ),
        ),
    ]
  }

/** Labels of no setting have words of their own. */
const unasked = (got: unknown): Record<string, Shape> =>
  Object.fromEntries(partsOf(partOf(got, 'settings')).map(([name]) => [name, () => []]))

/** How it is set so that it does nothing: by settings that it has, each to a value that it may have. */
const nullCase =
  (settings: unknown): Shape =>
  (got, where) => {
    if (got === undefined)
      return [
        flaw(
          where,
          'has no nullCase: say how it is set so that it does nothing, as in nullCase: { settings: { rate: 0 } }',
          'belum punya nullCase: tulis setelan yang membuatnya tidak berbuat apa-apa, misalnya nullCase: { settings: { rate: 0 } }',
        ),
      ]
    const inSettings: Shape = (own, at) =>
      partsOf(settings === undefined ? {} : own).flatMap(([name, value]) => {
        const declared = partOf(settings, name)
        return declared === undefined
          ? [
              flaw(
                `${at}.${name}`,
                `has no setting ${name}, of which its nullCase speaks`,
                `tidak punya setelan ${name}, yang disebut nullCase-nya`,
              ),
            ]
          : valueFor(declared)(value, `${at}.${name}`)
      })
    const ofVenue = partsOf(settings).some(([, one]) => partOf(one, 'to') === 'venues')
    const unused = is(
      (one) => one === true && ofVenue,
      'true, and a setting that refers to venues: at an unused one it does nothing',
      'true, beserta setelan yang merujuk ke venues: pada tempat yang tak terpakai ia tidak berbuat apa-apa',
    )
    return parts(
      {
        settings: (own, at) => [
          ...named(() => [], {
            en: 'settings by name, as in settings: { rate: 0 }',
            id: 'setelan menurut nama, misalnya settings: { rate: 0 }',
          })(own, at),
          ...inSettings(own, at),
        ],
      },
      { unusedVenue: unused, marks: list(column, { en: '[routes.open]', id: '[routes.open]' }) },
    )(got, where)
  }
