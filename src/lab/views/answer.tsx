/** Where the answer comes: what finds and tells it is loaded once both worlds have been run to their end. */
import { signal, useSignalEffect } from '@preact/signals'
import type { ComponentType } from 'preact'
import { isSettled } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { labWords } from '../words.ts'

const view = signal<{ readonly View: ComponentType } | undefined>(undefined)

export function Answer() {
  const say = labWords[language.value]
  useSignalEffect(() => {
    if (isSettled.value && view.peek() === undefined)
      void import('../answer/view.tsx').then(({ AnswerView }) => {
        view.value = { View: AnswerView }
      })
  })
  const { View } = view.value ?? {}
  return (
    <section id="answer" aria-labelledby="answer-head" tabIndex={-1}>
      <h2 id="answer-head">{say.answer}</h2>
      {View === undefined ? <p class="note">{say.wait}</p> : <View />}
    </section>
  )
}
