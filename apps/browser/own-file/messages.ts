import type { Messages } from '../../shared/i18n/t.ts'

const count = (one: string, many: string) => (n: number, said: string) => `${said} ${n > 1 ? many : one}`
const frItems = count('élément', 'éléments')
const enItems = (n: number, said: string) => `${said} ${n === 1 ? 'item' : 'items'}`

export const messages = {
  heading: { fr: 'Ajouter un fichier', en: 'Add a file' },
  intro: {
    fr: 'Un relevé, une facture, un export que vous avez téléchargé : ajoutez-le ici, il rejoint le reste de vos données.',
    en: 'A statement, an invoice, an export that you downloaded: add it here, and it joins the rest of your data.',
  },
  staysHere: {
    fr: 'Le fichier est lu sur cet appareil. Rien n’est écrit dans votre espace avant que vous ne l’ayez vu et choisi.',
    en: 'The file is read on this device. Nothing is written into your space until you have seen it and agreed.',
  },
  choose: { fr: 'Choisir un fichier', en: 'Choose a file' },
  drop: { fr: 'ou déposez-le ici', en: 'or drop it here' },
  oneOnly: {
    fr: 'Un fichier à la fois, s’il vous plaît : rien n’a été lu.',
    en: 'One file at a time, please: nothing was read.',
  },
  known: { fr: 'Quels fichiers sont reconnus ?', en: 'Which files can be added?' },
  reading: { fr: (name: string) => `Lecture de « ${name} »…`, en: (name: string) => `Reading “${name}”…` },
  stop: { fr: 'Arrêter', en: 'Stop' },
  which: { fr: 'De quoi s’agit-il ?', en: 'What is it?' },
  whichText: {
    fr: 'Ce fichier peut se lire de plusieurs façons.',
    en: 'This file can be read in several ways.',
  },
  whichSpace: { fr: 'Dans quel espace ?', en: 'Into which space?' },
  whichSpaceText: {
    fr: 'Vous en avez plusieurs : le fichier ira dans celui que vous choisissez, et dans lui seul.',
    en: 'You have several: the file goes into the one that you choose, and only there.',
  },
  notRead: { fr: 'Ce fichier n’a pas été ajouté', en: 'This file was not added' },
  nothingWritten: {
    fr: 'Rien n’a été écrit dans votre espace.',
    en: 'Nothing was written into your space.',
  },
  you: { fr: 'C’est à vous d’agir.', en: 'You need to act.' },
  partner: {
    fr: 'C’est à qui vous a remis ce fichier d’agir.',
    en: 'Whoever gave you the file must act.',
  },
  us: { fr: 'C’est à nous d’agir.', en: 'We must act.' },
  healthNotReady: {
    fr: 'Votre espace n’a pas d’endroit protégé pour vos données de santé : elles n’y sont pas écrites. C’est à l’opérateur de votre espace d’agir.',
    en: 'Your space has no protected place for your health data: it is not written there. The operator of your space must act.',
  },

  previewHeading: { fr: 'Voici ce que contient ce fichier', en: 'What this file contains' },
  file: { fr: 'Fichier', en: 'File' },
  what: { fr: 'Ce que c’est', en: 'What it is' },
  howMany: { fr: 'Combien', en: 'How many' },
  records: { fr: frItems, en: enItems },
  period: { fr: 'Période', en: 'Period' },
  days: {
    fr: (from: string, to: string) => (from === to ? `le ${from}` : `du ${from} au ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  thereLabel: { fr: 'Déjà là', en: 'Already there' },
  thereNone: { fr: 'aucun', en: 'none' },
  there: {
    fr: (n: number, said: string) => `${frItems(n, said)}, qui ne ${n > 1 ? 'seront' : 'sera'} pas en double`,
    en: (n: number, said: string) => `${enItems(n, said)}, which will not appear twice`,
  },
  where: { fr: 'Où', en: 'Where' },
  whereText: {
    fr: 'Dans « Mes fichiers ». Peuvent les lire : vous, et les applications à qui vous avez ouvert tout votre espace.',
    en: 'In “My files”. You can read it, and so can the apps you have given your whole space to.',
  },
  whereNamed: {
    fr: (space: string) => `Espace « ${space} ».`,
    en: (space: string) => `Space “${space}”.`,
  },
  doubtful: { fr: 'À savoir', en: 'Worth knowing' },
  estimated: {
    fr: (n: number, said: string) =>
      n > 1
        ? `${said} valeurs sont estimées, et non mesurées.`
        : `${said} valeur est estimée, et non mesurée.`,
    en: (n: number, said: string) =>
      n === 1 ? `${said} value is estimated, not measured.` : `${said} values are estimated, not measured.`,
  },
  noneDoubtful: { fr: 'Rien à signaler.', en: 'Nothing to report.' },
  import: { fr: 'Ajouter', en: 'Add' },
  allThere: {
    fr: 'Tout ce que contient ce fichier est déjà dans votre espace : il n’y a rien à ajouter.',
    en: 'Everything in the file is already in your space: there is nothing to add.',
  },
  cancel: { fr: 'Ne rien ajouter', en: 'Add nothing' },
  details: { fr: 'Détails techniques', en: 'Technical details' },
  format: { fr: 'Format', en: 'Format' },
  addresses: { fr: 'Adresses', en: 'Addresses' },
  importing: { fr: 'Ajout en cours', en: 'Adding' },

  done: { fr: 'C’est ajouté', en: 'Added' },
  added: {
    fr: (n: number, said: string) => `${frItems(n, said)} ${n > 1 ? 'ajoutés' : 'ajouté'}.`,
    en: (n: number, said: string) => `${enItems(n, said)} added.`,
  },
  addedPart: {
    fr: (n: number, said: string, done: number, total: number) =>
      `${frItems(n, said)} ${n > 1 ? 'ajoutés' : 'ajouté'} : ${done} ${done > 1 ? 'documents' : 'document'} sur ${total}.`,
    en: (n: number, said: string, done: number, total: number) =>
      `${enItems(n, said)} added: ${done} of ${total} documents.`,
  },
  stayed: {
    fr: (n: number, said: string) => `${frItems(n, said)} ${n > 1 ? 'étaient' : 'était'} déjà là.`,
    en: (n: number, said: string) => `${enItems(n, said)} ${n === 1 ? 'was' : 'were'} already there.`,
  },
  stopped: { fr: 'L’ajout est arrêté', en: 'Adding was stopped' },
  failed: {
    fr: 'Une partie seulement du fichier a été ajoutée',
    en: 'Only part of the file was added',
  },
  unfinished: { fr: 'L’ajout n’est pas allé au bout', en: 'Adding did not finish' },
  nothingAdded: { fr: 'Rien n’a été ajouté', en: 'Nothing was added' },
  goOnOrUndo: {
    fr: 'Rien ne sera en double si vous ajoutez le fichier de nouveau. Vous pouvez aussi retirer ce qui vient d’être ajouté.',
    en: 'If you add the file again, nothing will appear twice. You can also remove what was just added.',
  },
  unsure: {
    fr: 'La réponse de votre espace s’est perdue : un document a pu être ajouté tout de même. Rien ne sera en double si vous réessayez.',
    en: 'Your space’s answer was lost: a document may have been added all the same. If you try again, nothing will appear twice.',
  },
  refusedByPod: {
    fr: 'Votre espace a refusé le fichier. Déconnectez-vous et reconnectez-vous, puis ajoutez le fichier de nouveau ; si cela continue, c’est à l’opérateur de votre espace d’agir.',
    en: 'Your space refused the file. Log out and log in again, then add the file again; if it keeps happening, the operator of your space must act.',
  },
  full: {
    fr: 'Votre espace est plein. C’est à vous d’agir : effacez ce qui ne vous sert plus, puis réessayez ; ou demandez plus de place à l’opérateur de votre espace.',
    en: 'Your space is full. You need to act: erase what you no longer need, then try again; or ask the operator of your space for more room.',
  },
  goOn: { fr: 'Continuer', en: 'Continue' },
  undo: { fr: 'Retirer ces données', en: 'Remove this data' },
  undoNow: { fr: 'Retirer ce qui vient d’être ajouté', en: 'Remove what was just added' },
  undoing: { fr: 'Retrait en cours', en: 'Removing it' },
  undone: {
    fr: (n: number, said: string) =>
      `C’est fait : ${frItems(n, said)} ${n > 1 ? 'retirés' : 'retiré'}. Ce qui était là avant y est toujours.`,
    en: (n: number, said: string) => `Done: ${enItems(n, said)} removed. What was there before still is.`,
  },
  undoFailed: {
    fr: 'Tout n’a pas pu être retiré : réessayez, cela reprendra où il en était.',
    en: 'Not everything could be removed: try again, it continues where it stopped.',
  },
  see: { fr: 'Voir ce que j’ai', en: 'See what I have' },
  another: { fr: 'Ajouter un autre fichier', en: 'Add another file' },
  sameAgain: { fr: 'Ajouter le fichier de nouveau', en: 'Add the file again' },
  back: { fr: 'Retour aux partenaires', en: 'Back to the partners' },

  earlier: { fr: 'Fichiers déjà ajoutés', en: 'Files added earlier' },
  noEarlier: { fr: 'Aucun pour le moment.', en: 'None so far.' },
  earlierOne: {
    fr: (day: string, n: number, said: string) => `Ajouté le ${day}, ${frItems(n, said)}`,
    en: (day: string, n: number, said: string) => `Added on ${day}, ${enItems(n, said)}`,
  },
  undoIt: { fr: 'Retirer', en: 'Remove' },
  undoNamed: {
    fr: (category: string, day: string) => `Retirer ce qui a été ajouté le ${day} : ${category}`,
    en: (category: string, day: string) => `Remove what was added on ${day}: ${category}`,
  },
  undoQuestion: {
    fr: 'Retirer ce que ce fichier a ajouté ?',
    en: 'Remove what this file added?',
  },
  undoText: {
    fr: 'Ce qu’un autre fichier contient aussi reste. Vous pourrez ajouter le fichier de nouveau, si vous l’avez encore.',
    en: 'What another file also contains stays. You can add the file again, if you still have it.',
  },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },
} satisfies Messages
