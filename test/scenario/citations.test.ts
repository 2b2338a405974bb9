/** What a number or a target rests on: a fact, a reason, or another number or target that does not rest on it in turn. */
import { describe, expect, it } from 'vitest'
import { parameterIndex, readScenario } from '../../src/scenario/index.ts'
import { circle } from '../architecture/sources.ts'
import { shippedTargets } from '../study/targets/shipped.ts'
import { fromDisk } from './files.ts'

/** Something with a source: a declaration, a number that the scenario writes, or a target. */
interface Citing {
  readonly name: string
  /** By what a source names it; nothing that could be any word. */
  readonly called: string | undefined
  readonly isTarget: boolean
  /** `C5` or `mean price`, by which numbers name targets; those that are called after a fact no number can mean. */
  readonly short?: string
  readonly source: string
}

/** The name of a parameter where a source cannot say it by chance: `mean-price`, not `share`. */
const nameIn = (path: string): string | undefined =>
  path.split('.').findLast((part) => /^[a-z]+(-[a-z]+)+$/.test(part))

const read = readScenario('scenarios/indonesia-2023.yaml', fromDisk)
if (!read.ok) throw new Error('the baseline is at fault')
const citing: readonly Citing[] = [
  ...parameterIndex().map(({ path, source }) => ({
    ...{ name: `declared ${path}`, called: undefined },
    ...{ isTarget: false, source },
  })),
  ...read.scenario.numbers.map(({ path, source = '' }) => ({
    ...{ name: `number ${path}`, called: nameIn(path) },
    ...{ isTarget: false, source },
  })),
  ...shippedTargets().map(({ what, source, id = '' }) => ({
    ...{ name: `target ${what}`, called: undefined },
    ...{ isTarget: true, source, ...(/^(C\d+|mean price)$/.test(id) ? { short: id } : {}) },
  })),
]

/** What each rests on of the others, which `circle` calls imports: targets by their short name, and a parameter that is named. */
function restingOn(all: readonly Citing[]) {
  const targets = all.filter(({ short }) => short !== undefined)
  const names = new Set(all.flatMap(({ called }) => called ?? []))
  return all.map(({ name, source, called: own }) => {
    const told = [...names].filter(
      (called) => called !== own && new RegExp(`\\b${called}\\b`).test(source),
    )
    const named = all.filter(({ called }) => called !== undefined && told.includes(called))
    const met = targets.filter(({ short }) => new RegExp(`\\b${short}s?\\b`).test(source))
    return { path: name, imports: [...named, ...met].map((one) => one.name) }
  })
}

describe('sources', () => {
  it('lead to no circle: a number to a target, and the target to the number', () => {
    const resting = restingOn(citing)
    // Some targets are numbers of the scenario, and some numbers were moved until targets were met.
    const restsOn = resting.filter(({ imports }) => imports.length > 0).map(({ path }) => path)
    expect(restsOn).toContain('target mean price paid, fashion, July to September 2023')
    expect(restsOn).toContain('number categories.craft.target-share.tiktok-shop')
    expect(restsOn).toContain('number categories.food.import-discount')
    expect(circle(resting)).toBeUndefined()
  })

  it('would be told where they do', () => {
    const turned = citing.map((one) =>
      one.name === 'number categories.fashion.mean-price'
        ? { ...one, source: 'assumption: so that mean prices are met' }
        : one,
    )
    expect(turned).not.toEqual(citing)
    expect(circle(restingOn(turned))).toContain('number categories.fashion.mean-price')
  })

  it('of targets are facts, or numbers of the scenario that have a source of their own', () => {
    const resting = new Map(restingOn(citing).map(({ path, imports }) => [path, imports]))
    const unfounded = citing.filter(
      ({ name, isTarget, source }) =>
        isTarget && !/\bF\d+\b/.test(source) && resting.get(name)!.length === 0,
    )
    expect(unfounded.map(({ name, source }) => `${name}: ${source}`)).toEqual([])
  })

  it('of numbers that the scenario writes are written, by themselves or for their row', () => {
    const bare = citing.filter(({ source }) => source.trim() === '')
    expect(bare.map(({ name }) => name)).toEqual([])
  })
})
