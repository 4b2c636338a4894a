import { plainWords } from '../formats/plain-words.ts'
import type { Quality } from './reading.ts'

/**
 * Enedis' nature codes: B gross, R real, and the power-cut marks F G S T are readings of the meter; E K P H are
 * reconstructed; C D were corrected by hand or by rule.
 */
const natures: Readonly<Record<string, Quality>> = {
  B: 'measured',
  R: 'measured',
  F: 'measured',
  G: 'measured',
  S: 'measured',
  T: 'measured',
  E: 'estimated',
  K: 'estimated',
  P: 'estimated',
  H: 'estimated',
  C: 'corrected',
  D: 'corrected',
}

/** `undefined` for a code that we do not know: nothing is guessed. */
export function qualityOfNature(code: string): Quality | undefined {
  return natures[code.toUpperCase()]
}

/** From words such as `BRUT`, `Comptage Brut`, `CORRIGE`, `Estimé`; none said is a reading. `undefined` for any others. */
export function qualityOfWords(words: string): Quality | undefined {
  const plain = plainWords(words).replace(/^(comptage|donnees|mesures?) /, '')
  if (/^(brute?s?|best|reel(le)?s?)?$/.test(plain)) return 'measured'
  if (/^corrigee?s?$/.test(plain)) return 'corrected'
  return /^estimee?s?$/.test(plain) ? 'estimated' : undefined
}
