/** Options that cannot be meant are told by the library as by the command line, all at once. */
import { describe, expect, it } from 'vitest'
import {
  BadInput,
  calibrate,
  compare,
  explain,
  readScenario,
  run,
  type Scenario,
  verify,
} from '../../src/index.ts'
import { cacheOptions } from '../../src/node/index.ts'
import {
  compare as compareInNode,
  run as runInNode,
  verify as verifyInNode,
} from '../../src/node/library.ts'
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

  it.each([
    [async () => ({ text: 'title: x' }), 'load returned a promise, expected { text }'],
    [() => 'title: x', 'load returned title: x, expected { text }'],
    [() => 5, 'load returned 5, expected { text }'],
    [() => null, 'load returned null, expected { text }'],
    [
      () => ({ text: new Uint8Array(3) }),
      'load returned a text that is an object, expected { text }',
    ],
    [() => ({ text: null }), 'load returned a text that is null, expected { text }'],
    [() => ({ text: 7 }), 'load returned a text that is 7, expected { text }'],
    [() => ({ txt: 'title: x' }), 'load returned an object, expected { text }'],
  ])('refuses what a reader of files returns that is none', (returns, said) => {
    const wrong = { load: returns as unknown as typeof load }
    expect(() => readScenario('one.yaml', wrong)).toThrow(BadInput)
    expect(() => readScenario('one.yaml', wrong)).toThrow(said)
  })

  it.each([compare, compareInNode])('refuses a comparison without a policy', async (compared) => {
    const missing = undefined as unknown as Scenario
    await expect(compared(read(), missing)).rejects.toThrow('scenario 2 is undefined, expected')
  })

  it.each([compare, compareInNode])('refuses a comparison with none', async (compared) => {
    await expect(compared(read(), [])).rejects.toThrow(BadInput)
    await expect(compared(read(), [])).rejects.toThrow('policies are an empty list')
  })

  it.each([0, -1, 1.5, '2', null])('verifies no %j runs', async (runs) => {
    await expect(verifyInNode('nowhere', { runs } as never)).rejects.toThrow(BadInput)
  })

  it('names the setting that has a fault by its place in the list', () => {
    const set = ['size.buyers=9', 'sellers.Ani.cost=x']
    expect(() => readScenario('one.yaml', { load, set })).toThrow(/^set\[1\]:1:\d+ /m)
    expect(() => readScenario('one.yaml', { load, set })).not.toThrow('--set')
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

  it.each([
    [{ runs: 1e9 }, 'runs is 1000000000, expected a whole number from 1 to 10,000'],
    [{ runs: '3' }, "runs is '3', expected a number"],
    [{ seed: {} }, 'seed is an object, expected a text'],
    [{ why: 1 }, 'why is 1, expected true or false'],
    [{ runner: 'x' }, 'runner is x, expected an object with run, close'],
    [{ baselines: {} }, 'baselines is an object, expected an object with get, put'],
    [{ baselines: new Map() }, 'baselines is an object, expected an object with get, put'],
    [{ store: {} }, 'store is an object, expected an object with has, get, put'],
    [{ progress: 3 }, 'progress is 3, expected a function'],
    [{ window: 'nope' }, 'nope, which is no window of one'],
    [null, 'options are null, expected an object that has: seed'],
  ])('refuses %j', async (options, said) => {
    await expect(run(read(), options as never)).rejects.toThrow(said)
    await expect(run(read(), options as never)).rejects.toThrow(BadInput)
  })

  it.each([
    [null, {}, 'path is null, expected a text'],
    [new URL('file:///x'), {}, 'path is an object, expected a text'],
    ['one.yaml', { set: 'a=b' }, 'set is a=b, expected a list of texts'],
    ['one.yaml', { set: [3] }, 'set is a list, expected a list of texts'],
    ['one.yaml', { scale: '0.5' }, "scale is '0.5', expected a number"],
  ])('refuses to read %j with %j', (path, more, said) => {
    expect(() => readScenario(path as never, { load, ...more } as never)).toThrow(said)
    expect(() => readScenario(path as never, { load, ...more } as never)).toThrow(BadInput)
  })

  it('refuses other questions that cannot be meant', async () => {
    expect(() => explain(read(), { agnt: 'buyer:1' } as never)).toThrow(
      /no option agnt {2}did you mean agent\?\nagent is missing.*\nday is missing/,
    )
    await expect(verify(undefined as never)).rejects.toThrow('manifest is undefined')
    await expect(calibrate(read(), undefined as never)).rejects.toThrow('targets are undefined')
    await expect(runInNode(read(), { threads: 0 })).rejects.toThrow('threads is 0')
    await expect(runInNode(read(), null as never)).rejects.toThrow('options are null')
    await expect(verifyInNode(undefined as never)).rejects.toThrow('folder is undefined')
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

/** A scenario as JSON hands it back, with values at some paths, `input.size.buyers`, changed by hand. */
function changed(values: Readonly<Record<string, unknown>>): Scenario {
  const clone = JSON.parse(JSON.stringify(read()))
  for (const [path, value] of Object.entries(values)) {
    const parts = path.split('.')
    const last = parts.pop()!
    const inner = parts.reduce((map: object, part) => Reflect.get(map, part), clone)
    Reflect.set(inner, last, value)
  }
  return clone
}

describe('a scenario that was changed by hand', () => {
  it.each<[string, unknown, string]>([
    ['input.size.buyers', -5, 'input.size.buyers: size.buyers: expected a whole number from 1'],
    ['input.size.buyers', 2.5, 'input.size.buyers: '],
    ['input.size.buyers', '9', 'input.size.buyers: '],
    ['input.start', 'x', 'input.start: start is x, not a date'],
    ['input.days', 1e9, 'input.days: '],
    ['input.size', null, 'input.size: size: expected a map'],
    ['input.size.sellers', [], 'input.size.sellers: '],
    ['input.policies', null, 'input.policies: '],
    ['input.policies', [null], 'input.policies[0]'],
    ['input.tables.venues.0.values', 7, 'input.tables.venues[0].values: '],
    ['input.dyas', 3, 'input.dyas: unknown key dyas  did you mean days?'],
    ['windows', 'x', 'windows: expected a list, found x'],
    ['windows', [{ name: 'w', from: 9, to: 2 }], 'windows[0]: '],
    ['seed', 5, 'seed: expected a text, found 5'],
    ['name', 5, 'name: expected a text, found 5'],
    ['indonesian', null, 'indonesian: '],
  ])('is refused with its place: %s is %j', async (path, value, said) => {
    const wrong = changed({ [path]: value })
    for (const asked of [() => run(wrong), () => runInNode(wrong), () => compare(read(), wrong)]) {
      await expect(asked()).rejects.toThrow(BadInput)
      await expect(asked()).rejects.toThrow(said)
    }
    expect(() => explain(wrong, { agent: 'buyer:1', day: '2024-01-05' })).toThrow(BadInput)
    await expect(calibrate(wrong, [])).rejects.toThrow(BadInput)
  })

  it('is told all its faults at once', async () => {
    const wrong = changed({ 'input.size.buyers': -5, 'input.days': 0, seed: 5 })
    await expect(run(wrong)).rejects.toThrow(
      /^scenario 1, seed: .*\nscenario 1, input\.size\.buyers: .*\nscenario 1, input\.days: /s,
    )
  })

  it('runs as what it now holds, under a fingerprint of its own', async () => {
    const size = { days: 14 }
    const same = JSON.parse(JSON.stringify(read(size)))
    const [one] = (await run(read(size), { runs: 1 })).results
    const again = await run(same, { runs: 1 })
    expect(again.results[0].stateHash).toBe(one.stateHash)
    expect(again.scenarios[0].fingerprint).toBe(read(size).fingerprint)
    same.input.size.buyers = 50
    const other = await run(same, { runs: 1 })
    expect(other.scenarios[0].fingerprint).not.toBe(read(size).fingerprint)
    expect(other.results[0].stateHash).not.toBe(one.stateHash)
  })
})
