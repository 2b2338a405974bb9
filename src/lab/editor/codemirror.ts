/** CodeMirror with what our declarations say. Loaded when an editor is opened: it is a chunk of its own. */
import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { cursorAt } from './cursor.ts'
import { type Known, type Meaning, meaningAt, optionsAt } from './declared.ts'
import type { Fault } from './faults.ts'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** For those who cannot see it. */
  readonly label: string
  /** Words of CodeMirror in the page's language, by its own. */
  readonly phrases: Readonly<Record<string, string>>
  readonly known: () => Known
  /** The lines of a card. */
  readonly card: (meaning: Meaning) => readonly string[]
  readonly onChange: (text: string) => void
}

export interface Editor {
  /** Puts another text in place; it is no change made here, and keeps the cursor where it can. */
  setText(text: string): void
  setFaults(faults: readonly Fault[]): void
  /** Puts the cursor at a place and shows it. */
  goTo(place: number): void
  destroy(): void
}

export function createEditor(options: EditorOptions): Editor {
  let isOurs = false
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        yaml(),
        syntaxHighlighting(defaultHighlightStyle),
        autocompletion({
          icons: false,
          override: [(context) => completions(context, options.known())],
        }),
        hoverTooltip((of, place) => card(of, place, options)),
        // Tab leaves the editor, as it leaves every other field.
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorState.phrases.of(options.phrases),
        EditorView.lineWrapping,
        // What can be edited can be reached by Tab; checkers of accessibility want it written.
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOurs) options.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    setText(text) {
      const old = view.state.doc.toString()
      if (text === old) return
      isOurs = true
      view.dispatch({ changes: changeBetween(old, text) })
      isOurs = false
    },
    setFaults(faults) {
      view.dispatch(
        setDiagnostics(
          view.state,
          faults.map((fault) => marked(fault, view)),
        ),
      )
    },
    goTo(place) {
      const anchor = Math.min(place, view.state.doc.length)
      view.dispatch({ selection: { anchor }, scrollIntoView: true })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

/** The stretch that differs: what lies around it keeps its cursor and its marks. */
function changeBetween(old: string, text: string) {
  let from = 0
  while (from < Math.min(old.length, text.length) && old[from] === text[from]) from++
  let same = 0
  const most = Math.min(old.length, text.length) - from
  while (same < most && old[old.length - 1 - same] === text[text.length - 1 - same]) same++
  return { from, to: old.length - same, insert: text.slice(from, text.length - same) }
}

function marked({ from, to, severity, message }: Fault, view: EditorView): Diagnostic {
  const end = view.state.doc.length
  return { from: Math.min(from, end), to: Math.min(to, end), severity, message }
}

function completions(context: CompletionContext, known: Known): CompletionResult | null {
  const text = context.state.doc.toString()
  const cursor = cursorAt(text, context.pos)
  if (!context.explicit && cursor.from === context.pos) return null
  const options = optionsAt(cursor, known)
  if (options.length === 0) return null
  const isKey = cursor.at === 'key'
  const hasColon = /^\s*:/.test(text.slice(cursor.to))
  return {
    from: cursor.from,
    to: cursor.to,
    options: options.map(({ label, detail, info }) => ({
      label,
      detail,
      ...(info === '' ? {} : { info }),
      type: isKey ? 'property' : 'constant',
      apply: isKey && !hasColon ? applyKey(label) : label,
    })),
    validFor: /^[\w.*+:-]*$/,
  }
}

/** A key with its colon; what may stand behind it is offered next. */
const applyKey = (label: string) => (view: EditorView, _: unknown, from: number, to: number) => {
  const insert = `${label}: `
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: 'input.complete',
  })
  startCompletion(view)
}

/** What the key under the pointer means. */
function card(view: EditorView, place: number, { card: linesOf }: EditorOptions) {
  const cursor = cursorAt(view.state.doc.toString(), place)
  if (cursor.from === cursor.to) return null
  const word = view.state.sliceDoc(cursor.from, cursor.to)
  const path = cursor.at === 'key' ? [...cursor.path, word] : cursor.path
  const meaning = meaningAt(path)
  if (meaning === undefined) return null
  return {
    pos: cursor.from,
    end: cursor.to,
    above: true,
    create() {
      const dom = document.createElement('div')
      dom.className = 'editor-card'
      for (const line of linesOf(meaning)) {
        const paragraph = document.createElement('p')
        paragraph.textContent = line
        dom.append(paragraph)
      }
      return { dom }
    },
  }
}
