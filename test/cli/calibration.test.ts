/** What the command that holds a baseline against its targets offers, and what it says where days are missing. */
import { describe, expect, it, vi } from 'vitest'
import { pasar } from './pasar.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('calibration', () => {
  it.each([
    ['--out', '--out', 'x'],
    ['--no-files', '--no-files'],
    ['--no-report', '--no-report'],
    ['--no-cache', '--no-cache'],
    ['--json=summary', '--json=summary'],
  ])('does not offer %s, which would do nothing, and refuses it', async (name, ...given) => {
    const { code, err, out } = await pasar(['calibration', '--days', '1', ...given])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(name.replace('=', '-').split('-').at(-1))
    expect((await pasar(['calibration', '--help'])).out).not.toContain(name)
  })

  it('prints no value of a target whose days are not run', async () => {
    const size = ['--scale', '0.01', '--days', '30', '--runs', '1', '--threads', '1', '--quiet']
    const { code, out } = await pasar(['calibration', ...size])
    expect(code).toBe(1)
    expect(out).not.toContain('NaN')
    expect(out).toMatch(/ – +- +cannot be tested: its days were not all run/)
    const object = JSON.parse((await pasar(['calibration', ...size, '--json'])).out)
    expect(object.targets[0]).toMatchObject({ value: null, untested: 'days' })
  })
})
