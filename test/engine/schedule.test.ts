import { describe, expect, it } from 'vitest'
import {
  type Column,
  f64,
  population,
  rule,
  schedule,
  before as yesterday,
} from '../../src/engine/index.ts'

const pans = population('pans', 'Pans', { rice: f64('Rice', 'g'), water: f64('Water', 'g') })

type Reads = Parameters<typeof rule>[0]['reads']

const made = (name: string, reads: Reads, writes: Record<string, Column>) =>
  rule({ name, does: 'nothing', every: 'day', over: pans, reads, writes, step() {} })

describe('a schedule', () => {
  it('keeps its rules in order', () => {
    const rules = [made('wash', {}, { water: pans.water }), made('boil', { water: pans.water }, {})]
    expect(schedule(rules)).toBe(rules)
  })

  it('takes a rule that reads what a later one writes, if it says so', () => {
    const taste = made('taste', { rice: yesterday(pans.rice) }, {})
    const cook = made('cook', {}, { rice: pans.rice })
    expect(() => schedule([taste, cook])).not.toThrow()
  })

  it('takes a read that nobody writes', () => {
    expect(() => schedule([made('taste', { rice: pans.rice }, {})])).not.toThrow()
  })

  it('refuses a rule that stands twice', () => {
    const taste = made('taste', {}, {})
    expect(() => schedule([taste, taste])).toThrow('schedule: rule twice: taste')
  })

  it('refuses two writers of a column', () => {
    const rules = [made('cook', {}, { rice: pans.rice }), made('burn', {}, { rice: pans.rice })]
    expect(() => schedule(rules)).toThrow('schedule: two writers of pans.rice: cook, burn')
  })

  it('refuses a rule that reads what it writes under another name', () => {
    const cook = made('cook', { raw: pans.rice }, { rice: pans.rice })
    expect(() => schedule([cook])).toThrow(
      'schedule: cook reads pans.rice (as raw) and writes it: name it under writes alone',
    )
  })

  it('refuses a "before" whose writer has run', () => {
    const cook = made('cook', {}, { rice: pans.rice })
    const taste = made('taste', { rice: yesterday(pans.rice) }, {})
    expect(() => schedule([cook, taste])).toThrow(
      'schedule: taste reads pans.rice (as rice) "before", but its writer has run by then',
    )
  })

  it('refuses a "before" of what nobody writes', () => {
    expect(() => schedule([made('taste', { rice: yesterday(pans.rice) }, {})])).toThrow('"before"')
  })

  it('refuses a plain read of what is written later', () => {
    const taste = made('taste', { rice: pans.rice }, {})
    const cook = made('cook', {}, { rice: pans.rice })
    expect(() => schedule([taste, cook])).toThrow(
      'schedule: taste reads pans.rice (as rice), written later by cook: say before(...)',
    )
  })

  it('tells every fault at once', () => {
    const taste = made('taste', { rice: pans.rice, water: yesterday(pans.water) }, {})
    const cook = made('cook', {}, { rice: pans.rice })
    expect(() => schedule([taste, cook, cook])).toThrow(
      /taste reads pans\.rice .*; taste reads pans\.water/,
    )
    expect(() => schedule([taste, cook, cook])).toThrow('rule twice: cook')
  })
})
