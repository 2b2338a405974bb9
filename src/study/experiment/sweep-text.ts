/** The study file that a sweep on the command line stands for: it is kept, and can be run again. */

export interface Sweep {
  /** Paths of the baseline and of the policies. */
  readonly files: readonly string[]
  /** `path`, `path=FROM to TO` or `path=[A, B]`. */
  readonly vary: readonly string[]
  readonly levels: string
  readonly seeds: string
  readonly grid: boolean
  readonly full: boolean
}

export function sweepText({ files, vary, levels, seeds, grid, full }: Sweep): string {
  const [baseline, ...policies] = files.map((file) => JSON.stringify(file))
  const lines = vary.map((text) => {
    const equals = text.indexOf('=')
    const path = JSON.stringify((equals < 0 ? text : text.slice(0, equals)).trim())
    const values = equals < 0 ? '{}' : text.slice(equals + 1).trim()
    return `  ${path}: ${values.startsWith('[') ? `{ values: ${values} }` : values}`
  })
  return [
    `baseline: ${baseline}`,
    `policies: [${policies.join(', ')}]`,
    'vary:',
    ...lines,
    `design: { ${grid ? 'grid' : 'one-at-a-time'}: { levels: ${levels} } }`,
    `market: ${full ? 'full' : 'quick'}`,
    `seeds: ${seeds}`,
    '',
  ].join('\n')
}
