/** Pages that tell what the shipped studies found tell what is in their results. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { TABLES, withTables } from './study-tables.ts'

it.each(Object.keys(TABLES))(
  'the tables of %s are those of the results (npx tsx test/readme/study-tables.ts)',
  (page) => {
    const text = readFileSync(page, 'utf8')
    expect(withTables(page, text)).toBe(text)
  },
)
