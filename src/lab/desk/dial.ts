/** A dial of a declaration: whatever sets it, it says what its declaration says. */
import type { Parameter } from '../../engine/index.ts'
import type { MarketInput } from '../../market/index.ts'
import { type LANGUAGES, parameterWords, said, sourceSaid } from '../../report/index.ts'
import type { Dial, Told } from './messages.ts'

/** A dial without what all of one declaration have in common. */
export type Own = Pick<Dial, 'name' | 'paths' | 'of' | 'value'> & Partial<Dial>

export const inBoth = <T>(say: (language: (typeof LANGUAGES)[number]) => T): Told<T> => ({
  en: say('en'),
  id: say('id'),
})

/** What all dials of a declaration say. */
export function dial(declared: Parameter, own: Own, input: MarketInput): Dial {
  const { label, source, grade } = declared
  return {
    label: inBoth((language) => said(label, language)),
    kind:
      declared.kind === 'reference'
        ? 'choice'
        : declared.kind === 'number' && declared.yesNo
          ? 'flag'
          : declared.kind,
    unit: declared.kind === 'number' ? declared.unit : '',
    range: declared.kind === 'number' ? declared.range : [0, input.days],
    step: declared.kind === 'number' ? stepOf(declared.range) : 1,
    mixed: false,
    options: [],
    source: inBoth((language) => sourceSaid(source, language)),
    grade,
    gradeWord: inBoth((language) => {
      const say = parameterWords[language]
      return grade === 'assumption' || grade === 'given' ? say[grade] : `${say.grade} ${grade}`
    }),
    hour: '',
    ...own,
  }
}

/** A hundred steps or so over a range, of a round size. */
export function stepOf([low, high]: readonly [number, number]): number {
  const power = 10 ** Math.floor(Math.log10((high - low) / 100))
  const rough = (high - low) / 100 / power
  return Number(((rough >= 5 ? 5 : rough >= 2 ? 2 : 1) * power).toPrecision(1))
}
