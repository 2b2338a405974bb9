/** The scenario as text: completion, cards and faults by our own declarations. Sliders show the same scenario. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import type { Editor as Mirror } from './codemirror.ts'
import type { Known } from './declared.ts'
import { type Checked, type Fault, faultsIn } from './faults.ts'
import { cardLines, editorWords } from './words.ts'
import './editor.css'

/** Milliseconds from the last key until the text is read. */
const REST = 250

interface EditorProps {
  readonly language: Language
  /** The text as it is now, whoever changed it. */
  readonly text: string
  readonly onChange: (text: string) => void
  /** Reads a text as `pasar check` does. */
  readonly check: (text: string) => Checked | Promise<Checked>
  readonly known: Known
  /** A label of the declarations in the page's language; as it is declared where left out. */
  readonly said?: (label: string) => string
}

export function Editor(props: EditorProps) {
  const { language, text, onChange } = props
  const words = editorWords[language]
  const place = useRef<HTMLDivElement>(null)
  const { mirror, failed } = useMirror(place, props)
  const faults = useFaults(props)
  useEffect(() => mirror?.setFaults(faults ?? []), [mirror, faults])
  return (
    <section class="editor">
      <p class="editor-note">{words.note}</p>
      {mirror === undefined ? (
        <>
          <p class="editor-note">{failed ? words.plain : words.loading}</p>
          <textarea
            class="editor-plain"
            aria-label={words.label}
            rows={16}
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => onChange(currentTarget.value)}
          />
        </>
      ) : null}
      <div ref={place} class="editor-place" hidden={mirror === undefined} />
      <Faults {...{ language, faults }} goTo={(at) => mirror?.goTo(at)} />
    </section>
  )
}

/** CodeMirror in its place, once it has been loaded. */
function useMirror(place: { readonly current: HTMLDivElement | null }, props: EditorProps) {
  const { language } = props
  const [mirror, setMirror] = useState<Mirror>()
  const [failed, setFailed] = useState(false)
  const latest = useRef(props)
  latest.current = props
  /** Texts that were told and have not come back yet: whoever types is ahead of the page. */
  const told = useRef<string[]>([])
  useEffect(() => {
    const at = told.current.lastIndexOf(props.text)
    told.current.splice(0, at + 1)
    if (at < 0) mirror?.setText(props.text)
  }, [mirror, props.text])
  useEffect(() => {
    let made: Mirror | undefined
    let wanted = true
    const words = editorWords[language]
    import('./codemirror.ts').then(
      ({ createEditor }) => {
        if (!wanted) return
        made = createEditor({
          parent: place.current!,
          text: latest.current.text,
          label: words.label,
          phrases: words.phrases,
          known: () => latest.current.known,
          card: (meaning) => cardLines(language, meaning, latest.current.said),
          onChange(text) {
            told.current.push(text)
            latest.current.onChange(text)
          },
        })
        setMirror(made)
      },
      () => wanted && setFailed(true),
    )
    return () => {
      wanted = false
      made?.destroy()
      setMirror(undefined)
    }
  }, [language, place])
  return { mirror, failed }
}

/** What the reader finds in the text, a moment after the last key; undefined while it reads. */
function useFaults({ language, text, check }: EditorProps): readonly Fault[] | undefined {
  const [found, setFound] = useState<{ readonly text: string; readonly checked: Checked }>()
  const latest = useRef(check)
  latest.current = check
  useEffect(() => {
    let wanted = true
    const rest = setTimeout(async () => {
      const checked = await latest.current(text)
      if (wanted) setFound({ text, checked })
    }, REST)
    return () => {
      wanted = false
      clearTimeout(rest)
    }
  }, [text])
  return useMemo(() => found && faultsIn(found.text, found.checked, language), [found, language])
}

interface FaultsProps {
  readonly language: Language
  readonly faults: readonly Fault[] | undefined
  readonly goTo: (place: number) => void
}

/** Faults in a list too, for phones and for those who cannot see marks in a text. */
function Faults({ language, faults, goTo }: FaultsProps) {
  const words = editorWords[language]
  const count = (severity: Fault['severity']) =>
    faults?.filter((fault) => fault.severity === severity).length ?? 0
  const [errors, warnings] = [count('error'), count('warning')]
  return (
    <div class="editor-faults">
      <p role="status">
        {faults === undefined
          ? words.checking
          : faults.length === 0
            ? words.sound
            : words.faults(errors, warnings)}
      </p>
      <ul>
        {faults?.map((fault) => (
          <li key={`${fault.from} ${fault.message}`} class={`editor-${fault.severity}`}>
            <button type="button" onClick={() => goTo(fault.from)}>
              {words[fault.severity]}, {words.line(fault.line)}
            </button>{' '}
            <span>{fault.message}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
