/** What the tests build as the lab is built: the market, what gives its declarations their words, and pages made of them. */
/// <reference path="../../src/lab/made.d.ts" />
export { giveWords } from '../../src/lab/declared-words.ts'
export { wordsOf } from '../../src/lab/described.ts'
export { reference, schemaText } from '../../src/report/index.ts'
