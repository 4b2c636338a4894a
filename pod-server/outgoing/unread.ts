import type { Bilingual } from '../bilingual.ts'
import { type Fault, faultSentences } from './callable.ts'
import type { Unfit } from './get.ts'

/** Why a document was not had. */
export type Unread = Fault | Unfit | 'slow' | 'no-answer'

/** For whoever made the document. */
export const unreadSentences: Readonly<Record<Unread, Bilingual>> = {
  ...faultSentences,
  moved: {
    fr: 'L’adresse en donne une autre : ce serveur ne suit aucune redirection.',
    en: 'The address gives another one: this server follows no redirect.',
  },
  'not-there': {
    fr: 'Il n’y a pas de document à cette adresse : elle doit répondre 200.',
    en: 'There is no document at this address: it must answer 200.',
  },
  packed: {
    fr: 'Le document est compressé, sans qu’on l’ait demandé.',
    en: 'The document is compressed, which nobody asked for.',
  },
  'too-large': { fr: 'Le document est trop grand.', en: 'The document is too large.' },
  slow: {
    fr: 'L’adresse n’a pas répondu en 5 secondes.',
    en: 'The address did not answer within 5 seconds.',
  },
  'no-answer': { fr: 'L’adresse ne répond pas.', en: 'The address does not answer.' },
}
