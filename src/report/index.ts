/** Floor 5: results in, charts and printed numbers out. Knows no screen and no disk. */
export { charts } from './charts.ts'
export { differenceWords } from './difference-words.ts'
export { differencesTold, wordsOfDifferences } from './differences.ts'
export { drawn } from './drawn.ts'
export { percentOf } from './effect-rows.ts'
export { eventsOf } from './events.ts'
export { experimentCharts } from './experiment/charts.ts'
export { experimentLines } from './experiment/lines.ts'
export { experimentObject } from './experiment/object.ts'
export { type ExperimentMade, experimentReport } from './experiment/page.ts'
export { experimentSentences } from './experiment/sentences.ts'
export { experimentTables } from './experiment/tables.ts'
export { type Card, cardOf } from './explain/card.ts'
export type { CardDecision, CardOption } from './explain/frame.ts'
export { cardLines, explanationLines } from './explain/lines.ts'
export { explanationObject } from './explain/object.ts'
export { explainWords } from './explain/words.ts'
export { factsCharts } from './facts/charts.ts'
export { factsLines, registrationLines } from './facts/lines.ts'
export { factsObject, factsTable } from './facts/object.ts'
export { type FactsMade, factsReport } from './facts/page.ts'
export type { FactsShown } from './facts/written.ts'
export * from './fit/index.ts'
export { formatDate, formatNumber, formatPercent } from './format.ts'
export { type EffectText, formatEffect, formatLevels } from './format-effect.ts'
export { table } from './html.ts'
export {
  type Chart,
  type Event,
  LANGUAGES,
  type Language,
  type PolicyRuns,
  type ReportInput,
} from './input.ts'
export { labelsOf } from './labels.ts'
export { matrixChart } from './matrix-chart.ts'
export { labelsIn, nameWords, policyName, windowName } from './name-words.ts'
export {
  type Block,
  documentOf,
  type Tables,
} from './office/document.ts'
export type { DescribedTable, FolderTold } from './office/folder.ts'
export { type Sheet, type SheetCell, sheetsOf } from './office/sheets.ts'
export { type Citation, codemeta, type Package, zenodo } from './open/citation.ts'
export { type Carried, CRATE, crateText } from './open/crate.ts'
export {
  DATA_PACKAGE,
  type Described,
  dataPackage,
  type TableFile,
  titleOfTable,
} from './open/data-package.ts'
export { experimentColumns, type Field, type FieldType, fieldOf } from './open/fields.ts'
export { folderReadme, type StudyOfFolder } from './open/folder-readme.ts'
export { readTables } from './open/from-tables.ts'
export { optionSaid } from './option-words.ts'
export { flowsChart, mechanismsChart, winnersChart } from './outcome-charts.ts'
export { type PolicyParts, policyParts, reportPage } from './page.ts'
export type { DrawnChart, PageInput, PagePolicy } from './page-input.ts'
export { pageWords } from './page-words.ts'
export { type Made, pageInputOf, reportOf, type StudyReport } from './study-page.ts'
export { tablesOf } from './tables/tables.ts'
export { answerObject } from './text/answer-object.ts'
export { cacheLines, cacheObject, clearedLine } from './text/cache-lines.ts'
export { aligned, fitted, wrapped } from './text/columns.ts'
export { type Cost, costLines, fitSize, studySize } from './text/cost-lines.ts'
export { enoughLines } from './text/enough.ts'
export { fitObject, fitTable } from './text/fit-table.ts'
export { headingLines } from './text/heading.ts'
export { changeLines, heldLines, scenarioLines } from './text/held.ts'
export { jsonSchemas } from './text/json-schemas.ts'
export * from './text/notes.ts'
export { oddPage } from './text/odd.ts'
export { parameterWords, plainName, said, sourceSaid } from './text/parameter-words.ts'
export { policyText, registerText } from './text/policies-text.ts'
export { type Kept, keptLines, printed } from './text/printed.ts'
export { differenceLines, proofLines, solvedLines, warningLines } from './text/proof-lines.ts'
export { readableJson } from './text/readable-json.ts'
export {
  factsSchemaText,
  fitSchemaText,
  holding,
  noParameterLines,
  parametersLike,
  parameterText,
  reference,
  regulation,
  schemaText,
  studySchemaText,
  targetsSchemaText,
} from './text/reference.ts'
export { stressPage } from './text/stress.ts'
export { summaryObject } from './text/summary-object.ts'
export { type Stage, terminalWords } from './text/terminal-words.ts'
export { cannotRunLines, verdictObject, verdictText } from './text/verdict.ts'
export { wordsPage } from './text/words-page.ts'
export { colour } from './theme.ts'
export { chartsTold, levelsIn, policiesTold, told } from './told.ts'
export { amountText, displayUnit, formatValue } from './units.ts'
export { untoldIn } from './untold.ts'
export { labelsOfMeasures, nameOf, type Words, words } from './words.ts'
