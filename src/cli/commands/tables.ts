import type { CommandModule } from 'yargs'
import { writeTables } from '../../node/index.ts'
import { soundOptions, withOptions } from '../options.ts'
import { print } from '../say.ts'

export const tables: CommandModule = {
  command: 'tables <folder>',
  describe: 'Write the tables of a study as a workbook for Excel or a document for Word',
  builder: (yargs) =>
    withOptions(
      yargs.positional('folder', {
        describe: 'What a run, a comparison or a study of many points left',
        type: 'string',
      }),
      ['out', 'language', 'trust'],
      {
        out: 'The file, which ends in .xlsx or .docx; none is written over [FOLDER.xlsx, here]',
        language: 'Language of titles and notes: en or id [en]',
      },
    )
      .example('$0 tables output/tiktok-shop-ban-9163809e', 'a sheet a table, all rows and digits')
      .example(
        '$0 tables output/tiktok-shop-ban-9163809e --out tables.docx --lang id',
        'those that a paper prints, in Indonesian',
      )
      .epilogue(
        'A workbook has every CSV file of the folder, and first a sheet with the meaning and unit of each column.\nA document has effects in the main window, who gains and loses, and where sales went, as report.html has them.\nA folder with a file that is not as it was written is refused.',
      ),
  async handler(given) {
    const { out, language, trust } = soundOptions(given)
    print(await writeTables({ folder: String(given.folder), file: out, language, trust }))
  },
}
