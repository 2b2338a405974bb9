/** The page of the six lessons, from the words and the solutions that the lab has. */
import { type Lesson, marketOf } from '../../src/lab/lessons/lesson.ts'
import { LESSONS } from '../../src/lab/lessons/lessons.ts'
import { lessonsWords } from '../../src/lab/lessons/words.ts'
import { written } from '../../src/lab/lessons/written.ts'
import { loadScenario } from '../../src/node/index.ts'
import type { Locale } from './contents.ts'

const WORDS = {
  en: {
    lab: 'In [the lab](/lab), under “Learn”, each of them runs with sliders (`npm run lab`), and the page checks your answer. Here they stand to be read: the questions are of the markets as they are shipped.',
    market: 'The market',
    answer: 'The answer',
  },
  id: {
    lab: 'Di lab (`npm run lab`), bagian “Belajar”, setiap pelajaran berjalan dengan penggeser, dan jawaban Anda diperiksa. Di sini pelajarannya untuk dibaca: pertanyaannya tentang pasar seperti adanya.',
    market: 'Pasarnya',
    answer: 'Jawabannya',
  },
}

/** Formulas stand between brackets in the words of lessons. */
const withFormulas = (text: string): string => text.replace(/\[([^\]]+)\]/g, '`$1`')

function lesson(locale: Locale, of: Lesson): string[] {
  const words = lessonsWords[locale]
  const { title, intro, known, tries, question, because } = words.lessons[of.name]
  const market = marketOf(of, {}, { folder: 'scenarios/textbook/', load: loadScenario })
  const told = (facts: readonly (readonly [number, Parameters<typeof written>[2]])[]) =>
    facts.map(([value, quantity]) => written(locale, value, quantity))
  const facts = told(of.question.facts(market))
  const answer = of.question.answer(market)
  if (answer === undefined) throw new Error(`lesson ${of.name}: nothing to ask as it is shipped`)
  return [
    `## ${title}`,
    ...intro,
    ...(known === undefined || of.known === undefined ? [] : [known(told(of.known(market)))]),
    `${WORDS[locale].market}: [scenarios/textbook/${of.file}.yaml](${locale === 'id' ? '../' : ''}../../scenarios/textbook/${of.file}.yaml).`,
    `**${words.tryThis}.**`,
    tries.map((one) => `- ${one}`).join('\n'),
    `**${words.question}.** ${question(facts)}`,
    `::: details ${WORDS[locale].answer}\n${because(written(locale, answer, of.question.quantity), facts)}\n:::`,
  ].map(withFormulasButLinks)
}

/** A link has brackets too, and is no formula. */
const withFormulasButLinks = (text: string): string =>
  text.includes('](') ? text : withFormulas(text)

export const lessonsPage = (locale: Locale): string =>
  [
    `# ${lessonsWords[locale].heading}`,
    lessonsWords[locale].lead,
    WORDS[locale].lab,
    ...LESSONS.flatMap((one) => lesson(locale, one)),
  ].join('\n\n')
