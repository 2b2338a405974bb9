import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CONTROL_BYTES, sharedTeam } from '../../src/node/shared-team.ts'

afterEach(() => vi.restoreAllMocks())

/** Two seats of a team, both taken by this thread. */
function pair() {
  const control = new SharedArrayBuffer(CONTROL_BYTES)
  const { port1, port2 } = new MessageChannel()
  const seat = { size: 2, control }
  return [
    sharedTeam({ ...seat, member: 0, ports: [port1] }),
    sharedTeam({ ...seat, member: 1, ports: [port2] }),
  ]
}

describe('a team on shared memory', () => {
  it('shares the same room of zeros', () => {
    const [first, second] = pair()
    const [one, other] = [first, second].map((team) => new Int32Array(team.share(8)))
    expect([...other]).toEqual([0, 0])
    one[1] = 7
    expect(other[1]).toBe(7)
  })

  it('does not wait for what has been told since', () => {
    const [first, second] = pair()
    const asleep = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out')
    const known = second.epoch()
    first.signal()
    second.waitPast(known)
    expect(asleep).not.toHaveBeenCalled()
  })

  it('sleeps until another member tells', () => {
    const [first, second] = pair()
    const known = second.epoch()
    const asleep = vi.spyOn(Atomics, 'wait').mockImplementation(() => {
      first.signal()
      return 'ok'
    })
    const roused = vi.spyOn(Atomics, 'notify')
    second.waitPast(known)
    expect(asleep).toHaveBeenCalledOnce()
    expect(roused.mock.calls[0][1]).toBe(asleep.mock.calls[0][1])
    expect(second.epoch()).toBe(known + 1)
  })

  it('does not go to sleep when a member has given up, before or after it looked', () => {
    vi.spyOn(Atomics, 'wait').mockImplementation(() => {
      throw new Error('asleep for good')
    })
    for (const early of [true, false]) {
      const [first, second] = pair()
      const known = early ? second.epoch() : undefined
      const before = second.epoch()
      expect(first.abandon()).toBe(true)
      // Who sleeps already is roused.
      expect(second.epoch()).toBeGreaterThan(before)
      expect(() => second.waitPast(known ?? second.epoch())).toThrow('another member gave up')
      expect(second.abandon()).toBe(false)
    }
  })
})
