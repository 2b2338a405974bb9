/** Symmetric positive definite matrices, as n rows of n numbers one after the other. */

/**
 * The lower triangle L of A = L L', in a new matrix with zeros above it; nothing where A is not positive definite to within
 * rounding. Source: Golub and Van Loan 2013, 4.2.
 */
export function cholesky(a: Float64Array, n: number): Float64Array | undefined {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]
      for (let k = 0; k < j; k++) sum -= l[i * n + k] * l[j * n + k]
      if (i !== j) l[i * n + j] = sum / l[j * n + j]
      else {
        // What is left of a pivot below the rounding of its sum is no number but dust.
        if (!(sum > 1e-14 * Math.abs(a[i * n + i]))) return undefined
        l[i * n + i] = Math.sqrt(sum)
      }
    }
  return l
}

/** x of L x = b. */
export function solveLower(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    let sum = b[i]
    for (let k = 0; k < i; k++) sum -= l[i * n + k] * x[k]
    x[i] = sum / l[i * n + i]
  }
  return x
}

/** x of L' x = b. */
export function solveUpper(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  for (let i = n - 1; i >= 0; i--) {
    x[i] /= l[i * n + i]
    for (let k = 0; k < i; k++) x[k] -= l[i * n + k] * x[i]
  }
  return x
}

/** x of L L' x = b. */
export const solve = (l: Float64Array, n: number, b: ArrayLike<number>): Float64Array =>
  solveUpper(l, n, solveLower(l, n, b))

/** The logarithm of the determinant of L L'. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.log(l[i * n + i])
  return 2 * sum
}

/** The inverse of L L': with U = L^-1 it is U' U. */
export function inverse(l: Float64Array, n: number): Float64Array {
  // Row j of `columns` is column j of U, which begins at j.
  const columns = new Float64Array(n * n)
  for (let j = 0; j < n; j++) {
    const column = columns.subarray(j * n, (j + 1) * n)
    column[j] = 1 / l[j * n + j]
    for (let i = j + 1; i < n; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= l[i * n + k] * column[k]
      column[i] = sum / l[i * n + i]
    }
  }
  const result = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = i; k < n; k++) sum += columns[i * n + k] * columns[j * n + k]
      result[i * n + j] = sum
      result[j * n + i] = sum
    }
  return result
}
