/** Where the answer comes: what finds and tells it is loaded once both worlds have been run to their end. */
import { isSettled } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { labWords } from '../words.ts'
import { later } from './later.tsx'

const View = later(
  async () => (await import('../answer/view.tsx')).AnswerView,
  () => isSettled.value,
)

export const Answer = () => (
  <section id="answer" aria-labelledby="answer-head" tabIndex={-1}>
    <h2 id="answer-head">{labWords[language.value].answer}</h2>
    <View />
  </section>
)
