import { plainWords } from '../formats/plain-words.ts'
import type { PeriodQuality } from '../meters/period.ts'

/** From GRDF's `qualificationReleve`; `absent` says that there is no reading. `undefined` for words that we do not know. */
export function qualityOf(words: unknown): PeriodQuality | 'absent' | undefined {
  const plain = typeof words === 'string' ? plainWords(words) : ''
  if (plain === 'absence de donnees') return 'absent'
  if (plain === 'mesure') return 'measured'
  if (plain === 'estime') return 'estimated'
  return plain === 'corrige' ? 'corrected' : undefined
}
