import type { Messages } from '../../shared/i18n/t.ts'

const count = (one: string, many: string) => (n: number, said: string) => `${said} ${n > 1 ? many : one}`
const frRecords = count('enregistrement', 'enregistrements')
const enRecords = (n: number, said: string) => `${said} ${n === 1 ? 'record' : 'records'}`

export const messages = {
  heading: { fr: 'Apporter un fichier', en: 'Bring a file' },
  intro: {
    fr: 'Un relevé, une facture, un export que vous avez téléchargé : déposez-le ici, il rejoint le reste de vos données.',
    en: 'A statement, an invoice, an export that you downloaded: drop it here, and it joins the rest of your data.',
  },
  staysHere: {
    fr: 'Le fichier est lu sur cet appareil. Rien n’est écrit dans votre espace avant que vous ne l’ayez vu et choisi.',
    en: 'The file is read on this device. Nothing is written into your space before you have seen it and said so.',
  },
  choose: { fr: 'Choisir un fichier', en: 'Choose a file' },
  drop: { fr: 'ou déposez-le ici', en: 'or drop it here' },
  oneOnly: {
    fr: 'Un fichier à la fois, s’il vous plaît : rien n’a été lu.',
    en: 'One file at a time, please: nothing was read.',
  },
  known: { fr: 'Quels fichiers sont reconnus ?', en: 'Which files are known?' },
  reading: { fr: (name: string) => `Lecture de « ${name} »…`, en: (name: string) => `Reading “${name}”…` },
  stop: { fr: 'Arrêter', en: 'Stop' },
  which: { fr: 'De quoi s’agit-il ?', en: 'What is it?' },
  whichText: {
    fr: 'Ce fichier peut se lire de plusieurs façons.',
    en: 'This file can be read in several ways.',
  },
  notRead: { fr: 'Ce fichier n’a pas été importé', en: 'This file was not imported' },
  nothingWritten: {
    fr: 'Rien n’a été écrit dans votre espace.',
    en: 'Nothing was written into your space.',
  },
  you: { fr: 'C’est à vous d’agir.', en: 'It is for you to act.' },
  partner: {
    fr: 'C’est à qui vous a remis ce fichier d’agir.',
    en: 'It is for whoever gave you the file to act.',
  },
  us: { fr: 'C’est à nous d’agir.', en: 'It is for us to act.' },
  healthNotReady: {
    fr: 'Votre espace n’a pas d’endroit protégé pour vos données de santé : elles n’y sont pas écrites. C’est à l’opérateur de votre espace d’agir.',
    en: 'Your space has no protected place for your health data: it is not written there. It is for the operator of your space to act.',
  },

  previewHeading: { fr: 'Voici ce que contient ce fichier', en: 'This is what the file holds' },
  file: { fr: 'Fichier', en: 'File' },
  what: { fr: 'Ce que c’est', en: 'What it is' },
  category: { fr: 'Catégorie', en: 'Category' },
  howMany: { fr: 'Combien', en: 'How many' },
  records: { fr: frRecords, en: enRecords },
  period: { fr: 'Période', en: 'Period' },
  days: {
    fr: (from: string, to: string) => (from === to ? `le ${from}` : `du ${from} au ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  thereLabel: { fr: 'Déjà là', en: 'Already there' },
  thereNone: { fr: 'aucun', en: 'none' },
  there: {
    fr: (n: number, said: string) =>
      `${frRecords(n, said)}, qui ne ${n > 1 ? 'seront' : 'sera'} pas en double`,
    en: (n: number, said: string) => `${enRecords(n, said)}, which will not be doubled`,
  },
  where: { fr: 'Où', en: 'Where' },
  whereText: {
    fr: 'Dans « Mes fichiers », que vous seul lisez, avec qui a accès à tout votre espace.',
    en: 'In “My files”, which only you read, and whoever has access to all of your space.',
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
  noneDoubtful: { fr: 'Rien de douteux n’a été trouvé.', en: 'Nothing doubtful was found.' },
  import: { fr: 'Importer', en: 'Import' },
  allThere: {
    fr: 'Tout ce que contient ce fichier est déjà dans votre espace : il n’y a rien à importer.',
    en: 'All that the file holds is in your space already: there is nothing to import.',
  },
  cancel: { fr: 'Ne rien importer', en: 'Import nothing' },
  paths: { fr: 'Voir les adresses des documents', en: 'See the addresses of the documents' },
  importing: { fr: 'Import en cours', en: 'Importing' },

  done: { fr: 'C’est importé', en: 'It is imported' },
  added: {
    fr: (n: number, said: string) => `${frRecords(n, said)} ${n > 1 ? 'ajoutés' : 'ajouté'}.`,
    en: (n: number, said: string) => `${enRecords(n, said)} added.`,
  },
  stayed: {
    fr: (n: number, said: string) => `${frRecords(n, said)} ${n > 1 ? 'étaient' : 'était'} déjà là.`,
    en: (n: number, said: string) => `${enRecords(n, said)} ${n === 1 ? 'was' : 'were'} there already.`,
  },
  stopped: { fr: 'L’import est arrêté', en: 'The import was stopped' },
  stoppedText: {
    fr: (done: number, total: number) =>
      `${done} documents sur ${total} sont écrits. Importez le fichier de nouveau pour finir (rien ne sera doublé), ou retirez ce qui est fait.`,
    en: (done: number, total: number) =>
      `${done} documents of ${total} are written. Import the file again to finish (nothing will be doubled), or take away what was done.`,
  },
  failed: { fr: 'L’import n’est pas allé au bout', en: 'The import did not reach its end' },
  refusedByPod: {
    fr: 'Votre espace a refusé l’écriture. Déconnectez-vous et reconnectez-vous ; si cela continue, c’est à l’opérateur d’agir.',
    en: 'Your space refused to be written to. Log out and log in again; if it goes on, the operator must act.',
  },
  full: {
    fr: 'Votre espace est plein : faites-y de la place, puis importez de nouveau. C’est à vous d’agir.',
    en: 'Your space is full: make room in it, then import again. It is for you to act.',
  },
  undo: { fr: 'Retirer ces données', en: 'Take this data away' },
  undoing: { fr: 'Retrait en cours', en: 'Taking it away' },
  undone: {
    fr: (n: number, said: string) =>
      `C’est fait : ${frRecords(n, said)} ${n > 1 ? 'retirés' : 'retiré'}. Ce qui était là avant y est toujours.`,
    en: (n: number, said: string) =>
      `Done: ${enRecords(n, said)} taken away. What was there before still is.`,
  },
  undoFailed: {
    fr: 'Tout n’a pas pu être retiré : réessayez, cela reprendra où il en était.',
    en: 'Not all could be taken away: try again, it goes on where it stopped.',
  },
  see: { fr: 'Voir ce que j’ai', en: 'See what I have' },
  another: { fr: 'Apporter un autre fichier', en: 'Bring another file' },
  back: { fr: 'Retour aux partenaires', en: 'Back to the partners' },

  earlier: { fr: 'Fichiers déjà apportés', en: 'Files brought earlier' },
  noEarlier: { fr: 'Aucun pour le moment.', en: 'None so far.' },
  earlierOne: {
    fr: (day: string, n: number, said: string) => `apporté le ${day}, ${frRecords(n, said)}`,
    en: (day: string, n: number, said: string) => `brought on ${day}, ${enRecords(n, said)}`,
  },
  undoIt: { fr: 'Retirer', en: 'Take away' },
  undoNamed: {
    fr: (category: string, day: string) => `Retirer l’import du ${day} : ${category}`,
    en: (category: string, day: string) => `Take away the import of ${day}: ${category}`,
  },
  undoQuestion: {
    fr: 'Retirer ce que ce fichier a ajouté ?',
    en: 'Take away what this file added?',
  },
  undoText: {
    fr: 'Ce qu’un autre fichier dit aussi reste. Vous pourrez importer le fichier de nouveau, si vous l’avez encore.',
    en: 'What another file says too stays. You can import the file again, if you still have it.',
  },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },
} satisfies Messages
