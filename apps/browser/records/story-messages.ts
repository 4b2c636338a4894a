import type { Messages } from '../../shared/i18n/t.ts'

export const storyMessages = {
  gone: { fr: 'Cet élément n’est plus là', en: 'This item is no longer there' },
  goneText: {
    fr: 'Son document existe, mais ne le contient pas. Il a pu être remplacé ou effacé.',
    en: 'Its document exists, but does not hold it. It may have been replaced or erased.',
  },
  noDocument: {
    fr: 'Le document qui le contenait a été effacé.',
    en: 'The document that held it was erased.',
  },
  says: { fr: 'Ce qui est indiqué', en: 'What it says' },
  andMore: { fr: 'et d’autres', en: 'and others' },
  notCurrent: {
    fr: 'Ceci est une ancienne version, corrigée depuis.',
    en: 'This is an earlier version, corrected since.',
  },
  seeCurrent: { fr: 'Voir la version actuelle', en: 'See the current version' },

  writers: { fr: 'Qui l’a déposé', en: 'Who put it here' },
  writersText: {
    fr: 'Le serveur note qui ajoute quoi.',
    en: 'The server notes who adds what.',
  },
  writersLog: { fr: 'Voir ce jour du journal', en: 'See this day of the log' },
  writersLogOf: { fr: (when: string) => ` : ${when}`, en: (when: string) => `: ${when}` },
  readingLog: { fr: 'Lecture du journal…', en: 'Reading the log…' },
  readingDays: {
    fr: (done: number, total: number) => `Lecture du journal : ${done} jours sur ${total}`,
    en: (done: number, total: number) => `Reading the log: ${done} of ${total} days`,
  },
  noLog: {
    fr: 'Votre espace n’a pas de journal : le serveur n’a pas noté qui a déposé cet élément.',
    en: 'Your space has no log: the server has not noted who put this item here.',
  },
  notOnDays: {
    fr: 'Le journal des jours les plus probables ne le dit pas.',
    en: 'The log of the likeliest days does not tell.',
  },
  notAtAll: {
    fr: (day: string) =>
      `Le journal ne le dit pas. Il commence le ${day} : le dépôt est sans doute plus ancien, ou sa ligne a été effacée.`,
    en: (day: string) =>
      `The log does not tell. It begins on ${day}: it probably came before, or its line was erased.`,
  },
  erased: {
    fr: (count: number) =>
      count > 1 ? `${count} lignes de ces jours ont été effacées.` : '1 ligne de ces jours a été effacée.',
    en: (count: number) =>
      count === 1 ? '1 line of those days was erased.' : `${count} lines of those days were erased.`,
  },
  wholeLog: { fr: 'Chercher dans tout le journal', en: 'Search the whole log' },
  logFailed: {
    fr: 'Le journal n’a pas pu être lu. Si cela continue, c’est à l’opérateur de votre espace d’agir.',
    en: 'The log could not be read. If it keeps happening, the operator of your space must act.',
  },
  details: { fr: 'Détails', en: 'Details' },

  origin: { fr: 'D’où cela vient', en: 'Where it comes from' },
  originText: {
    fr: 'D’après le document : c’est ce que le partenaire en dit.',
    en: 'According to the document: this is what the partner says of it.',
  },
  noOrigin: {
    fr: 'Le document ne dit pas d’où vient cet élément.',
    en: 'The document does not say where this item comes from.',
  },
  by: { fr: 'Par', en: 'By' },
  when: { fr: 'Le', en: 'On' },

  versions: { fr: 'Les versions', en: 'Its versions' },
  thisOne: { fr: 'celle que vous lisez', en: 'the one you are reading' },
  counts: { fr: 'Version actuelle', en: 'Current version' },
  old: { fr: 'Corrigée depuis', en: 'Corrected since' },
  stated: {
    fr: (which: string, when: string) => `${which}, déposée le ${when}`,
    en: (which: string, when: string) => `${which}, delivered on ${when}`,
  },

  links: { fr: 'Ce qui y est lié', en: 'What it is linked to' },
  noLinks: { fr: 'Rien d’autre dans votre espace.', en: 'Nothing else in your space.' },
  namedBy: { fr: 'Désigné par', en: 'Named by' },
  seeRecord: { fr: 'Voir l’élément', en: 'See the item' },
  seeDocument: { fr: 'Voir le document', en: 'See the document' },
  seeNamed: {
    fr: (see: string, name: string) => `${see} : ${name}`,
    en: (see: string, name: string) => `${see}: ${name}`,
  },
  account: { fr: 'Compte', en: 'Account' },
  seeAccount: { fr: 'Voir le compte', en: 'See the account' },
  meter: { fr: 'Compteur', en: 'Meter' },
  seeMeter: { fr: 'Voir le compteur', en: 'See the meter' },
  merged: { fr: 'Lien entre vos données', en: 'Link between your data' },
  manyMerges: {
    fr: (count: number) => `Seuls les ${count} liens les plus récents ont été regardés.`,
    en: (count: number) => `Only the ${count} latest links were looked at.`,
  },

  twins: { fr: 'Probablement venu deux fois', en: 'Probably came twice' },
  twinCounts: {
    fr: 'La même opération est sans doute venue aussi par un autre fichier. Celle-ci compte, l’autre non.',
    en: 'The same transaction probably came by another file too. This one counts, the other does not.',
  },
  twinOther: {
    fr: 'La même opération est sans doute venue aussi par un autre fichier. C’est l’autre qui compte.',
    en: 'The same transaction probably came by another file too. The other one counts.',
  },
  'booking-day': { fr: 'Même compte, même montant, même jour.', en: 'Same account, same amount, same day.' },
  'value-day': {
    fr: 'Même compte, même montant, même date de valeur, mêmes mots.',
    en: 'Same account, same amount, same value date, same words.',
  },
  batch: { fr: 'L’une est la somme, l’autre une partie.', en: 'One is the sum, the other a part.' },

  downloadText: { fr: 'Télécharger ce texte', en: 'Download this text' },
  cutText: {
    fr: 'Le texte est trop long pour être montré en entier : téléchargez-le.',
    en: 'The text is too long to be shown whole: download it.',
  },
  document: { fr: 'Voir le document entier', en: 'See the whole document' },
} satisfies Messages
