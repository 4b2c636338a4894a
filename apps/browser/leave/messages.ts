import type { Messages } from '../../shared/i18n/t.ts'

export const leaveMessages = {
  intro: {
    fr: 'Tout ce qui est dans votre espace est à vous : gardez-en une copie, reprenez-la, ou emportez tout ailleurs.',
    en: 'All that is in your space is yours: keep a copy of it, take it back, or take everything elsewhere.',
  },

  copyHeading: { fr: 'Garder une copie', en: 'Keep a copy' },
  copyText: {
    fr: 'Un seul fichier : vos documents, vos autorisations, vos reçus et le journal des accès, avec de quoi vérifier que rien n’y a changé. Il se prépare sur cet appareil, sans passer par personne.',
    en: 'A single file: your documents, your grants, your receipts and the access log, with what it takes to check that nothing in it has changed. It is made on this device, and goes through nobody.',
  },
  copyPrivate: {
    fr: 'Cette copie se lit sans mot de passe. Gardez-la comme un relevé de banque.',
    en: 'This copy can be read without a password. Keep it as you would a bank statement.',
  },
  make: { fr: 'Préparer ma copie', en: 'Make my copy' },
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
    en: (done: number) => `What is copied already (${done} documents) is kept: go on whenever you like.`,
  },
  goOn: { fr: 'Continuer', en: 'Go on' },
  tooMany: {
    fr: 'Votre espace contient plus que ce qu’une copie peut contenir : 50 000 documents. Effacez ce qu’un partenaire a envoyé de trop, ou partez sur un autre serveur, qui reçoit tout.',
    en: 'Your space holds more than a copy can: 50,000 documents. Erase what a partner has sent too much of, or move to another server, which receives everything.',
  },
  ready: { fr: 'Votre copie est prête', en: 'Your copy is ready' },
  readyText: {
    fr: (documents: number, size: string) => `${documents} documents, ${size}.`,
    en: (documents: number, size: string) => `${documents} documents, ${size}.`,
  },
  gone: {
    fr: (count: number) => `${count} documents ont été effacés pendant la copie : ils n’y sont pas.`,
    en: (count: number) => `${count} documents were erased while the copy was made: they are not in it.`,
  },
  save: { fr: 'Enregistrer ma copie', en: 'Save my copy' },
  fileName: { fr: 'copie-mon-espace', en: 'copy-of-my-space' },

  takeHeading: { fr: 'Vérifier ou reprendre une copie', en: 'Check a copy, or take it back' },
  takeText: {
    fr: 'La copie est d’abord vérifiée, en entier, sur cet appareil. Rien n’est ajouté à votre espace avant que vous ne le demandiez.',
    en: 'The copy is first checked, all of it, on this device. Nothing is added to your space before you ask for it.',
  },
  choose: { fr: 'Choisir le fichier de la copie', en: 'Choose the file of the copy' },
  checking: {
    fr: (done: number, total: number) => `Vérification : ${done} fichiers sur ${total}`,
    en: (done: number, total: number) => `Checking: ${done} files of ${total}`,
  },
  sound: { fr: 'Cette copie est intacte', en: 'This copy is intact' },
  soundText: {
    fr: (documents: number, when: string) =>
      `${documents} documents, copiés le ${when}. Rien n’en manque, et chacun est tel que cette copie le dit. Cela ne prouve pas qui l’a faite : n’ajoutez que ce qui vient de vous.`,
    en: (documents: number, when: string) =>
      `${documents} documents, copied on ${when}. Nothing of it is missing, and each is as this copy says. That does not prove who made it: add only what comes from you.`,
  },
  logHolds: {
    fr: (lines: number) => `Le journal des accès de la copie se suit sans manque : ${lines} lignes.`,
    en: (lines: number) => `The access log in the copy has nothing missing: ${lines} lines.`,
  },
  logBroken: {
    fr: 'Le journal des accès de cette copie ne se suit pas : des lignes manquent ou ont été changées avant la copie. C’est à l’opérateur de l’espace d’où elle vient de l’expliquer.',
    en: 'The access log in this copy does not hold: lines are missing, or were changed before the copy. The operator of the space that it comes from must explain it.',
  },
  otherSpace: {
    fr: (pod: string) =>
      `Elle vient d’un autre espace, ${pod}. Ici, les documents ajoutés nommeront le vôtre.`,
    en: (pod: string) => `It comes from another space, ${pod}. Here, the documents added will name yours.`,
  },
  add: { fr: 'Ajouter à mon espace ce qui y manque', en: 'Add to my space what is missing there' },
  adding: {
    fr: (done: number, total: number) => `Ajout : ${done} sur ${total}`,
    en: (done: number, total: number) => `Adding: ${done} of ${total}`,
  },
  stopped: { fr: 'L’ajout s’est arrêté', en: 'Adding has stopped' },
  stoppedText: {
    fr: 'Ce qui est déjà ajouté est gardé, et ne sera pas doublé : continuez quand vous voulez.',
    en: 'What is added already is kept, and will not be doubled: go on whenever you like.',
  },
  full: {
    fr: 'Votre espace est plein : faites-y de la place, ou demandez-en davantage à l’opérateur. Ce qui est déjà ajouté est gardé.',
    en: 'Your space is full: make room in it, or ask the operator for more. What is added already is kept.',
  },
  done: { fr: 'C’est fait', en: 'Done' },
  'of-added': {
    fr: (count: number) => `Ajoutés : ${count}`,
    en: (count: number) => `Added: ${count}`,
  },
  'of-same': {
    fr: (count: number) => `Déjà là, les mêmes : ${count}`,
    en: (count: number) => `There already, the same: ${count}`,
  },
  'of-differs': {
    fr: (count: number) => `Différents ici : ${count}, laissés tels qu’ils sont dans votre espace`,
    en: (count: number) => `Different here: ${count}, left as they are in your space`,
  },
  'of-kept-by-server': {
    fr: (count: number) =>
      `Ne se remettent pas (profil, journal, autorisations, reçus) : ${count}. Ils restent dans votre copie`,
    en: (count: number) =>
      `Cannot be put back (profile, log, permissions, receipts): ${count}. They stay in your copy`,
  },
  'of-refused': {
    fr: (count: number) => `Refusés par le serveur : ${count}. Signalez-le à l’opérateur de votre espace`,
    en: (count: number) => `Refused by the server: ${count}. Report it to the operator of your space`,
  },
  which: { fr: 'Voir lesquels', en: 'See which' },
  rulesNot: {
    fr: 'Les autorisations ne reviennent pas d’elles-mêmes : donnez de nouveau celles que vous voulez.',
    en: 'Grants do not come back by themselves: give again those that you want.',
  },
  refused: { fr: 'Cette copie n’a pas été acceptée', en: 'This copy was not accepted' },
  nothing: { fr: 'Rien n’a été ajouté à votre espace.', en: 'Nothing was added to your space.' },
  'not-a-copy': {
    fr: 'Ce fichier n’est pas une copie entière faite ici, ou il est abîmé. Choisissez un autre fichier.',
    en: 'This file is no whole copy made here, or it is damaged. Choose another file.',
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
    fr: (file: string) =>
      `Un fichier de cette copie a changé depuis qu’elle a été faite : ${file}. Choisissez une autre copie.`,
    en: (file: string) => `A file of this copy has changed since it was made: ${file}. Choose another copy.`,
  },

  moveHeading: { fr: 'Partir sur un autre serveur', en: 'Move to another server' },
  moveText: {
    fr: 'Un espace personnel va sur n’importe quel serveur Solid. Il y faut un ordinateur et un programme, traboule-connect : le vôtre parle alors aux deux serveurs, sans nous.',
    en: 'A space can go to any Solid server. It takes a computer and a program, traboule-connect: yours then talks to both servers, without us.',
  },
  moveHow: { fr: 'Comment faire', en: 'How to do it' },
  step1: {
    fr: 'Ouvrez un compte et un espace sur l’autre serveur.',
    en: 'Open an account and a space on the other server.',
  },
  step2: {
    fr: 'Sur chacun des deux serveurs, dans votre compte, faites des identifiants pour vos propres outils. Écrivez-les dans deux fichiers : ici.json et la-bas.json.',
    en: 'On each of the two servers, in your account, make credentials for your own tools. Write them into two files: here.json and there.json.',
  },
  hereFile: { fr: 'ici.json', en: 'here.json' },
  thereFile: { fr: 'la-bas.json', en: 'there.json' },
  step3: {
    fr: 'Lancez la commande. Interrompue, elle reprend où elle en était.',
    en: 'Run the command. Interrupted, it goes on where it stopped.',
  },
  step4: {
    fr: 'Lisez son compte rendu : il compare les deux espaces, document par document. Effacez celui-ci seulement quand tout est là-bas.',
    en: 'Read its report: it compares the two spaces, document by document. Erase this one only when everything is there.',
  },
  secret: {
    fr: 'Ces fichiers donnent tous les droits : effacez-les ensuite, et mettez fin aux identifiants dans votre compte.',
    en: 'These files give all rights: delete them afterwards, and end the credentials in your account.',
  },
  rulesHeading: { fr: 'Et vos autorisations ?', en: 'And your grants?' },
  rulesText: {
    fr: 'Une autorisation pour une application ou jusqu’à une date n’est écrite là-bas que si l’autre serveur sait la limiter ainsi. Sinon elle ouvrirait plus que ce que vous avez accordé : elle reste de côté, dans le dossier archive, et revient si vous revenez, sauf si elle est finie.',
    en: 'A grant for one app, or until a date, is made there only if the other server can limit it so. Otherwise it would open more than you agreed to: it stays aside, in the archive folder, and comes back if you come back, unless it has ended.',
  },

  eraseHeading: { fr: 'Effacer mon compte et mon espace', en: 'Erase my account and my space' },
  eraseText: {
    fr: 'Cela se fait dans votre compte, où l’on vérifie que c’est bien vous. Gardez d’abord une copie.',
    en: 'This is done in your account, where we make sure that it is you. Keep a copy first.',
  },
  account: { fr: 'Aller à mon compte', en: 'Go to my account' },
} satisfies Messages
