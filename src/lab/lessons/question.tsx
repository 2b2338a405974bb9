/** The question of a lesson. Its answer is computed from the market with the sliders as they stand. */
import { useId, useState } from 'preact/hooks'
import type { Language } from '../../report/index.ts'
import { isRight, type Lesson, type Market } from './lesson.ts'
import { Prose } from './prose.tsx'
import { lessonsWords } from './words.ts'
import { answered, written } from './written.ts'

interface QuestionProps {
  readonly language: Language
  readonly lesson: Lesson
  readonly market: Market
}

export function Question({ language, lesson, market }: QuestionProps) {
  const words = lessonsWords[language]
  const told = words.lessons[lesson.name]
  const { quantity } = lesson.question
  const right = lesson.question.answer(market)
  const [text, setText] = useState('')
  const [verdict, setVerdict] = useState<'right' | 'wrong' | 'none' | 'shown'>()
  const field = useId()
  if (right === undefined)
    return (
      <section class="lesson-question">
        <h4>{words.question}</h4>
        <p>{told.nothing}</p>
      </section>
    )
  const facts = lesson.question.facts(market).map(([value, of]) => written(language, value, of))
  const check = (event: Event) => {
    event.preventDefault()
    const given = answered(text, quantity)
    setVerdict(Number.isNaN(given) ? 'none' : isRight(given, right) ? 'right' : 'wrong')
  }
  const unit = quantity === 'rupiah' || quantity === 'percent' ? words.units[quantity] : ''
  return (
    <section class="lesson-question">
      <h4>{words.question}</h4>
      <form onSubmit={check}>
        <label for={field}>{told.question(facts)}</label>
        <div class="lesson-answer">
          <input
            id={field}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            size={8}
            aria-label={`${words.yourAnswer}${unit === '' ? '' : ` (${unit})`}`}
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value)
              setVerdict(undefined)
            }}
          />
          <span>{unit}</span>
          <button type="submit">{words.check}</button>
          <button type="button" onClick={() => setVerdict('shown')}>
            {words.reveal}
          </button>
        </div>
      </form>
      <div role="status" class="lesson-verdict">
        {verdict === 'none' ? <p>{words.noNumber}</p> : null}
        {verdict === 'wrong' ? <p>{words.wrong}</p> : null}
        {verdict === 'right' ? <p class="lesson-right">{words.right}</p> : null}
        {verdict === 'right' || verdict === 'shown' ? (
          <Prose text={told.because(written(language, right, quantity), facts)} />
        ) : null}
      </div>
    </section>
  )
}
