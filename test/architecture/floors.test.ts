import { describe, expect, it } from 'vitest'
import { circle, sources } from './sources.ts'

const PURE = ['engine', 'market', 'scenario', 'study', 'report']
/** They join the floors to a platform: import downwards only, never each other. */
const ADAPTERS = ['node', 'web']
/** Commands and pages: nobody imports them, and they alone import adapters. */
const SHELLS = ['cli', 'lab']
/** The door of the library stands on all floors, and adapters may build on it. */
const DOOR = 'index.ts'
const FLOORS = [...PURE, DOOR, ...ADAPTERS, ...SHELLS]
const height = (floor: string) =>
  floor === DOOR
    ? PURE.length
    : ADAPTERS.includes(floor)
      ? PURE.length + 1
      : SHELLS.includes(floor)
        ? PURE.length + 2
        : PURE.indexOf(floor)
const faults = (list: readonly (string | false | undefined)[]) => list.filter(Boolean)

describe('floors', () => {
  it('are all known', () => {
    expect([...new Set(sources.map(({ floor }) => floor))].sort()).toEqual([...FLOORS].sort())
  })

  it('rest on lower floors only', () => {
    const upward = sources.flatMap(({ path, floor, imports }) =>
      imports.map(
        (target) => height(target.split('/')[1]) > height(floor) && `${path} > ${target}`,
      ),
    )
    expect(faults(upward)).toEqual([])
  })

  it('have adapters and shells that know nothing of each other', () => {
    const beside = sources.flatMap(({ path, floor, imports }) =>
      imports.map((target) => {
        const other = target.split('/')[1]
        return other !== floor && height(other) === height(floor) && `${path} > ${target}`
      }),
    )
    expect(faults(beside)).toEqual([])
  })

  it('are entered by their doors', () => {
    const windows = sources.flatMap(({ path, floor, imports }) =>
      imports.map((target) => {
        const other = target.split('/')[1]
        const doors = [`src/${other}/index.ts`, `src/${DOOR}`]
        return other !== floor && !doors.includes(target) && `${path} > ${target}`
      }),
    )
    expect(faults(windows)).toEqual([])
  })

  it('do not import their own door from inside', () => {
    const inner = sources.flatMap(({ path, floor, imports }) =>
      imports.map((target) => target === `src/${floor}/index.ts` && `${path} > ${target}`),
    )
    expect(faults(inner)).toEqual([])
  })

  it('have no circle of imports', () => {
    expect(circle(sources)).toBeUndefined()
  })

  it('find a circle where there is one', () => {
    const files = [
      { path: 'a', imports: ['b'] },
      { path: 'b', imports: ['c', 'd'] },
      { path: 'c', imports: [] },
      { path: 'd', imports: ['b'] },
    ]
    expect(circle(files)).toEqual(['b', 'd', 'b'])
  })
})

describe('the floors below the shells', () => {
  const pure = sources.filter(({ floor }) => [...PURE, DOOR].includes(floor))

  it('import nothing of Node', () => {
    const found = pure.flatMap(({ path, packages }) =>
      packages.map((name) => /^(node:|fs$|path$|os$)/.test(name) && `${path} > ${name}`),
    )
    expect(faults(found)).toEqual([])
  })

  it('know no clock, no screen, no disk and no chance', () => {
    const forbidden =
      /\bMath\.random\b|(?<![.\w])(?:Date|console|process|performance|crypto|setTimeout|setInterval|fetch)(?=\s*[.([])|\bnew Date\b|(?<![.\w])(?:document|window)\.(?:document|location|navigator|body|querySelector|createElement|getElement|addEventListener)/g
    const found = pure.flatMap(({ path, code }) =>
      [...code.matchAll(forbidden)].map(([word]) => `${path}: ${word}`),
    )
    expect(found).toEqual([])
  })
})

describe('the command line', () => {
  it('touches no disk, and starts no thread or process: what needs them can be used without it', () => {
    const found = sources
      .filter(({ floor }) => floor === 'cli')
      .flatMap(({ path, packages }) =>
        packages.map(
          (name) =>
            /^node:(fs|path|child_process|worker_threads|http)\b/.test(name) && `${path} > ${name}`,
        ),
      )
    expect(faults(found)).toEqual([])
  })
})

describe('the engine and the market', () => {
  const exact =
    /\bMath\.(?!(?:sqrt|floor|ceil|round|trunc|min|max|abs|sign|imul|fround|clz32)\b)\w+/g

  it('use only arithmetic that every engine does alike', () => {
    const found = sources
      .filter(({ floor }) => floor === 'engine' || floor === 'market')
      .flatMap(({ path, code }) => [...code.matchAll(exact)].map(([word]) => `${path}: ${word}`))
    expect(found).toEqual([])
  })

  it('raise to a power by ** only to whole exponents', () => {
    const found = sources
      .filter(({ floor }) => floor === 'engine' || floor === 'market')
      .flatMap(({ path, code }) =>
        [...code.matchAll(/\*\*=?\s*(?!2\b)(\S+)/g)].map(([word]) => `${path}: ${word}`),
      )
    expect(found).toEqual([])
  })
})
