import { resolve } from 'node:path'
import type { Bilingual } from '../bilingual.ts'
import { Misused } from './usage.ts'

/** The words of a command, each given. `names`: in their order. @throws PodError `bad-usage`, naming what is missing. */
export function allWords(words: readonly string[], names: readonly Bilingual[]): string[] {
  const missing = names.filter((_, index) => !words[index])
  if (missing.length === 0) return words.slice(0, names.length)
  const list = (language: keyof Bilingual) => missing.map((name) => name[language]).join(' ')
  throw new Misused({ fr: `Il manque ${list('fr')}.`, en: `${list('en')} missing.` })
}

export const fileWord: Bilingual = { fr: '<fichier>', en: '<file>' }
export const idWord: Bilingual = { fr: '<id>', en: '<id>' }
export const podWord: Bilingual = { fr: '<nom>', en: '<pod>' }
export const folderWord: Bilingual = { fr: '<dossier>', en: '<folder>' }

export const pathOf = (word: string | undefined): string => resolve(word ?? '')
