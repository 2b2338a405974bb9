/** Which part of a study a process makes: as it is told, or as a job array says. */
import { describe, expect, it } from 'vitest'

import { arrayTask, shardFrom } from '../../src/node/index.ts'

const SLURM = (id: string, min: string, max: string, step: string, count: string) => ({
  SLURM_ARRAY_TASK_ID: id,
  SLURM_ARRAY_TASK_MIN: min,
  SLURM_ARRAY_TASK_MAX: max,
  SLURM_ARRAY_TASK_STEP: step,
  SLURM_ARRAY_TASK_COUNT: count,
})
const SGE = (id: string) => ({
  SGE_TASK_ID: id,
  SGE_TASK_FIRST: '10',
  SGE_TASK_LAST: '31',
  SGE_TASK_STEPSIZE: '7',
})

describe('a task of an array', () => {
  it.each([
    ['Slurm from 1', SLURM('3', '1', '8', '1', '8'), 3, 8],
    ['Slurm from 0 by 4', SLURM('8', '0', '12', '4', '4'), 3, 4],
    ['Kubernetes, from 0', { JOB_COMPLETION_INDEX: '0' }, 1, undefined],
    ['PBS', { PBS_ARRAY_INDEX: '5' }, 5, undefined],
    ['Torque', { PBS_ARRAYID: '5' }, 5, undefined],
    ['SGE from 10 by 7', SGE('24'), 3, 4],
    ['LSF', { LSB_JOBINDEX: '2', LSB_JOBINDEX_END: '9', LSB_JOBINDEX_STEP: '1' }, 2, 9],
    [
      'AWS Batch, from 0',
      { AWS_BATCH_JOB_ARRAY_INDEX: '9', AWS_BATCH_JOB_ARRAY_SIZE: '10' },
      10,
      10,
    ],
  ])('of %s', (_, environment, index, of) => {
    expect(arrayTask(environment)).toMatchObject({ index, of })
  })

  it.each([
    ['nothing is set', {}],
    ['SGE runs no array', { SGE_TASK_ID: 'undefined' }],
    ['LSF runs no array', { LSB_JOBINDEX: '0' }],
  ])('is none where %s', (_, environment) => {
    expect(arrayTask(environment)).toBeUndefined()
  })

  it('does not say which of how many where its indices are uneven', () => {
    const { of } = arrayTask(SLURM('9', '1', '9', '1', '3'))!
    expect(of).toBeUndefined()
  })

  it('gives every index of an array another part, and all parts', () => {
    const parts = [0, 4, 8, 12].map((id) => arrayTask(SLURM(`${id}`, '0', '12', '4', '4'))!.index)
    expect(parts).toEqual([1, 2, 3, 4])
  })
})

describe('the part that is made', () => {
  const kubernetes = { JOB_COMPLETION_INDEX: '2' }
  it.each([
    ['none', undefined, true, {}, undefined],
    ['as told', '2/8', true, {}, { index: 2, of: 8 }],
    ['as told, whatever the array says', '2/8', true, kubernetes, { index: 2, of: 8 }],
    ['the index of how many is told', 'index/4', true, kubernetes, { index: 3, of: 4 }],
    ['that of the array', undefined, true, SLURM('3', '1', '8', '1', '8'), { index: 3, of: 8 }],
    ['none where the array is left out', undefined, false, kubernetes, undefined],
  ])('is %s', (_, given, useArray, environment, shard) => {
    const asked = shardFrom(given, useArray, environment)
    expect(asked).not.toHaveProperty('fault')
    expect('fault' in asked ? undefined : asked.shard).toEqual(shard)
  })

  it('is said, with the system and the way out', () => {
    expect(shardFrom(undefined, true, SLURM('3', '1', '8', '1', '8'))).toMatchObject({
      said: 'part 3 of 8: the index of Slurm (SLURM_ARRAY_TASK_ID); --no-array leaves it out',
    })
  })

  it.each([
    ['0/4', {}, 'part 0 is none of 1 to 4'],
    ['5/4', {}, 'part 5 is none of 1 to 4'],
    ['a/4', {}, 'expected i/n, e.g. 2/8'],
    ['3', {}, 'expected i/n, e.g. 2/8'],
    ['index/4', {}, 'no task of an array that is known'],
    ['index/2', kubernetes, 'task 3 of Kubernetes (JOB_COMPLETION_INDEX) is none of 1 to 2'],
    ['index/4', { PBS_ARRAY_INDEX: '0' }, 'task 0 of PBS (PBS_ARRAY_INDEX) is none of 1 to 4'],
    [undefined, kubernetes, 'not of how many: give --shard index/N, or --no-array'],
  ])('is refused: %s', (given, environment, fault) => {
    expect(shardFrom(given, true, environment)).toMatchObject({
      fault: expect.stringContaining(fault),
    })
  })
})
