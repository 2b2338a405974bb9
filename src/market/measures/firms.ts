/**
 * Firms: active, idle and gone by kind; channels of those that sell online; sizes by turnover and assets with
 * their workers; concentration of creators' audiences and of sales.
 */
import { firmSums } from './firm-sums.ts'
import { measuresOf, sumOf, tellBy } from './measure.ts'

export const firms = measuresOf(firmSums, {
  active: {
    name: 'active firms',
    unit: 'firms',
    label: { en: 'Active firms', id: 'Usaha aktif' },
    more: 'good',
    by: ['kind', 'region'],
    headline: { place: 7, by: ['all', 'kind'] },
    effects: ['all'],
    tell(s, tell) {
      tell(s.states[0].all)
      tellBy(tell, 'kind', s.names.kind, s.states[0].kind)
      tellBy(tell, 'region', s.names.cluster, s.inCluster)
    },
  },
  idle: {
    name: 'idle firms',
    unit: 'firms',
    label: { en: 'Idle firms', id: 'Usaha berhenti sementara' },
    more: 'bad',
    by: ['kind'],
    tell(s, tell) {
      tell(s.states[1].all)
      tellBy(tell, 'kind', s.names.kind, s.states[1].kind)
    },
  },
  empty: {
    name: 'empty places',
    unit: 'firms',
    label: { en: 'Places of firms that left', id: 'Tempat usaha kosong' },
    more: 'bad',
    by: ['kind'],
    tell(s, tell) {
      tell(s.states[2].all)
      tellBy(tell, 'kind', s.names.kind, s.states[2].kind)
    },
  },
  exits: {
    name: 'exits',
    unit: 'share of firms/week',
    label: { en: 'Exit rate of firms', id: 'Laju usaha tutup' },
    more: 'bad',
    by: ['kind'],
    below: 'firms at the beginning of the week',
    tellRatio(s, tell) {
      tell(sumOf(s.left), sumOf(s.present))
      for (const [row, kind] of s.names.kind.entries()) tell(s.left[row], s.present[row], { kind })
    },
  },
  online: {
    name: 'firms online',
    unit: 'share',
    label: { en: 'Firms selling online', id: 'Usaha yang berjualan daring' },
    more: 'neither',
    by: [],
    below: 'active firms',
    tellRatio: (s, tell) => tell(s.online, s.active),
  },
  onMarketplaces: {
    name: 'firms on marketplaces',
    unit: 'share of online firms',
    label: { en: 'Online firms on marketplaces', id: 'Usaha daring di lokapasar' },
    more: 'neither',
    by: [],
    below: 'firms that sell online',
    tellRatio: (s, tell) => tell(s.onMarketplaces, s.online),
  },
  byChannel: {
    name: 'firms by sales channel',
    unit: 'share of online firms',
    label: { en: 'Online firms by sales channel', id: 'Usaha daring menurut kanal penjualan' },
    more: 'neither',
    by: ['venue'],
    below: 'firms that sell online',
    tellRatio(s, tell) {
      for (const [row, venue] of s.names.venue.entries()) tell(s.channel[row], s.online, { venue })
    },
  },
  micro: {
    name: 'micro firms',
    unit: 'share',
    label: { en: 'Share of micro firms', id: 'Pangsa usaha mikro' },
    more: 'neither',
    by: [],
    below: 'active firms',
    tellRatio: (s, tell) => tell(s.sizes[0], s.active),
  },
  workersOfMicro: {
    name: 'workers of a micro firm',
    unit: 'people',
    label: { en: 'Workers per micro firm', id: 'Pekerja per usaha mikro' },
    more: 'neither',
    by: [],
    below: 'micro firms',
    tellRatio: (s, tell) => tell(s.workers[0], s.sizes[0]),
  },
  workersOfSmall: {
    name: 'workers of a small firm',
    unit: 'people',
    label: { en: 'Workers per small firm', id: 'Pekerja per usaha kecil' },
    more: 'neither',
    by: [],
    below: 'small firms',
    tellRatio: (s, tell) => tell(s.workers[1], s.sizes[1]),
  },
  jobsInMicro: {
    name: 'jobs in micro firms',
    unit: 'share',
    label: { en: 'Share of jobs in micro firms', id: 'Pangsa pekerjaan di usaha mikro' },
    more: 'neither',
    by: [],
    below: 'workers of all firms',
    tellRatio: (s, tell) => tell(s.workers[0], sumOf(s.workers)),
  },
  onlineBelow300: {
    name: 'online firms below 300 mRp',
    unit: 'share',
    label: {
      en: 'Online firms with yearly sales below Rp 300 m',
      id: 'Usaha daring dengan omzet di bawah Rp300 juta per tahun',
    },
    more: 'neither',
    by: [],
    below: 'firms that sell online',
    tellRatio: (s, tell) => tell(s.onlineSizes[0], s.online),
  },
  onlineTo2500: {
    name: 'online firms of 300 to 2500 mRp',
    unit: 'share',
    label: {
      en: 'Online firms with yearly sales of Rp 300 m to 2.5 bn',
      id: 'Usaha daring dengan omzet Rp300 juta sampai Rp2,5 miliar per tahun',
    },
    more: 'neither',
    by: [],
    below: 'firms that sell online',
    tellRatio: (s, tell) => tell(s.onlineSizes[1], s.online),
  },
  inProgramme: {
    name: 'firms in a programme',
    unit: 'firms',
    label: { en: 'Firms in a programme', id: 'Usaha dalam program' },
    more: 'good',
    by: ['kind'],
    tell: (s, tell) => tellBy(tell, 'kind', s.names.programme, s.joined),
  },
  topAudience: {
    name: 'audience of the top creator',
    unit: 'share',
    label: { en: 'Audience share of the top creator', id: 'Pangsa penonton kreator terbesar' },
    more: 'neither',
    by: [],
    below: 'audience of all creators',
    tellRatio: (s, tell) => tell(s.topAudience, s.audience),
  },
  topSales: {
    name: 'sales of the top 1 % of sellers',
    unit: 'share',
    label: {
      en: 'Sales share of the top 1 % of sellers',
      id: 'Pangsa penjualan 1% penjual terbesar',
    },
    more: 'neither',
    by: [],
    below: 'turnover of all firms',
    tellRatio: (s, tell) => tell(s.topSales, s.sales),
  },
  streaming: {
    name: 'traders who stream',
    unit: 'firms',
    label: { en: 'Traders who stream', id: 'Pedagang yang berjualan lewat siaran langsung' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.streaming),
  },
  quitStreaming: {
    name: 'traders who quit streaming',
    unit: 'firms',
    label: {
      en: 'Traders who quit streaming',
      id: 'Pedagang yang berhenti berjualan lewat siaran langsung',
    },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.quit),
  },
})
