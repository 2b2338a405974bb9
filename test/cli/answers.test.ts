import { describe, expect, it } from 'vitest'
import { windowsFor } from '../../src/study/answers.ts'

const before = { name: 'quarter before', from: 0, to: 50 }
const after = { name: 'month after', from: 60, to: 90 }

const names = (windows: readonly (typeof before)[], fork?: number) => {
  const arm = { input: { days: 100, policies: [] }, ...(fork === undefined ? {} : { fork }) }
  return windowsFor({ windows } as never, arm as never).map(({ name }) => name)
}

describe('the windows of a policy', () => {
  it('are its own', () => {
    expect(names([before, after], 55)).toEqual(['quarter before', 'month after'])
  })

  it('reach days that differ, where those of its base all lie before', () => {
    expect(names([before], 55)).toEqual(['quarter before', 'in effect'])
    expect(names([before], 49)).toEqual(['quarter before'])
    expect(names([], 55)).toEqual(['in effect'])
  })
})

it('a scenario alone has the last year beside its own', () => {
  expect(names([before])).toEqual(['quarter before', 'all days'])
})
