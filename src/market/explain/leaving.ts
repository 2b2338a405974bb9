/** Whether a firm goes on, idles, starts again, leaves, or is entered anew (entry-exit). */
import { drawn, log, power, WEEKS_A_MONTH, WHOLE_WEEKS_A_YEAR } from '../../engine/index.ts'
import { isMerchant, KIND, STATE } from '../populations/index.ts'
import { entryExit } from '../rules/firms/entry-exit.ts'
import { weeksOfEarnings } from '../rules/firms/pressed.ts'
import { certain, chanceOptions } from './chance.ts'
import { type Decision, type Flip, optionOf, type Part } from './decision.ts'
import { type Sight, sceneOf } from './sight.ts'

const scenesOf = (before: Sight, after: Sight) => {
  const { c, p, draws, count, day } = sceneOf(after, entryExit)
  return { c, p, draws, count, day, was: sceneOf(before, entryExit).c }
}

type Scenes = ReturnType<typeof scenesOf>

/** How much likelier than usual places of a seller's kind and category are taken. */
function attraction({ c, p, count }: Scenes, seller: number): Part {
  const stratum = c.category[seller] * count.kinds + c.kind[seller]
  const usual = c.usual[stratum]
  const ratio = usual > 0 ? Math.max(0, c.earned[stratum]) / usual : 1
  return { part: 'peersGain', value: log(power(ratio, p.response)) }
}

function hazardParts({ c, p }: Scenes, seller: number): Part[] {
  const months = Math.min(c.shortWeeks[seller] / WEEKS_A_MONTH, p.mostMonths)
  return [
    { part: 'usualHazard', value: log(p.exitHazard) },
    { part: 'retail', value: isMerchant(c.kind[seller]) ? log(p.retail) : 0 },
    { part: 'young', value: c.age[seller] < WHOLE_WEEKS_A_YEAR ? log(p.young) : 0 },
    { part: 'short', value: log(1 + p.shortfall * months) },
    { part: 'average', value: -log(c.pressure[c.category[seller]] || 1) },
  ]
}

/**
 * @param before the rule, of which only what a seller was is taken
 * @param after the rule, with what it has settled before firms are looked at
 */
export function explainLeaving(before: Sight, after: Sight, seller: number): Decision[] {
  const scenes = scenesOf(before, after)
  const { c, p, draws, day, was } = scenes
  if (c.listed[seller] >= 0 || day === 0) return []
  const common = { step: 1, about: [], seen: [], flips: [] }
  if (was.state[seller] === STATE.exited) {
    const parts = [{ part: 'usualEntry', value: log(p.entry) }, attraction(scenes, seller)]
    const entry = { link: 'share', parts, draw: drawn(draws.enters, seller) } as const
    return [
      { ...common, kind: 'enter', ...chanceOptions({ ...entry, does: 'enter', else: 'empty' }) },
    ]
  }
  const worth = c.cash[seller] + c.unitCost[seller] * (c.stock[seller] + c.onOrder[seller])
  const draw = drawn(draws.leaves, seller)
  const parts = hazardParts(scenes, seller)
  const leaving: Decision =
    c.brokeWeeks[seller] >= p.brokeWeeks
      ? {
          ...common,
          kind: 'insolvent',
          ...certain('leave'),
          flips: [solvent(-worth)],
          seen: [{ fact: 'brokeWeeks', value: c.brokeWeeks[seller], unit: 'weeks' }],
        }
      : {
          ...common,
          kind: 'leave',
          ...chanceOptions({ link: 'hazard', parts, draw, does: 'leave', else: 'stay' }),
        }
  if (leaving.options[leaving.chosen].what.is === 'leave') return [leaving]
  if (was.state[seller] === STATE.idle) {
    const parts = [{ part: 'usualRestart', value: log(p.restart) }, attraction(scenes, seller)]
    const restart = { link: 'share', parts, draw: drawn(draws.restarts, seller) } as const
    const options = chanceOptions({ ...restart, does: 'restart', else: 'idle' })
    return [leaving, { ...common, kind: 'restart', ...options }]
  }
  return c.kind[seller] === KIND.producer &&
    p.pressed > 0 &&
    c.earnedWeeks[seller] >= weeksOfEarnings(c)
    ? [leaving, idling(scenes, seller)]
    : [leaving]
}

/** Goods and cash that would have covered the debts. */
const solvent = (missing: number): Flip => ({
  lever: 'cash',
  of: { is: 'itself' },
  change: missing,
  unit: 'kRp',
  leadsTo: { is: 'stay' },
})

/** A producer stops for a while who earns less than the owner asks. */
function idling({ c, count }: Scenes, seller: number): Decision {
  const stratum = c.category[seller] * count.kinds + c.kind[seller]
  const asks = c.asked[stratum] * c.outside[seller]
  const goesOn = c.earnings[seller] >= asks
  return {
    kind: 'idle',
    step: 1,
    about: [],
    seen: [{ fact: 'askedShare', value: c.asked[stratum], unit: 'share' }],
    unit: 'kRp/week',
    options: [
      optionOf({ is: 'goOn' }, [{ part: 'earnings', value: c.earnings[seller] }]),
      optionOf({ is: 'idle' }, [
        { part: 'outside', value: c.outside[seller] },
        { part: 'asked', value: asks - c.outside[seller] },
      ]),
    ],
    chosen: goesOn ? 0 : 1,
    runnerUp: goesOn ? 1 : 0,
    flips: [
      {
        lever: 'earnings',
        of: { is: 'itself' },
        change: asks - c.earnings[seller],
        unit: 'kRp/week',
        leadsTo: { is: goesOn ? 'idle' : 'goOn' },
      },
    ],
  }
}
