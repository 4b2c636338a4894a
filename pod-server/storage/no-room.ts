import { HttpError } from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'

type Code = 'over-quota' | 'over-share'

const sentences: Readonly<Record<Code, Bilingual>> = {
  'over-quota': {
    fr: 'Cet espace est plein : la personne à qui il est doit y faire de la place, ou en demander davantage à l’opérateur.',
    en: 'This space is full: the person whose it is has to make room in it, or ask its operator for more.',
  },
  'over-share': {
    fr: 'Vous occupez déjà la moitié de cet espace, qui n’est pas le vôtre, ou vous en occupez les trois quarts avec d’autres à qui il n’est pas non plus : vous, ou la personne à qui il est, devez d’abord en effacer.',
    en: 'You take half of this space already, which is not yours, or three quarters with others whose it is not either: you, or the person whose it is, first have to delete some of that.',
  },
}

/** What is to be written takes more than there is room for (413). */
export class NoRoom extends HttpError {
  constructor(code: Code) {
    const { fr, en } = sentences[code]
    super(413, 'PayloadHttpError', `${fr} / ${en}`, { errorCode: code })
  }
}
