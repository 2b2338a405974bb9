import { expect, it } from 'vitest'
import { matrixChart, type ReportInput } from '../../src/report/index.ts'
import type { Flow } from '../../src/study/index.ts'

const report: ReportInput = {
  language: 'en',
  title: 'A market',
  baseline: [],
  policies: [],
  effects: [],
  events: [],
  labels: { mall: 'Mall', stalls: 'Stalls' },
  fingerprint: 'f00d',
}

const flow = (from: string, to: string, mean: number, side: Flow['side'] = 'buyers'): Flow => ({
  scenario: 'ban',
  window: 'first month',
  side,
  from,
  to,
  value: { mean, low: mean, high: mean },
  unit: 'mRp/week',
  runs: 8,
})

const told = { name: 'matrix', label: 'The mall closes', window: 'first month' }

it('tells what became of the sales of each venue from which some move, in percent of them', () => {
  const flows = [
    flow('mall', 'stalls', 30),
    flow('mall', 'lost', 10),
    flow('stalls', 'stalls', 960),
    flow('stalls', 'saved', 0.01),
    flow('new', 'stalls', 5),
    flow('mall', 'lost', 77, 'sellers'),
  ]
  const { spec } = matrixChart(report, flows, told)!
  const [{ concat }] = (spec as unknown as { vconcat: { concat: View[] }[] }).vconcat
  const [{ data, encoding }] = concat
  expect(data.values.map(({ from, to, text, stays }) => [from, to, text, stays])).toEqual([
    ['Mall', 'Stalls', '75.0', false],
    ['Mall', 'Purchases that no longer occur', '25.0', false],
    ['New purchases', 'Stalls', '100.0', false],
  ])
  expect(encoding.y.sort).toEqual(['Mall', 'New purchases'])
  expect(encoding.x.sort).toEqual(['Stalls', 'Purchases that no longer occur'])
})

it('is darkest where most rupiah move, not where most of a row does', () => {
  const flows = [
    flow('mall', 'mall', 900),
    flow('mall', 'stalls', 100),
    flow('chat', 'stalls', 9),
    flow('chat', 'chat', 1),
  ]
  const { spec } = matrixChart(report, flows, told)!
  const [{ concat }] = (spec as unknown as { vconcat: { concat: View[] }[] }).vconcat
  const [{ data, layer }] = concat
  const amounts = data.values.filter(({ stays }) => stays !== true).map(({ amount }) => amount)
  expect(amounts).toEqual([100, 9])
  const { color } = layer.map(({ encoding }) => encoding ?? {}).find(({ color }) => color?.field)!
  expect(color).toMatchObject({ field: 'amount', scale: { domain: [0, 100] } })
})

it('is not drawn where nothing moved', () => {
  expect(matrixChart(report, [flow('mall', 'mall', 3)], told)).toBeUndefined()
})

interface View {
  readonly data: { readonly values: Record<string, unknown>[] }
  readonly encoding: Record<'x' | 'y', { readonly sort: string[] }>
  readonly layer: { readonly encoding?: Record<string, { readonly field?: string }> }[]
}
