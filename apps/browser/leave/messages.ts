import type { Messages } from '../../shared/i18n/t.ts'

export const leaveMessages = {
  intro: {
    fr: 'Tout ce qui est dans votre espace est à vous : faites-en une copie, remettez une copie en place, ou emportez tout ailleurs.',
    en: 'All that is in your space is yours: make a copy of it, restore a copy, or take everything elsewhere.',
  },

  copyHeading: { fr: 'Faire une copie', en: 'Make a copy' },
  copyText: {
    fr: 'Un seul fichier : vos documents, vos autorisations, vos reçus et le journal des accès, avec de quoi vérifier que rien n’y a changé. Il se prépare sur cet appareil, sans passer par personne.',
    en: 'A single file: your documents, your permissions, your receipts and the access log, with what it takes to check that nothing in it has changed. It is made on this device, and passes through nobody else’s hands.',
  },
  copyPrivate: {
    fr: 'Cette copie se lit sans mot de passe. Gardez-la comme un relevé de banque.',
    en: 'This copy can be read without a password. Keep it as you would a bank statement.',
  },
  make: { fr: 'Faire une copie', en: 'Make a copy' },
  listing: {
    fr: (found: number) => `Recherche de vos documents : ${found}`,
    en: (found: number) => `Finding your documents: ${found}`,
  },
  making: {
    fr: (done: number, total: number) => `Copie : ${done} documents sur ${total}`,
    en: (done: number, total: number) => `Copying: ${done} documents of ${total}`,
  },
  interrupted: { fr: 'La copie s’est arrêtée', en: 'The copy has stopped' },
  interruptedText: {
    fr: (done: number) =>
      `Ce qui est déjà copié (${done} documents) est gardé : continuez quand vous voulez.`,
    en: (done: number) => `What is copied already (${done} documents) is kept: continue whenever you like.`,
  },
  goOn: { fr: 'Continuer', en: 'Continue' },
  ready: { fr: 'Votre copie est prête', en: 'Your copy is ready' },
  readyText: {
    fr: (documents: number, size: string) => `${documents} documents, ${size}.`,
    en: (documents: number, size: string) => `${documents} documents, ${size}.`,
  },
  gone: {
    fr: (count: number) => `${count} documents ont été effacés pendant la copie : ils n’y sont pas.`,
    en: (count: number) => `${count} documents were erased while the copy was made: they are not in it.`,
  },
  save: { fr: 'Enregistrer la copie', en: 'Save the copy' },
  saved: {
    fr: (name: string) =>
      `Votre navigateur enregistre « ${name} » sur cet appareil, d’ordinaire dans « Téléchargements ». LISEZMOI.txt, dans ce fichier, dit ce qu’il contient.`,
    en: (name: string) =>
      `Your browser saves “${name}” on this device, usually in “Downloads”. README.txt, in that file, says what it holds.`,
  },
  fileName: { fr: 'copie-mon-espace', en: 'copy-of-my-space' },

  takeHeading: { fr: 'Remettre une copie dans mon espace', en: 'Restore a copy' },
  takeText: {
    fr: 'La copie est d’abord vérifiée, en entier, sur cet appareil. Rien n’est ajouté à votre espace avant que vous ne le demandiez.',
    en: 'The whole copy is first checked, on this device. Nothing is added to your space until you ask for it.',
  },
  choose: { fr: 'Choisir le fichier de la copie', en: 'Choose the copy file' },
  checking: {
    fr: (done: number, total: number) => `Vérification : ${done} fichiers sur ${total}`,
    en: (done: number, total: number) => `Checking: ${done} files of ${total}`,
  },
  sound: { fr: 'Cette copie est intacte', en: 'This copy is intact' },
  soundText: {
    fr: (documents: number, when: string) =>
      `${documents} documents, copiés le ${when}. Rien n’en manque, et chacun est tel que cette copie le dit. Cela ne prouve pas qui l’a faite : n’ajoutez que ce qui vient de vous.`,
    en: (documents: number, when: string) =>
      `${documents} documents, copied on ${when}. Nothing is missing, and every document is as this copy says. That does not prove who made it: add it only if you made it.`,
  },
  logHolds: {
    fr: (lines: number) => `Le journal des accès de la copie se suit sans manque : ${lines} lignes.`,
    en: (lines: number) => `The access log in the copy has nothing missing: ${lines} lines.`,
  },
  logBroken: {
    fr: 'Le journal des accès de cette copie ne se suit pas : des lignes manquent ou ont été changées avant la copie. C’est à l’opérateur de l’espace d’où elle vient de l’expliquer.',
    en: 'The access log in this copy is not intact: lines are missing, or were changed before the copy. The operator of the space that it comes from must explain this.',
  },
  otherSpace: {
    fr: (pod: string) =>
      `Elle vient d’un autre espace, ${pod}. Ici, les documents ajoutés nommeront le vôtre.`,
    en: (pod: string) => `It comes from another space, ${pod}. Here, the documents added will name yours.`,
  },
  add: { fr: 'Ajouter à mon espace ce qui y manque', en: 'Add what my space is missing' },
  adding: {
    fr: (done: number, total: number) => `Ajout : ${done} sur ${total}`,
    en: (done: number, total: number) => `Adding: ${done} of ${total}`,
  },
  stopped: { fr: 'L’ajout s’est arrêté', en: 'Adding has stopped' },
  stoppedText: {
    fr: 'Ce qui est déjà ajouté est gardé, et ne sera pas doublé : continuez quand vous voulez.',
    en: 'What is already added is kept, and will not appear twice: continue whenever you like.',
  },
  full: {
    fr: 'Votre espace est plein : faites-y de la place, ou demandez-en davantage à l’opérateur. Ce qui est déjà ajouté est gardé.',
    en: 'Your space is full: make room in it, or ask the operator for more. What is already added is kept.',
  },
  tooMany: {
    fr: 'Votre espace a plus de documents qu’une copie n’en peut contenir ici (50 000). Rien n’est perdu : demandez la copie à l’opérateur de votre espace, qui peut la faire en entier.',
    en: 'Your space has more documents than a copy may hold here (50,000). Nothing is lost: ask the operator of your space for the copy, who can make it whole.',
  },
  done: { fr: 'C’est fait', en: 'Done' },
  'of-added': {
    fr: (count: number) => (count === 1 ? '1 document ajouté.' : `${count} documents ajoutés.`),
    en: (count: number) => (count === 1 ? '1 document added.' : `${count} documents added.`),
  },
  'of-same': {
    fr: (count: number) =>
      count === 1 ? '1 document était déjà là, inchangé.' : `${count} documents étaient déjà là, inchangés.`,
    en: (count: number) =>
      count === 1
        ? '1 document was already there, unchanged.'
        : `${count} documents were already there, unchanged.`,
  },
  'of-differs': {
    fr: (count: number) =>
      count === 1
        ? '1 document est différent dans votre espace : il y reste tel qu’il est.'
        : `${count} documents sont différents dans votre espace : ils y restent tels qu’ils sont.`,
    en: (count: number) =>
      count === 1
        ? '1 document is different in your space: it stays there as it is.'
        : `${count} documents are different in your space: they stay there as they are.`,
  },
  'of-kept-by-server': {
    fr: (count: number) =>
      count === 1
        ? '1 document ne se remet pas (profil, journal, autorisations, reçus) : il reste dans votre copie.'
        : `${count} documents ne se remettent pas (profil, journal, autorisations, reçus) : ils restent dans votre copie.`,
    en: (count: number) =>
      count === 1
        ? '1 document cannot be put back (profile, log, permissions, receipts): it stays in your copy.'
        : `${count} documents cannot be put back (profile, log, permissions, receipts): they stay in your copy.`,
  },
  'of-refused': {
    fr: (count: number) =>
      count === 1
        ? '1 document a été refusé par le serveur : c’est à l’opérateur de votre espace d’agir.'
        : `${count} documents ont été refusés par le serveur : c’est à l’opérateur de votre espace d’agir.`,
    en: (count: number) =>
      count === 1
        ? '1 document was refused by the server: the operator of your space must act.'
        : `${count} documents were refused by the server: the operator of your space must act.`,
  },
  which: { fr: 'Voir lesquels', en: 'See which' },
  technical: { fr: 'Détails techniques', en: 'Technical details' },
  details: { fr: 'Détails', en: 'Details' },
  oneInFolder: {
    fr: (name: string, folder: string) => `« ${name} », dans « ${folder} »`,
    en: (name: string, folder: string) => `“${name}”, in “${folder}”`,
  },
  oneAlone: { fr: (name: string) => `« ${name} »`, en: (name: string) => `“${name}”` },
  severalOf: {
    fr: (name: string, count: number) => `${name} : ${count} documents`,
    en: (name: string, count: number) => `${name}: ${count} documents`,
  },
  rulesNot: {
    fr: 'Les autorisations ne reviennent pas d’elles-mêmes : donnez de nouveau celles que vous voulez.',
    en: 'Permissions are not restored: give again the ones you want.',
  },
  refused: { fr: 'Cette copie n’a pas été acceptée', en: 'This copy was not accepted' },
  refusedAltered: { fr: 'Cette copie a été modifiée', en: 'This copy has been changed' },
  nothing: { fr: 'Rien n’a été ajouté à votre espace.', en: 'Nothing was added to your space.' },
  'not-a-copy': {
    fr: 'Ce fichier n’est pas une copie entière faite ici, ou il est abîmé. Choisissez un autre fichier.',
    en: 'This file is not a whole copy made here, or it is damaged. Choose another file.',
  },
  'too-large': {
    fr: 'Ce fichier contient plus que ce qu’un espace peut contenir. Choisissez un autre fichier.',
    en: 'This file holds more than a space can. Choose another file.',
  },
  unsafe: {
    fr: 'Ce fichier contient des noms qui mèneraient ailleurs : il n’a pas été fait ici. Ne l’ouvrez pas.',
    en: 'This file holds names that would lead elsewhere: it was not made here. Do not open it.',
  },
  altered: {
    fr: (document: string) =>
      `Le document ${document} a changé depuis que la copie a été faite. Choisissez une autre copie.`,
    en: (document: string) =>
      `The document ${document} has changed since the copy was made. Choose another copy.`,
  },
  alteredPart: {
    fr: 'Une partie de cette copie a changé depuis que la copie a été faite. Choisissez une autre copie.',
    en: 'A part of this copy has changed since the copy was made. Choose another copy.',
  },

  moveHeading: { fr: 'Partir chez un autre opérateur', en: 'Move to another operator' },
  moveText: {
    fr: 'Vous pouvez emporter votre espace chez un autre opérateur. Cela demande un ordinateur et une personne à l’aise avec l’informatique.',
    en: 'You can take your space to another operator. It takes a computer, and someone comfortable with computers.',
  },
  guide: { fr: 'Lire le guide', en: 'Read the guide' },

  eraseHeading: { fr: 'Effacer mon compte et mon espace', en: 'Erase my account and my space' },
  eraseText: {
    fr: 'Cela se fait dans votre compte, où l’on vérifie que c’est bien vous. Faites d’abord une copie.',
    en: 'This is done in your account, where we check that it is you. Make a copy first.',
  },
  account: { fr: 'Aller à mon compte', en: 'Go to my account' },
} satisfies Messages
