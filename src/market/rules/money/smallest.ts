/**
 * The `wanted` rows with the smallest keys, of the first `found`; of equal keys those that stand first. They come in the
 * order in which they stood, not by their keys. Numbers are sorted and not pairs of a number and a row, which in a
 * large market take longer to make than all else that a week asks for.
 */
export function smallest(
  keys: Float64Array,
  rows: Int32Array,
  found: number,
  wanted: number,
): Int32Array {
  if (wanted >= found) return rows.subarray(0, found)
  if (wanted <= 0) return rows.subarray(0, 0)
  const mark = keys.slice(0, found).sort()[wanted - 1]
  let below = 0
  for (let at = 0; at < found; at++) if (keys[at] < mark) below++
  let equals = wanted - below
  const taken = new Int32Array(wanted)
  let next = 0
  for (let at = 0; next < wanted; at++) {
    if (keys[at] < mark || (keys[at] === mark && equals-- > 0)) taken[next++] = rows[at]
  }
  return taken
}
