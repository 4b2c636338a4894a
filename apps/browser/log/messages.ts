import type { Messages } from '../../shared/i18n/t.ts'

export const logMessages = {
  heading: { fr: 'Journal des accès', en: 'Access log' },
  intro: {
    fr: 'Chaque lecture, chaque écriture et chaque refus dans votre espace, sauf ce que vous regardez ici vous-même. Le journal ne contient aucune de vos données.',
    en: 'Every read, write and refusal in your space, except what you look at here yourself. The log contains none of your data.',
  },
  empty: { fr: 'Le journal est encore vide', en: 'The log is still empty' },
  emptyText: {
    fr: 'Rien n’a été lu, écrit ni refusé dans votre espace.',
    en: 'Nothing has been read, written or refused in your space.',
  },
  refused: { fr: 'Le journal ne s’ouvre pas', en: 'The log does not open' },
  refusedText: {
    fr: 'Vous seul pouvez le lire, ici ou avec une clé que vous avez créée. Déconnectez-vous et reconnectez-vous. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'Only you can read it, here or with a key you made. Log out and log in again. If it keeps happening, the operator must act.',
  },
  failed: { fr: 'Le journal n’a pas pu être lu', en: 'The log could not be read' },
  unreadable: {
    fr: 'Le serveur a envoyé autre chose qu’un journal. C’est à l’opérateur de votre espace d’agir.',
    en: 'What the server sent is not a log. The operator of your space must act.',
  },
  day: { fr: 'Jour', en: 'Day' },
  dayHint: {
    fr: 'Ce qui s’est passé entre minuit et 1 h (2 h en été), heure de Paris, est rangé au jour d’avant.',
    en: 'What happened between midnight and 1 am (2 am in summer), Paris time, is under the day before.',
  },
  filters: { fr: 'Ce qui est montré', en: 'What is shown' },
  all: { fr: 'Tout montrer', en: 'Show everything' },
  who: { fr: 'Par qui', en: 'By whom' },
  anybody: { fr: 'Tous', en: 'Anybody' },
  what: { fr: 'Quelles données', en: 'Which data' },
  anyData: { fr: 'Toutes', en: 'Any' },
  refusalsOnly: { fr: 'Les refus seulement', en: 'Refusals only' },
  countedShown: {
    fr: (count: number, all: number) =>
      `${count > 1 ? `${count} lignes` : `${count} ligne`} du journal sur ${all}`,
    en: (count: number, all: number) => `${count} of ${all} log ${all === 1 ? 'line' : 'lines'}`,
  },
  noneShown: { fr: 'Aucune ligne de ce genre ce jour-là.', en: 'No such line on that day.' },
  more: { fr: 'Montrer la suite', en: 'Show more' },
  counted: {
    fr: (count: number) => (count > 1 ? `${count} lignes du journal` : `${count} ligne du journal`),
    en: (count: number) => (count === 1 ? `${count} log line` : `${count} log lines`),
  },
  countedRefused: {
    fr: (count: number) => (count > 1 ? `dont ${count} refus` : 'dont 1 refus'),
    en: (count: number) => (count > 1 ? `including ${count} refusals` : 'including 1 refusal'),
  },

  youAtAccount: { fr: 'Vous, sur votre compte', en: 'You, on your account' },
  youAtHome: { fr: 'Vous, dans Mon espace', en: 'You, in My space' },
  ownTool: {
    fr: 'Un outil à vous, avec une clé que vous avez créée',
    en: 'One of your own tools, with a key you made',
  },
  unknownApp: {
    fr: 'Une application sans adresse, inconnue ici',
    en: 'An app without an address, unknown here',
  },
  someClient: {
    fr: 'Une application ou un outil, sans adresse',
    en: 'An app or a tool, without an address',
  },
  appOf: { fr: (host: string) => `L’application de ${host}`, en: (host: string) => `The app of ${host}` },
  somebody: {
    fr: (name: string, host: string) => `${name}, chez ${host}`,
    en: (name: string, host: string) => `${name}, at ${host}`,
  },
  somebodyWith: {
    fr: (name: string, app: string) => `${name}, avec : ${app}`,
    en: (name: string, app: string) => `${name}, with: ${app}`,
  },
  server: { fr: 'Le serveur de votre espace', en: 'The server of your space' },
  operatorExport: {
    fr: 'L’opérateur du serveur, qui a exporté votre espace en fichiers',
    en: 'The operator of the server, who exported your space as files',
  },
  operatorReset: {
    fr: 'L’opérateur du serveur, qui a fait un lien pour choisir votre mot de passe',
    en: 'The operator of the server, who made a link to choose your password',
  },
  unnamed: { fr: 'Quelqu’un qui ne s’est pas nommé', en: 'Somebody who gave no name' },

  read: { fr: 'Lecture', en: 'Read' },
  append: { fr: 'Ajout', en: 'Add' },
  write: { fr: 'Écriture ou effacement', en: 'Write or delete' },
  control: { fr: 'Changement des droits d’accès', en: 'Change access rights' },
  refusedMark: { fr: 'Refusé', en: 'Refused' },
  times: {
    fr: (count: number) => `${count} fois`,
    en: (count: number) => (count === 2 ? 'twice' : `${count} times`),
  },
  timesEach: {
    fr: (count: number) => `${count} fois chacun`,
    en: (count: number) => (count === 2 ? 'twice each' : `${count} times each`),
  },
  timesInAll: {
    fr: (count: number) => `${count} fois en tout`,
    en: (count: number) => `${count} times in all`,
  },
  several: {
    fr: (name: string, counts: string) => `${name} : ${counts}`,
    en: (name: string, counts: string) => `${name}: ${counts}`,
  },
  documents: {
    fr: (count: number) => (count > 1 ? `${count} documents` : `${count} document`),
    en: (count: number) => (count === 1 ? `${count} document` : `${count} documents`),
  },
  folders: {
    fr: (count: number) => (count > 1 ? `${count} dossiers` : `${count} dossier`),
    en: (count: number) => (count === 1 ? `${count} folder` : `${count} folders`),
  },
  fromTo: {
    fr: (from: string, to: string) => `de ${from} à ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  details: { fr: 'Détails', en: 'Details' },
  detailsOf: {
    fr: (line: number) => ` de la ligne ${line}`,
    en: (line: number) => ` of line ${line}`,
  },
  detailsOfAll: {
    fr: (first: number, last: number) => ` des lignes ${first} à ${last}`,
    en: (first: number, last: number) => ` of lines ${first} to ${last}`,
  },
  lineNumber: { fr: (line: number) => `Ligne ${line}`, en: (line: number) => `Line ${line}` },
  noWebId: { fr: 'WebID : aucun', en: 'WebID: none' },
  webId: { fr: (webId: string) => `WebID : ${webId}`, en: (webId: string) => `WebID: ${webId}` },
  client: {
    fr: (client: string) => `Application ou identifiants : ${client}`,
    en: (client: string) => `App or credentials: ${client}`,
  },
  rule: { fr: (rule: string) => `Règle : ${rule}`, en: (rule: string) => `Rule: ${rule}` },
  resource: { fr: (path: string) => `Ressource : ${path}`, en: (path: string) => `Resource: ${path}` },
  given: { fr: 'Autorisation donnée', en: 'Permission given' },
  withdrawn: { fr: 'Autorisation retirée', en: 'Permission withdrawn' },
  untilWithdrawn: { fr: 'jusqu’à votre retrait', en: 'until you withdraw it' },
  replaces: { fr: 'Elle remplace la précédente.', en: 'It takes the place of the one before.' },
  extended: {
    fr: (name: string) => `L’autorisation de ${name} est étendue à ces données.`,
    en: (name: string) => `The permission of ${name} is extended to this data.`,
  },
  receipt: { fr: 'Voir le reçu', en: 'See the receipt' },
  receiptOf: { fr: (title: string) => ` : ${title}`, en: (title: string) => `: ${title}` },
  gap: { fr: 'Le serveur s’est arrêté sans prévenir', en: 'The server stopped without warning' },
  gapText: {
    fr: 'Du dernier dixième de seconde avant l’arrêt, des lectures peuvent manquer ; de la dernière minute, des refus et des lectures de ce qui est public. Ce qui a été écrit est au complet.',
    en: 'Of the last tenth of a second before it stopped, reads may be missing; of the last minute, refusals and reads of what is public. What was written is complete.',
  },
  erasedLine: { fr: 'Ligne effacée', en: 'Erased line' },
  erasedText: {
    fr: 'Ce qu’elle disait a été effacé ; son empreinte est restée, et la suite tient.',
    en: 'What it said was erased; its fingerprint has stayed, and what follows holds.',
  },
  brokenLine: { fr: 'Cette ligne n’est pas sûre', en: 'This line cannot be trusted' },

  rulesOf: {
    fr: (name: string) => `Droits d’accès de : ${name}`,
    en: (name: string) => `Access rights of: ${name}`,
  },
  wholePod: { fr: 'Votre espace', en: 'Your space' },
  allData: { fr: 'Toutes vos données', en: 'All your data' },
  dataOf: {
    fr: (category: string, partner: string) => `${category}, ${partner}`,
    en: (category: string, partner: string) => `${category}, ${partner}`,
  },
  oneOf: {
    fr: (name: string, month: string) => (month ? `${name}, ${month}` : name),
    en: (name: string, month: string) => (month ? `${name}, ${month}` : name),
  },
  profile: { fr: 'Votre profil, que tout le monde peut voir', en: 'Your profile, which everybody can see' },
  inbox: { fr: 'Votre boîte de réception', en: 'Your inbox' },
  settings: { fr: 'Vos réglages', en: 'Your settings' },
  consents: { fr: 'Vos autorisations', en: 'Your permissions' },
  receipts: { fr: 'Vos reçus', en: 'Your receipts' },
  itself: { fr: 'Le journal lui-même', en: 'The log itself' },
  links: { fr: 'Liens entre vos données', en: 'Links between your data' },
  derived: { fr: 'Résultats calculés par vos applications', en: 'Answers computed by your apps' },
} satisfies Messages
