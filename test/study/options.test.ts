/** Options that cannot be meant are told by the library as by the command line, all at once. */
import { describe, expect, it } from 'vitest'
import { BadInput, compare, readScenario, run, type Scenario } from '../../src/index.ts'
import { cacheOptions } from '../../src/node/index.ts'
import { loadWith } from './experiment/small.ts'

const load = loadWith({})
const read = (size: object = {}) => readScenario('one.yaml', { load, ...size })

describe('the library', () => {
  it.each([
    [{ runs: 0 }, 'runs is 0'],
    [{ runs: 1.5 }, 'runs is 1.5'],
    [{ runs: Number.NaN }, 'runs is NaN'],
    [{ precision: -1 }, 'precision is -1'],
    [{ maxRuns: 0 }, 'maxRuns is 0'],
  ])('refuses %j', async (options, said) => {
    await expect(run(read(), options)).rejects.toThrow(said)
  })

  it('tells all of them at once', async () => {
    await expect(run(read(), { runs: 0, precision: 2, maxRuns: -1 })).rejects.toThrow(
      /runs is 0.*\n.*maxRuns is -1.*\n.*precision is 2/,
    )
  })

  it('refuses an option that there is none of, and says which may be meant', async () => {
    const options = { rnus: 3, treads: 2, runs: 0 }
    await expect(run(read(), options)).rejects.toThrow(BadInput)
    await expect(run(read(), options)).rejects.toThrow(
      /^there is no option rnus {2}did you mean runs\?\nthere is no option treads {2}it has: seed, runs/,
    )
    await expect(compare(read(), read(), { policy: 1 } as object)).rejects.toThrow(
      'no option policy',
    )
    expect(() => read({ skale: 2 })).toThrow('there is no option skale  did you mean scale?')
  })

  it('says of what is no scenario what it expects', async () => {
    const none = 'x' as unknown as Scenario
    await expect(run(none)).rejects.toThrow(
      "scenario 1 is x, expected what readScenario returns: readScenario('FILE.yaml')",
    )
    await expect(run(none)).rejects.toThrow(BadInput)
    const nothing = undefined as unknown as Scenario
    await expect(compare(read(), [nothing, none])).rejects.toThrow(
      /^scenario 2 is undefined, .*\nscenario 3 is x, /,
    )
  })

  it.each([
    [{ scale: Number.NaN }, 'scale is NaN'],
    [{ scale: -1 }, 'scale is -1'],
    [{ days: -1 }, 'days is -1'],
    [{ days: 2.5 }, 'days is 2.5'],
  ])('refuses a market of %j', (size, said) => {
    expect(() => read(size)).toThrow(said)
  })

  it('refuses a limit of the cache that is no number of bytes', () => {
    expect(() => cacheOptions({ PASAR_CACHE_LIMIT: '1GB' })).toThrow('PASAR_CACHE_LIMIT is 1GB')
    expect(cacheOptions({ PASAR_CACHE_LIMIT: '5' }).limit).toBe(5)
  })
})
