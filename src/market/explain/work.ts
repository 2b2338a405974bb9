/** Whether a firm hires or lays off this week (hiring). */
import { KIND, STATE } from '../populations/index.ts'
import { desiredLabour, hiring } from '../rules/money/hiring.ts'
import { type Bare, type Decision, type Flip, optionOf } from './decision.ts'
import { nearest } from './nearest.ts'
import { type Sight, sceneOf } from './sight.ts'

const MOST = 1e6
const FIRST = 1e-3
/** A change of work below a thousandth of a full-time job is none. */
const LEAST = 1e-3

export interface WorkExplained {
  /** Paid work, FTE. */
  readonly paid: number
  readonly decision: Decision
}

type Scene = ReturnType<typeof scene>

const scene = (before: Sight) => sceneOf(before, hiring)

/** Work of a firm if it sold so many pieces a week more than it does. */
function wantedWith({ c, p }: Scene, seller: number, more: number): number {
  if (more === 0) return desiredLabour(c, p, seller)
  const moved = c.kind[seller] === KIND.producer ? ('expected' as const) : ('piecesWeek' as const)
  const column = { [seller]: Math.max(0, c[moved][seller] + more), length: c[moved].length }
  return desiredLabour({ ...c, [moved]: column }, p, seller)
}

/** Paid work this week: a part of the way to what is wanted, as far as cash reaches. */
function paidWith(
  at: Scene,
  seller: number,
  more = 0,
): { readonly wanted: number; readonly paid: number } {
  const { c, p } = at
  const before = c.paid[seller]
  const wanted = Math.max(0, wantedWith(at, seller, more) - c.family[seller])
  const region = c.region[seller]
  const rate = c.wage[0] * c.regionalWage[region] * (c.wageIndex[region] || 1)
  const aim =
    wanted > before
      ? before + p.hiringSpeed * (wanted - before)
      : before - p.firingSpeed * (before - wanted)
  const payable = rate > 0 ? Math.max(0, c.cash[seller]) / rate : Infinity
  if (aim > before) return { wanted, paid: Math.max(before, Math.min(aim, payable)) }
  return { wanted, paid: c.cash[seller] < 0 ? Math.min(aim, before * 0.5) : aim }
}

const moveOf = (before: number, paid: number): Bare =>
  paid > before + LEAST ? 'hire' : paid < before - LEAST ? 'layOff' : 'sameStaff'

/**
 * Nothing of a firm that is not at work.
 * @param before the rule
 */
export function explainWork(before: Sight, seller: number): WorkExplained[] {
  const at = scene(before)
  const { c } = at
  if (c.listed[seller] >= 0 || c.state[seller] !== STATE.active || c.entrant[seller]) return []
  const had = c.paid[seller]
  const { wanted, paid } = paidWith(at, seller)
  const is = moveOf(had, paid)
  const options = [
    optionOf({ is }, [
      { part: 'staff', value: had },
      { part: 'change', value: paid - had },
    ]),
    optionOf({ is: 'wanted' }, [
      { part: 'work', value: wantedWith(at, seller, 0) },
      { part: 'family', value: wanted - wantedWith(at, seller, 0) },
    ]),
  ]
  const decision: Decision = {
    kind: 'work',
    step: 1,
    about: [],
    seen: [{ fact: 'cash', value: c.cash[seller], unit: 'kRp' }],
    unit: 'FTE',
    options,
    chosen: 0,
    runnerUp: 1,
    flips: flipsOf(at, seller, is),
  }
  return [{ paid, decision }]
}

/** How many pieces a week more, or fewer, would have made it hire, or not lay off. */
function flipsOf(at: Scene, seller: number, is: Bare): Flip[] {
  const had = at.c.paid[seller]
  const moveWith = (more: number) => moveOf(had, paidWith(at, seller, more).paid)
  return [FIRST, -FIRST]
    .flatMap((first): Flip[] => {
      const more = nearest((x) => moveWith(x) !== is, first, MOST)
      if (more === undefined) return []
      const then = { is: moveWith(more) }
      return [
        { lever: 'demand', of: { is: 'itself' }, change: more, unit: 'pieces/week', leadsTo: then },
      ]
    })
    .sort((one, other) => Math.abs(one.change) - Math.abs(other.change))
    .slice(0, 1)
}
