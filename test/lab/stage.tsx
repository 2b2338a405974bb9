/** What the tests show in a page: one component at a time. */
import { signal } from '@preact/signals'
import { type ComponentChildren, render } from 'preact'
import { knownOf } from '../../src/lab/editor/declared.ts'
import { Editor } from '../../src/lab/editor/editor.tsx'
import type { Checked } from '../../src/lab/editor/faults.ts'
import { Flow } from '../../src/lab/flow/flow.tsx'
import type { FlowData } from '../../src/lab/flow/model.ts'
import type { LessonName } from '../../src/lab/lessons/lesson.ts'
import { Lessons } from '../../src/lab/lessons/view.tsx'
import { createMemory, type Kept } from '../../src/lab/remember/remember.ts'
import { Forget, Offer } from '../../src/lab/remember/view.tsx'
import { linkTo, readLink, type Shared } from '../../src/lab/share/index.ts'
import { Compared, Received, Share } from '../../src/lab/share/share.tsx'
import type { Language } from '../../src/report/index.ts'
import { readScenario } from '../../src/scenario/index.ts'

/** In place of whatever was there. */
function draw(children: ComponentChildren): void {
  const old = document.querySelector('#stage')!
  const fresh = document.createElement('main')
  fresh.id = 'stage'
  old.replaceWith(fresh)
  render(children, fresh)
}

export function share(language: Language, shared: Shared, address: string, title: string): void {
  draw(<Share {...{ language, shared, address, title }} />)
}

/** All that a receiver may be told, one below the other. */
export async function received(language: Language, hashes: readonly string[]): Promise<void> {
  const read = await Promise.all(hashes.map(readLink))
  const here = '0.3.0'
  draw(
    <div style="display: grid; gap: 1rem">
      {read.map((result, at) =>
        result.ok ? (
          <Received key={at} made={result.value.version} {...{ language, here }} />
        ) : (
          <Received key={at} findings={result.findings} {...{ language, here }} />
        ),
      )}
      {(['same', 'versions', 'unexplained', 'unknown', 'unsent'] as const).map((comparison) => (
        <Compared
          key={comparison}
          made="0.2.0"
          stateHash="0123456789abcdef"
          {...{ language, comparison, here }}
        />
      ))}
    </div>,
  )
}

/** A link made here and read here. */
export async function aroundTrip(shared: Shared): Promise<unknown> {
  const made = await linkTo(shared)
  return made.ok ? { hash: made.value, read: await readLink(made.value) } : made
}

/** How a hash reads here. */
export const reading = readLink

/** The flow picture of two worlds whose bytes are given as numbers; who is asked, and on which day, is kept at the window. */
export function flow(
  language: Language,
  data: Omit<FlowData, 'worlds'> & { readonly worlds: readonly [number[], number[]] },
  known: number,
  buyers?: readonly number[],
): void {
  const worlds = data.worlds.map((bytes) => Uint8Array.from(bytes)) as never
  const why = (...whom: readonly number[]) => Object.assign(window, { whom })
  const asking = buyers === undefined ? {} : { asking: { buyers, why } }
  const props = { language, known, data: { ...data, worlds }, ...asking }
  draw(<Flow {...props} />)
}

/** The lessons, with the textbook scenarios as texts by path. */
export function lessons(
  language: Language,
  texts: Readonly<Record<string, string>>,
  first: LessonName,
): void {
  const load = (path: string) => (texts[path] === undefined ? undefined : { text: texts[path] })
  draw(<Lessons folder="scenarios/textbook/" {...{ language, load, first }} />)
}

/** The editor over scenarios given as texts by path; what it holds is kept at the window. */
export function editor(
  language: Language,
  texts: Readonly<Record<string, string>>,
  path: string,
): void {
  const load = (asked: string) => (texts[asked] === undefined ? undefined : { text: texts[asked] })
  const check = (text: string): Checked => {
    const read = readScenario(path, (asked) => (asked === path ? { text } : load(asked)))
    return {
      file: path,
      findings: read.ok ? [] : read.findings,
      warnings: read.ok ? read.warnings : [],
    }
  }
  const read = readScenario(path, load)
  if (!read.ok) throw new Error('the first text has a fault')
  const known = knownOf(read.scenario, ['indonesia-2023'])
  const text = signal(texts[path])
  Object.assign(window, {
    setText: (other: string) => (text.value = other),
    textNow: () => text.value,
  })
  function Held() {
    return (
      <Editor
        {...{ language, check, known }}
        text={text.value}
        onChange={(other) => {
          text.value = other
        }}
      />
    )
  }
  draw(<Held />)
}

/** The offer of a work that the browser has kept, and the button that forgets. */
export function remember(language: Language, work: Kept): void {
  const memory = createMemory(() => localStorage)
  memory.keep(work)
  Object.assign(window, { opened: null })
  draw(
    <>
      <Offer
        {...{ language, memory }}
        onOpen={({ link }) => Object.assign(window, { opened: link })}
      />
      <Forget {...{ language, memory }} />
    </>,
  )
}
