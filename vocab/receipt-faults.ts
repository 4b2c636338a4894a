import type { ReceiptFault } from './receipt.ts'
import type { Bilingual } from './shape-model.ts'

/** Why a receipt is refused, as people read it. */
export const receiptFaultWords: Readonly<Record<ReceiptFault, Bilingual>> = {
  malformed: { fr: 'Ce fichier n’est pas un reçu.', en: 'This file is no receipt.' },
  'other-type': {
    fr: 'Ce jeton est signé pour autre chose : ce n’est pas un reçu.',
    en: 'This token is signed for something else: it is no receipt.',
  },
  'other-algorithm': {
    fr: 'Ce reçu n’est pas signé comme nos reçus le sont (ES256) : il ne prouve rien.',
    en: 'This receipt is not signed as ours are (ES256): it proves nothing.',
  },
  'unknown-key': {
    fr: 'Ce reçu est signé par une clé qui n’est pas parmi celles données : il ne prouve rien.',
    en: 'This receipt is signed by a key that is not among those given: it proves nothing.',
  },
  changed: {
    fr: 'Ce reçu a été modifié après sa signature : il ne prouve rien.',
    en: 'This receipt was changed after it was signed: it proves nothing.',
  },
  'not-a-receipt': {
    fr: 'Ce qui est signé n’est pas le contenu d’un reçu.',
    en: 'What is signed is not what a receipt says.',
  },
}
