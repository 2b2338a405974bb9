/** What can be taken along: the scenario, tables, and a manifest that the program verifies. */
import { tablesOf } from '../../report/index.ts'
import { CALL, csv, manifest } from '../../study/index.ts'
import { takenName } from '../desk/taken-name.ts'
import { scenarioText, work } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { Coded } from '../views/coded.tsx'
import { save } from './save.ts'
import type { Found } from './study.ts'
import { weeklyRows } from './weekly-rows.ts'
import { answerWords } from './words.ts'

export function Downloads({ now }: { readonly now: Found }) {
  const say = answerWords[language.value]
  const tables = tablesOf(now.answer)
  const effects = tables.find(({ name }) => name === 'effects.csv')
  return (
    <div class="downloads">
      <h3>{say.downloads}</h3>
      <p>
        <button
          type="button"
          onClick={() =>
            void scenarioText().then((text) =>
              save(`${takenName(work.value)}.yaml`, text, 'text/yaml'),
            )
          }
        >
          {say.files.scenario}
        </button>
        <button
          type="button"
          onClick={() => effects && save(effects.name, effects.text, 'text/csv')}
        >
          {say.files.effects}
        </button>
        <button type="button" onClick={() => save('weekly.csv', weeklyCsv(now), 'text/csv')}>
          {say.files.series}
        </button>
        <button type="button" onClick={() => void saveParquet(now)}>
          {say.files.parquet}
        </button>
        <button
          type="button"
          onClick={() => save('manifest.json', manifestText(now), 'application/json')}
        >
          {say.files.manifest}
        </button>
      </p>
      <p class="note">
        <Coded text={say.manifestNote} />
      </p>
    </div>
  )
}

const PARQUET = 'application/vnd.apache.parquet'

async function saveParquet({ study }: Found): Promise<void> {
  const { weeklyParquet } = await import('./parquet.ts')
  save('weekly.parquet', weeklyParquet(study), PARQUET)
}

/** The runs as `pasar verify` runs them again; no file of a study goes with it. */
export function manifestText({ study, fingerprint, date, milliseconds }: Found): string {
  const { path, text, baseline, set, both } = work.value
  const over = both.flatMap((one) => ['--set', one])
  // What was moved or written in the policy alone is in the file that is taken along, and no --set of both worlds.
  const own =
    text === undefined && set.length === 0 ? path : `scenarios/${takenName(work.value)}.yaml`
  const command = [
    'compare',
    baseline,
    own,
    '--quick',
    '--runs',
    String(study.question.runs),
    ...over,
  ]
  return manifest(
    { ...study, fingerprint, files: [] },
    { command, date, platform: `${CALL} lab, ${navigator.userAgent}`, milliseconds },
  )
}

const weeklyCsv = ({ study }: Found): string => {
  const rows = weeklyRows(study)
  return csv(rows, ['scenario', 'run', 'week', 'measure', 'venue', 'kind', 'unit', 'value'])
}
