/** 0 to n - 1 in the order of a draw each. */
export function permutation(n: number, draw: (row: number) => number): number[] {
  const drawn = Array.from({ length: n }, (_, row) => draw(row))
  return drawn.map((_, row) => row).sort((a, b) => drawn[a] - drawn[b] || a - b)
}
