/** What is said where one of the market is asked why, in both languages. */
import type { Language } from '../../report/index.ts'

interface WhyWords {
  readonly why: string
  readonly whyIntro: string
  readonly whyFirst: string
  readonly whyWho: string
  readonly whyWhich: string
  readonly whyNumber: string
  readonly whyDay: string
  readonly whyAsk: string
  readonly whyRunning: string
  readonly whyNothing: string
  readonly whyRange: (last: string) => string
  readonly whyNumberFault: (last: string) => string
  readonly whyDayFault: (first: string, last: string) => string
  readonly whySilent: (who: string, date: string) => string
  readonly whyNext: (date: string) => string
  readonly whyNever: string
}

const en: WhyWords = {
  why: 'Ask one of them why',
  whyIntro:
    'Both worlds are run again to that day, and the choice is worked out anew from its random numbers: what was seen, what each option was worth, and what would have changed the choice.',
  whyFirst: 'Ask the first one whose order differs',
  whyWho: 'Who',
  whyWhich: 'Which',
  whyNumber: 'Number',
  whyDay: 'Day',
  whyAsk: 'Ask why',
  whyRunning: 'Both worlds are being run again to that day …',
  whyNothing: 'Decides nothing on that day in this world.',
  whyRange: (last) => `0 to ${last}`,
  whyNumberFault: (last) => `Write a whole number from 0 to ${last}.`,
  whyDayFault: (first, last) => `Choose a day from ${first} to ${last}.`,
  whySilent: (who, date) => `${who} decides nothing on ${date}, in either world.`,
  whyNext: (date) => `Ask about ${date}`,
  whyNever: 'Nor in the year after it.',
}

const id: WhyWords = {
  why: 'Tanya salah satu dari mereka: mengapa?',
  whyIntro:
    'Kedua dunia dijalankan lagi sampai hari itu, lalu pilihannya dihitung ulang dari bilangan acaknya: apa yang dilihat, berapa nilai tiap pilihan, dan apa yang akan mengubah keputusannya.',
  whyFirst: 'Tanya yang pertama kali berbelanja lain',
  whyWho: 'Siapa',
  whyWhich: 'Yang mana',
  whyNumber: 'Nomor',
  whyDay: 'Hari',
  whyAsk: 'Tanya mengapa',
  whyRunning: 'Kedua dunia sedang dijalankan lagi sampai hari itu …',
  whyNothing: 'Tidak memutuskan apa pun pada hari itu di dunia ini.',
  whyRange: (last) => `0 sampai ${last}`,
  whyNumberFault: (last) => `Tulis bilangan bulat dari 0 sampai ${last}.`,
  whyDayFault: (first, last) => `Pilih hari dari ${first} sampai ${last}.`,
  whySilent: (who, date) => `${who} tidak memutuskan apa pun pada ${date}, di kedua dunia.`,
  whyNext: (date) => `Tanyakan ${date}`,
  whyNever: 'Setahun sesudahnya pun tidak.',
}

export const whyWords: Readonly<Record<Language, WhyWords>> = { en, id }
