/** What is said of links, in English and Indonesian. */
import type { Language } from '../../report/index.ts'
import type { Arrival } from './arrival.ts'
import type { Comparison } from './link.ts'
import type { LinkFault, LinkFinding } from './shared.ts'

type Says = (facts: { readonly got: string; readonly expected: string }) => string

export interface ShareWords {
  readonly faults: Readonly<Record<LinkFault, Says>>
  readonly notOpened: string
  readonly otherVersion: (made: string, here: string) => string
  readonly openAnyway: (here: string) => string
  readonly leave: string
  readonly compared: Readonly<
    Record<Comparison, (facts: { made: string; here: string; hash: string }) => string>
  >
  readonly link: string
  readonly linkNote: (letters: string) => string
  readonly linkFromFile: string
  readonly copyLink: string
  readonly copyChart: string
  readonly chartLink: string
  readonly arrival: Readonly<Record<Arrival['kind'], (title: string) => string>>
  readonly goTo: string
  readonly copied: string
  readonly notCopied: string
  readonly embed: string
  readonly embedNote: string
  readonly embedFromFile: string
  readonly copyEmbed: string
}

const en: ShareWords = {
  faults: {
    'too-long': ({ got, expected }) =>
      `The link has ${got} characters, more than the ${expected} that a link of the lab may have.`,
    'too-much-to-share': ({ got, expected }) =>
      `The scenario makes a link of ${got} characters; ${expected} are the most that programs pass on. Download the scenario and send the file.`,
    'other-form': () =>
      'The link was made by a newer version of the lab. Open it there, or ask for the scenario as a file.',
    alphabet: ({ got }) =>
      `The link contains the character “${got}”, which no link of the lab has. It was probably changed on its way: ask for it again.`,
    damaged: () =>
      'The link is incomplete or damaged; the end is often cut off in messages. Ask for it again.',
    'too-large': ({ expected }) =>
      `The link unfolds to more than ${expected} bytes. No link of the lab does; it was not opened.`,
    'no-such-value': ({ got }) =>
      `The link has a value that this version cannot read (${got}). Nothing was opened.`,
    'no-such-scenario': ({ got }) =>
      `The link stands on the scenario ${got}, which this version does not have.`,
    'cannot-be-run': ({ got }) =>
      `${got === '' ? 'The scenario that it holds has a fault' : `It holds a setting that cannot be run (${got})`}. What you see is the scenario as it is shipped, not the sender’s.`,
    'no-compression': () =>
      'This browser is too old to read or make links. Use Firefox 113, Chrome 103, Safari 16.4 or newer; everything else works.',
  },
  notOpened: 'The link was not opened',
  otherVersion: (made, here) =>
    `This link was made with version ${made}; this page is version ${here}. Results may differ between versions.`,
  openAnyway: (here) => `Open it with version ${here}`,
  leave: 'Do not open it',
  compared: {
    same: ({ hash }) => `The same result as the sender’s, to the bit (state ${hash}).`,
    versions: ({ made, here }) =>
      `Another result than the sender’s: theirs is of version ${made}, this one of version ${here}.`,
    unexplained: ({ hash }) =>
      `Another result than the sender’s, although the version is the same (state ${hash}). The link was changed, or one of the two browsers computes wrongly: please report it.`,
    unknown: () => 'Not compared with the sender’s result yet: the run has not ended.',
    unsent: () =>
      'The link holds no result to compare with: it was made before the sender’s run had ended.',
  },
  link: 'Link to what you see',
  linkNote: (letters) =>
    `${letters} characters. The scenario is in the link itself; nothing is sent to a server.`,
  linkFromFile:
    'The lab was opened from a file, so this link works on this computer alone. To share, take the scenario along as a file and send that.',
  copyLink: 'Copy link',
  copyChart: 'Copy link to this chart',
  chartLink: 'Link to this chart',
  arrival: {
    awaited: () =>
      'The link leads to a chart of the answer. It is shown once it has been computed.',
    shown: (title) => `Opened at the chart: ${title}`,
    ready: (title) => `The chart to which the link leads is there: ${title}`,
    absent: () => 'The link leads to a chart that this answer does not have.',
  },
  goTo: 'Go to the chart',
  copied: 'Copied',
  notCopied: 'Select the text and copy it: the browser does not let the page do it.',
  embed: 'Embed in a course page',
  embedNote: 'Paste this line into the HTML of the page: the lab appears there with this scenario.',
  embedFromFile:
    'The lab was opened from a file. To embed it, put its folder on a web server and open it there.',
  copyEmbed: 'Copy line',
}

const id: ShareWords = {
  faults: {
    'too-long': ({ got, expected }) =>
      `Tautan ini ${got} karakter, melebihi batas ${expected} karakter untuk tautan lab.`,
    'too-much-to-share': ({ got, expected }) =>
      `Skenario ini menghasilkan tautan ${got} karakter, padahal paling banyak ${expected} karakter yang dapat diteruskan aplikasi lain. Unduh skenarionya dan kirim berkasnya.`,
    'other-form': () =>
      'Tautan ini dibuat dengan versi lab yang lebih baru. Buka di sana, atau minta skenarionya dalam bentuk berkas.',
    alphabet: ({ got }) =>
      `Tautan ini memuat karakter “${got}” yang tidak pernah ada dalam tautan lab. Mungkin berubah di perjalanan: minta dikirim ulang.`,
    damaged: () =>
      'Tautan ini tidak lengkap atau rusak; ujungnya sering terpotong dalam pesan. Minta dikirim ulang.',
    'too-large': ({ expected }) =>
      `Isi tautan ini lebih dari ${expected} bita setelah dibuka. Tautan lab tidak pernah sebesar itu, jadi tidak dibuka.`,
    'no-such-value': ({ got }) =>
      `Ada nilai dalam tautan yang tidak dikenal versi ini (${got}). Tidak ada yang dibuka.`,
    'no-such-scenario': ({ got }) =>
      `Tautan ini bertumpu pada skenario ${got}, yang tidak ada dalam versi ini.`,
    'cannot-be-run': ({ got }) =>
      `${got === '' ? 'Ada kesalahan dalam skenario yang dibawanya' : `Ada setelan yang tidak dapat dijalankan di dalamnya (${got})`}. Yang Anda lihat adalah skenario bawaan, bukan milik pengirim.`,
    'no-compression': () =>
      'Peramban ini terlalu lama untuk membaca atau membuat tautan. Gunakan Firefox 113, Chrome 103, Safari 16.4, atau yang lebih baru; fitur lain tetap berjalan.',
  },
  notOpened: 'Tautan tidak dibuka',
  otherVersion: (made, here) =>
    `Tautan ini dibuat dengan versi ${made}, sedangkan halaman ini versi ${here}. Hasil antarversi bisa berbeda.`,
  openAnyway: (here) => `Buka dengan versi ${here}`,
  leave: 'Jangan dibuka',
  compared: {
    same: ({ hash }) => `Hasilnya sama dengan milik pengirim, sampai ke bit (keadaan ${hash}).`,
    versions: ({ made, here }) =>
      `Hasilnya berbeda dari milik pengirim: pengirim memakai versi ${made}, halaman ini versi ${here}.`,
    unexplained: ({ hash }) =>
      `Hasilnya berbeda dari milik pengirim walaupun versinya sama (keadaan ${hash}). Tautannya telah diubah, atau salah satu peramban salah menghitung: mohon dilaporkan.`,
    unknown: () => 'Belum dibandingkan dengan hasil pengirim: simulasinya belum selesai.',
    unsent: () =>
      'Tautan ini tidak membawa hasil untuk dibandingkan: tautannya dibuat sebelum simulasi pengirim selesai.',
  },
  link: 'Tautan ke tampilan ini',
  linkNote: (letters) =>
    `${letters} karakter. Skenarionya ada di dalam tautan; tidak ada yang dikirim ke peladen.`,
  linkFromFile:
    'Lab ini dibuka dari berkas, jadi tautan ini hanya berlaku di komputer ini. Untuk berbagi, unduh skenarionya dan kirim berkasnya.',
  copyLink: 'Salin tautan',
  copyChart: 'Salin tautan ke grafik ini',
  chartLink: 'Tautan ke grafik ini',
  arrival: {
    awaited: () =>
      'Tautan ini menuju sebuah grafik dalam jawaban. Grafiknya tampil begitu selesai dihitung.',
    shown: (title) => `Dibuka pada grafik: ${title}`,
    ready: (title) => `Grafik yang dituju tautan sudah ada: ${title}`,
    absent: () => 'Tautan ini menuju grafik yang tidak ada dalam jawaban ini.',
  },
  goTo: 'Ke grafik itu',
  copied: 'Tersalin',
  notCopied: 'Pilih teksnya lalu salin sendiri: peramban tidak mengizinkan halaman menyalinnya.',
  embed: 'Sematkan di halaman kuliah',
  embedNote: 'Tempelkan baris ini di HTML halaman Anda: lab muncul di sana dengan skenario ini.',
  embedFromFile:
    'Lab ini dibuka dari berkas. Untuk menyematkannya, taruh foldernya di peladen web lalu buka dari sana.',
  copyEmbed: 'Salin baris',
}

export const shareWords: Readonly<Record<Language, ShareWords>> = { en, id }

/** What a page quotes of a link: a few characters, none of them invisible. */
const quoted = (text = '') => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/gu, '�').slice(0, 40)

export const saidOfLink = (language: Language, { code, got, expected }: LinkFinding): string =>
  shareWords[language].faults[code]({ got: quoted(got), expected: quoted(expected) })
