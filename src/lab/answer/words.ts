/** What is said beside the answer, in both languages: of its pairs of worlds, and of what can be taken along. */
import type { Language } from '../../report/index.ts'

export interface AnswerWords {
  readonly answering: (done: number, runs: number) => string
  readonly answered: (runs: number) => string
  readonly wait: string
  readonly more: string
  readonly stop: string
  /** Over what is wider than the window. */
  readonly sideways: string
  readonly downloads: string
  readonly files: Readonly<
    Record<'scenario' | 'effects' | 'series' | 'parquet' | 'manifest' | 'png' | 'svg', string>
  >
  readonly manifestNote: string
}

const en: AnswerWords = {
  answering: (done, runs) =>
    `Pairs of worlds run: ${done} of ${runs}. Each further pair makes the interval narrower.`,
  answered: (runs) => `From ${runs} pairs of worlds in the quick market.`,
  wait: 'The answer needs at least two pairs of worlds. They are being run …',
  more: 'Run four more pairs',
  stop: 'Stop',
  sideways: 'scroll sideways →',
  downloads: 'Take it with you',
  files: {
    scenario: 'Scenario (YAML)',
    effects: 'Effects (CSV)',
    series: 'Weekly series (CSV)',
    parquet: 'Weekly series (Parquet)',
    manifest: 'Manifest (JSON)',
    png: 'PNG',
    svg: 'SVG',
  },
  manifestNote: '`pasar verify manifest.json` runs it again and compares the states.',
}

const id: AnswerWords = {
  answering: (done, runs) =>
    `Pasangan dunia yang selesai: ${done} dari ${runs}. Setiap pasangan tambahan mempersempit selang.`,
  answered: (runs) => `Dari ${runs} pasang dunia dalam pasar kecil.`,
  wait: 'Jawaban memerlukan paling sedikit dua pasang dunia. Keduanya sedang dijalankan …',
  more: 'Jalankan empat pasang lagi',
  stop: 'Hentikan',
  sideways: 'geser ke samping →',
  downloads: 'Bawa pulang',
  files: {
    scenario: 'Skenario (YAML)',
    effects: 'Dampak (CSV)',
    series: 'Deret mingguan (CSV)',
    parquet: 'Deret mingguan (Parquet)',
    manifest: 'Manifes (JSON)',
    png: 'PNG',
    svg: 'SVG',
  },
  manifestNote: '`pasar verify manifest.json` menjalankannya lagi dan membandingkan keadaannya.',
}

export const answerWords: Readonly<Record<Language, AnswerWords>> = { en, id }
