/**
 * The mechanisms over which an effect is divided, as data. A part of a policy is named by the table values that
 * it sets; an answer of the market by the parameters with which the market goes on as it stood at the fork.
 */
import type { RuleParameters } from '../engine/index.ts'

/** What a policy sets. Without it the values keep the baseline's path. */
export interface PolicyPart {
  readonly name: string
  readonly label: { readonly en: string; readonly id: string }
  /** Fields of tables, or whole tables: all fields that no other part names. An operation may name its part itself. */
  readonly sets: readonly string[]
}

/** How the market answers. Without it the answer is frozen in both worlds from the fork on. */
export interface MarketAnswer {
  readonly name: string
  readonly label: { readonly en: string; readonly id: string }
  readonly frozen: RuleParameters
}

/** The checkout of a route serves planned and impulse purchases, which are separate mechanisms. */
export const CHECKOUT = { plans: 'route', impulses: 'impulse', field: 'routes.open' } as const

export const POLICY_PARTS: readonly PolicyPart[] = [
  {
    name: CHECKOUT.plans,
    label: {
      en: 'Routes for planned purchases, friction and announcement',
      id: 'Rute belanja terencana, hambatan, dan pengumuman',
    },
    sets: ['routes', 'venues.closing', 'venues.reach'],
  },
  {
    name: CHECKOUT.impulses,
    label: {
      en: 'Routes for impulse purchases, incl. live',
      id: 'Rute belanja impulsif, termasuk siaran langsung',
    },
    sets: [],
  },
  {
    name: 'feed',
    label: { en: 'Shared feed', id: 'Linimasa bersama' },
    sets: ['routes.shared'],
  },
  {
    name: 'login',
    label: { en: 'Accounts valid at both venues', id: 'Akun yang berlaku di kedua kanal' },
    sets: ['routes.login'],
  },
  {
    name: 'tools',
    label: {
      en: 'Common seller tools, incl. moving to them',
      id: 'Perangkat penjual bersama, termasuk perpindahannya',
    },
    sets: ['routes.tools'],
  },
  {
    name: 'data',
    label: { en: 'Data available to the feed', id: 'Data untuk linimasa' },
    sets: ['venues.impulseHours'],
  },
  {
    name: 'users',
    label: { en: 'User base of a venue', id: 'Jumlah pengguna' },
    sets: ['venues.accounts'],
  },
  {
    name: 'ownership',
    label: { en: 'Ownership of a venue', id: 'Kepemilikan' },
    sets: ['venues.owner'],
  },
  {
    name: 'fees',
    label: { en: 'Fees and subsidies', id: 'Biaya dan subsidi' },
    sets: ['venues.commission', 'venues.flatFee', 'venues.subsidy', 'venues.subsidyCap'],
  },
  {
    name: 'ranking',
    label: { en: 'Ranking of goods in feeds', id: 'Pemeringkatan barang' },
    sets: ['venues.rankPopularity', 'venues.rankPrice', 'venues.rankLocal'],
  },
  {
    name: 'staff',
    label: { en: 'Platform staff', id: 'Pegawai platform' },
    sets: ['companies.staff'],
  },
  {
    name: 'border',
    label: {
      en: 'Duties and compliance at the border',
      id: 'Bea masuk dan kepatuhan di perbatasan',
    },
    sets: ['border'],
  },
]

/** Whatever else a policy sets. */
export const REST: PolicyPart = { name: 'rest', label: { en: 'Other', id: 'Lainnya' }, sets: [] }

export const MARKET_ANSWERS: readonly MarketAnswer[] = [
  {
    name: 'sourcing',
    label: {
      en: 'Sourcing response: local versus imported goods',
      id: 'Peralihan pedagang antara barang lokal dan impor',
    },
    frozen: { sourcing: { reviews: 0, switching: 0 } },
  },
  {
    name: 'income',
    label: { en: 'Income feedback to demand', id: 'Umpan balik pendapatan ke permintaan' },
    frozen: { 'household-income': { responds: false } },
  },
]
