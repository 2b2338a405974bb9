/** Columns that are added to a population in some worlds and not in others: those of a policy, where a world names it. */
import { type ColumnDeclaration, type Columns, type Population, population } from './column.ts'

/**
 * Declares columns on the rows of a population that exists already: `const own = on(sellers, { levy: f64('Levy') })`,
 * read as `own.levy`. They lie behind all other columns, so that the rest of the state is where it is without them.
 * @throws Error where the population has a column of that name
 */
export function on<D extends Record<string, ColumnDeclaration>>(
  base: Population,
  declarations: D,
): Population & Columns<D> {
  const twice = Object.keys(declarations).filter((name) => Object.hasOwn(base.columns, name))
  if (twice.length > 0) throw new Error(`${base.name} has a column ${twice.join(', ')} already`)
  return population(base.name, base.label, declarations)
}
