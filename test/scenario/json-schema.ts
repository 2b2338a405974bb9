/** Enough of JSON Schema (draft 2020-12) to check scenarios against the schema made for editors. */
type Schema = Readonly<Record<string, unknown>>

/** The paths at which a value breaks the schema. */
export function violations(schema: Schema, value: unknown, root = schema, path = ''): string[] {
  const inner = (part: unknown, at: unknown = value, name = path) =>
    violations(part as Schema, at, root, name)
  if (typeof schema.$ref === 'string')
    return inner(
      schema.$ref
        .split('/')
        .slice(1)
        .reduce((at, key) => at[key] as Schema, root),
    )
  const broken: string[] = []
  const check = (holds: boolean, what: string) => holds || broken.push(`${path} ${what}`)
  if (schema.if) {
    const branch = inner(schema.if as Schema).length === 0 ? schema.then : schema.else
    if (branch) broken.push(...inner(branch as Schema))
  }
  if (schema.not) check(inner(schema.not as Schema).length > 0, 'not')
  if (schema.anyOf)
    check(
      (schema.anyOf as Schema[]).some((one) => inner(one).length === 0),
      'anyOf',
    )
  const types = [schema.type ?? []].flat()
  const isType = (type: unknown) =>
    type === typeOf(value) || (type === 'integer' && Number.isInteger(value))
  if (schema.type) check(types.some(isType), `type ${schema.type}`)
  if (schema.enum) check((schema.enum as unknown[]).includes(value), 'enum')
  if (typeof value === 'number') {
    check(value >= Number(schema.minimum ?? value), 'minimum')
    check(value <= Number(schema.maximum ?? value), 'maximum')
  }
  if (typeof value === 'string' && schema.pattern)
    check(new RegExp(schema.pattern as string).test(value), 'pattern')
  if (Array.isArray(value)) {
    check(
      value.length >= Number(schema.minItems ?? 0) &&
        value.length <= Number(schema.maxItems ?? 1e9),
      'items',
    )
    if (schema.items)
      broken.push(...value.flatMap((item, at) => inner(schema.items, item, `${path}/${at}`)))
  } else if (typeof value === 'object' && value !== null) {
    broken.push(...inObject(schema, value as Record<string, unknown>, path, inner))
  }
  return broken
}

function inObject(
  schema: Schema,
  value: Record<string, unknown>,
  path: string,
  inner: (part: unknown, at: unknown, name: string) => string[],
): string[] {
  const broken: string[] = []
  const names = Object.keys(value)
  for (const name of (schema.required as string[]) ?? [])
    if (!names.includes(name)) broken.push(`${path} lacks ${name}`)
  if (schema.propertyNames)
    for (const name of names)
      broken.push(...inner(schema.propertyNames, name, `${path} key ${name}`))
  if (names.length > Number(schema.maxProperties ?? 1e9)) broken.push(`${path} maxProperties`)
  if (names.length < Number(schema.minProperties ?? 0)) broken.push(`${path} minProperties`)
  for (const name of names) {
    const parts: unknown[] = []
    const own = (schema.properties as Schema)?.[name]
    if (own !== undefined) parts.push(own)
    for (const [pattern, part] of Object.entries((schema.patternProperties as Schema) ?? {}))
      if (new RegExp(pattern).test(name)) parts.push(part)
    if (parts.length === 0 && schema.additionalProperties === false)
      broken.push(`${path}/${name} unknown`)
    else if (parts.length === 0 && schema.additionalProperties)
      parts.push(schema.additionalProperties)
    broken.push(...parts.flatMap((part) => inner(part, value[name], `${path}/${name}`)))
  }
  return broken
}

const typeOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
