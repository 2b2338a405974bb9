/** A chart of the report, drawn when it comes into view; it can be taken along as a picture. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { View } from 'vega'
import { drawn, type Chart as Made } from '../../report/index.ts'
import { chartPart } from '../share/part.ts'
import { language } from '../state/language.ts'
import { LinkHere } from '../views/part-link.tsx'
import { save } from './save.ts'
import { seenIn } from './seen-in.ts'
import { useSideways } from './use-sideways.ts'
import { answerWords } from './words.ts'

interface Props {
  readonly chart: Made
  readonly children: ComponentChildren
}

/** How far below the view a chart begins to be drawn. */
const AHEAD = '600px'

export function Chart({ chart, children }: Props) {
  const say = answerWords[language.value]
  const place = useRef<HTMLDivElement>(null)
  const seen = useMemo(() => seenIn(chart, language.value), [chart, language.value])
  const view = useDrawn(chart, place)
  const { isWider, isCut } = useSideways(place, view.value)
  return (
    <figure
      class="chart"
      data-chart={chart.name}
      data-part={chartPart(chart.name)}
      aria-label={chart.title}
      tabIndex={-1}
    >
      <div
        class={isCut ? 'wide cut' : 'wide'}
        ref={place}
        role="img"
        aria-label={`${chart.title}. ${seen}`}
        // What scrolls is within reach of the keyboard.
        tabIndex={isWider ? 0 : undefined}
      />
      {isWider ? (
        <p class="sideways" hidden={!isCut}>
          {say.sideways}
        </p>
      ) : null}
      <figcaption>
        {chart.title}{' '}
        {view.value ? (
          <>
            <button type="button" class="plain" onClick={() => void savePng(chart, view.value!)}>
              {say.files.png}
              <span class="hidden">: {chart.title}</span>
            </button>
            <button type="button" class="plain" onClick={() => void saveSvg(chart, view.value!)}>
              {say.files.svg}
              <span class="hidden">: {chart.title}</span>
            </button>
          </>
        ) : null}
        <LinkHere part={chartPart(chart.name)} title={chart.title} />
      </figcaption>
      <p class="seen-in">{seen}</p>
      {children}
    </figure>
  )
}

/** The drawing of a chart, made when its place comes into view. */
function useDrawn(
  chart: Made,
  place: { readonly current: HTMLElement | null },
): Signal<View | undefined> {
  const view = useSignal<View | undefined>(undefined)
  useEffect(() => {
    let isGone = false
    const watch = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        if (!isIntersecting) return
        watch.disconnect()
        void draw(chart, place.current!).then((made) => {
          if (isGone) return made.finalize()
          view.peek()?.finalize()
          view.value = made
        })
      },
      { rootMargin: AHEAD },
    )
    watch.observe(place.current!)
    return () => {
      isGone = true
      watch.disconnect()
    }
  }, [chart])
  useEffect(() => () => view.peek()?.finalize(), [])
  return view
}

/** Vega is loaded with the first chart. */
async function draw(chart: Made, container: HTMLElement): Promise<View> {
  const [{ spec }, vega] = await Promise.all([drawn(chart, false), import('vega')])
  const view = new vega.View(vega.parse(spec as never), {
    renderer: 'svg',
    container,
    hover: true,
  })
  return view.runAsync()
}

const saveSvg = async ({ name }: Made, view: View): Promise<void> =>
  save(`${name}.svg`, await view.toSVG(), 'image/svg+xml')

async function savePng({ name }: Made, view: View): Promise<void> {
  const canvas = (await view.toCanvas(2)) as unknown as HTMLCanvasElement
  canvas.toBlob((blob) => blob && save(`${name}.png`, blob, 'image/png'), 'image/png')
}
