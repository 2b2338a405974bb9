import { expect, it } from 'vitest'
import { csv } from '../../src/study/csv.ts'

it('lets no text be run as a formula, and leaves numbers as they are', () => {
  const rows = ['=cmd|x', '+1', '-1+1', '@SUM(A1)', '\tx', 'a = b', 'TikTok Shop'].map(
    (label, nth) => ({ label, value: nth - 3 }),
  )
  expect(csv(rows, ['label', 'value'])).toBe(
    "label,value\n'=cmd|x,-3\n'+1,-2\n'-1+1,-1\n'@SUM(A1),0\n'\tx,1\na = b,2\nTikTok Shop,3\n",
  )
})
