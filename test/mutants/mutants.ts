/** Faults that the tests of a rule must catch: each is one edit of the rule, with the tests that fail on it. */

export interface Mutant {
  /** What is wrong then. */
  readonly what: string
  readonly file: string
  /** Stands there once. */
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
}

/**
 * The text of a file with the fault in it.
 * @throws where what is to be replaced does not stand there exactly once: the list is then behind the code
 */
export function mutated(text: string, { what, file, find, replace }: Mutant): string {
  const parts = text.split(find)
  if (parts.length !== 2)
    throw new Error(`${what}: stands ${parts.length - 1} times in ${file}: ${find}`)
  return parts.join(replace)
}

const rules = (name: string) => `src/market/rules/${name}.ts`

export const MUTANTS: readonly Mutant[] = [
  {
    what: 'couriers count twice',
    file: rules('work'),
    find: 'add(region, POOL.courier, couriers, couriers, couriers * p.courierWage)',
    replace: 'add(region, POOL.courier, couriers, 2 * couriers, couriers * p.courierWage)',
    tests: ['test/rules/work.test.ts'],
  },
  {
    what: 'platform staff earn a third',
    file: rules('work'),
    find: 'staff * p.platformWage * c.wage[0]',
    replace: '(staff / 3) * p.platformWage * c.wage[0]',
    tests: ['test/rules/work.test.ts'],
  },
  {
    what: "an hour of a creator's work counts ten times",
    file: rules('work'),
    find: '(weight * hours) / 40',
    replace: '(10 * weight * hours) / 40',
    tests: ['test/rules/work.test.ts'],
  },
  {
    what: 'the flat fee is in no price',
    file: rules('net-revenue'),
    find: '(net + flatFee) / (1 - rate)',
    replace: 'net / (1 - rate) + 0 * flatFee',
    tests: ['test/rules/pricing.test.ts', 'test/textbook/pricing.test.ts'],
  },
  {
    what: 'the flat fee is in no shop review',
    file: rules('net-revenue'),
    find: 'price * (1 - rate) - flatFee',
    replace: 'price * (1 - rate) - 0 * flatFee',
    tests: ['test/rules/shops.test.ts', 'test/rules/pricing.test.ts'],
  },
  {
    what: 'a giant takes steps as large as those of a small firm',
    file: rules('pricing'),
    find: 'p.adjustment * slack * (aim',
    replace: 'p.adjustment * (aim',
    tests: ['test/textbook/pricing.test.ts', 'test/rules/pricing.test.ts'],
  },
  {
    what: 'surplus without social influence keeps popularity',
    file: rules('feed'),
    find: 'plainTaste[at] = exp(-c.popularityTaste[category] * fame)',
    replace: 'plainTaste[at] = exp(-0 * c.popularityTaste[category] * fame)',
    tests: ['test/rules/attention.test.ts', 'test/rules/venue-appeal.test.ts'],
  },
]
