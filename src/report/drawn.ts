/** A chart as text: drawn without a screen or a canvas. */
import type { Spec } from 'vega'
import type { Chart } from './input.ts'
import type { DrawnChart } from './page-input.ts'

/** A chart compiled for whoever draws it anew, where its marks answer the pointer; and drawn, if `still`. */
export async function drawn({ name, title, spec }: Chart, still: boolean): Promise<DrawnChart> {
  // Loaded when a chart is drawn: large, and slow to load.
  const { compile } = await import('vega-lite')
  const answering = { ...spec, config: { ...spec.config, mark: { tooltip: true } } }
  const compiled = compile(answering).spec
  return { name, title, svg: still ? await svgOf(compiled) : '', spec: compiled }
}

/** The language of numbers and dates is in the spec itself. */
async function svgOf(spec: Spec): Promise<string> {
  const { parse, View } = await import('vega')
  const view = new View(parse(spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
