import type { Bilingual } from '../bilingual.ts'

/** What whoever has tried too often reads; `seconds`: until a try is looked at again. */
export function tooManyTries(seconds: number): Bilingual {
  const minutes = Math.ceil(seconds / 60)
  const fr = minutes > 1 ? `${minutes} minutes` : 'une minute'
  const en = minutes > 1 ? `${minutes} minutes` : 'a minute'
  return {
    fr: `Trop d’essais faux : attendez ${fr} avant de réessayer.`,
    en: `Too many wrong tries: wait ${en} before you try again.`,
  }
}
