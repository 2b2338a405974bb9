/** What the options of a choice are called where people choose; in files they stand as they are declared. */
import type { Language } from './input.ts'

const INDONESIAN: Readonly<Record<string, string>> = {
  allowed: 'diizinkan',
  forbidden: 'dilarang',
  'cross-border': 'lintas batas',
  online: 'semua penjualan daring',
  none: 'tidak ada',
  'no-self-preferencing': 'tanpa mengutamakan milik sendiri',
  'free-link-out': 'tautan keluar bebas',
}

export const optionSaid = (option: string, language: Language): string =>
  (language === 'id' ? INDONESIAN[option] : undefined) ?? option.replaceAll('-', ' ')
