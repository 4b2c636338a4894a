import type { Messages } from '../../shared/i18n/t.ts'

export const accessMessages = {
  heading: { fr: 'Qui voit quoi', en: 'Who sees what' },
  intro: {
    fr: 'Voici toutes vos autorisations. Le bouton d’une carte y met fin tout de suite, sans autre question ; si c’est une erreur, vous pourrez autoriser à nouveau.',
    en: 'These are all the permissions you have given. The button on a card ends that permission straight away, without asking again; if it was a mistake, you can give it again.',
  },
  introByData: {
    fr: 'Pour chaque catégorie de données, qui peut la lire et qui peut y ajouter. Pour mettre fin à une autorisation, choisissez « Par personne ou application », puis le bouton de la carte.',
    en: 'For each category of data, who can read it and who can add to it. To end a permission, choose “By person or app”, then the button on the card.',
  },
  view: { fr: 'Ranger par', en: 'Sort by' },
  byRecipient: { fr: 'Par personne ou application', en: 'By person or app' },
  byData: { fr: 'Par catégorie', en: 'By category' },

  app: { fr: 'Application', en: 'App' },
  person: { fr: 'Personne', en: 'Person' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  personAt: {
    fr: (name: string, host: string) => `${name}, chez ${host}`,
    en: (name: string, host: string) => `${name}, at ${host}`,
  },
  readersHeading: {
    fr: (count: number) => `Autorisés par vous à lire vos données (${count})`,
    en: (count: number) => `Allowed by you to read your data (${count})`,
  },
  changersHeading: {
    fr: (count: number) => `Autorisés par vous à lire ou à modifier vos données (${count})`,
    en: (count: number) => `Allowed by you to read or to change your data (${count})`,
  },
  nobodyReads: {
    fr: 'Vous n’avez autorisé personne d’autre que vous à lire vos données.',
    en: 'You have given nobody permission to read your data.',
  },
  nobodyButRules: {
    fr: 'Vous n’avez autorisé personne ici. Mais un autre de vos outils a ouvert des données : c’est dit sur cette page.',
    en: 'You have given nobody permission here. But another of your tools has opened data: this page says which.',
  },
  partnersHeading: {
    fr: (count: number) => `Autorisés par vous à ajouter, sans rien lire (${count})`,
    en: (count: number) => `Allowed by you to add, without reading (${count})`,
  },
  noPartners: { fr: 'Aucun partenaire n’est connecté.', en: 'No partner is connected.' },

  reviewed: {
    fr: 'L’opérateur de votre espace l’a vérifiée, et la fournit lui-même.',
    en: 'The operator of your space has reviewed it, and provides it.',
  },
  registered: {
    fr: (site: string) =>
      `Fournie par ${site}. L’opérateur de votre espace l’a enregistrée, mais ne l’a pas vérifiée.`,
    en: (site: string) =>
      `Provided by ${site}. The operator of your space has registered it, but has not reviewed it.`,
  },
  unreviewed: {
    fr: (site: string) => `Fournie par ${site}. L’opérateur de votre espace ne l’a pas vérifiée.`,
    en: (site: string) => `Provided by ${site}. The operator of your space has not reviewed it.`,
  },

  sees: { fr: 'Voit', en: 'Sees' },
  adds: { fr: 'Ajoute', en: 'Adds' },
  may: { fr: 'Peut', en: 'Can' },
  doesWhole: {
    fr: 'Lire, modifier et effacer tout votre espace, données de santé comprises',
    en: 'Read, change and erase your whole space, health data included',
  },
  of: {
    fr: (category: string, partners: string) => `${category} (${partners})`,
    en: (category: string, partners: string) => `${category} (${partners})`,
  },
  partnersOf: {
    fr: (count: number, names: string) => `${count > 1 ? 'partenaires' : 'partenaire'} : ${names}`,
    en: (count: number, names: string) => `${count === 1 ? 'partner' : 'partners'}: ${names}`,
  },
  why: { fr: 'Pourquoi', en: 'Why' },
  whyOf: {
    fr: (category: string, why: string) => `${category} : ${why}`,
    en: (category: string, why: string) => `${category}: ${why}`,
  },
  whyUnread: {
    fr: 'Votre accord n’a pas pu être relu. L’accès, lui, est bien ouvert.',
    en: 'What you agreed to could not be read again. The access itself is open.',
  },
  where: { fr: 'Où vont ces données', en: 'Where this data goes' },
  stays: { fr: 'Elles restent dans votre espace', en: 'It stays in your space' },
  leaves: { fr: 'Elles peuvent sortir de votre espace', en: 'It can leave your space' },
  intoSpace: {
    fr: 'Ce qu’il ajoute entre dans votre espace, et y reste si vous le déconnectez. Il ne peut rien y lire, modifier ni effacer.',
    en: 'What it adds comes into your space, and stays there if you disconnect it. It cannot read, change or erase anything there.',
  },
  until: { fr: 'Jusqu’à quand', en: 'Until when' },
  noEnd: {
    fr: 'Sans date de fin : jusqu’à ce que vous y mettiez fin',
    en: 'No end date: until you end it',
  },
  untilDay: { fr: (day: string) => `Jusqu’au ${day}`, en: (day: string) => `Until ${day}` },
  endsInMinutes: {
    fr: (minutes: number) => `se termine dans ${minutes > 1 ? `${minutes} minutes` : 'une minute'}`,
    en: (minutes: number) => `ends in ${minutes > 1 ? `${minutes} minutes` : 'a minute'}`,
  },
  endsInHours: {
    fr: (hours: number) => `se termine dans ${hours} ${hours > 1 ? 'heures' : 'heure'}`,
    en: (hours: number) => `ends in ${hours} ${hours > 1 ? 'hours' : 'hour'}`,
  },
  endsTomorrow: { fr: 'se termine demain', en: 'ends tomorrow' },
  endsIn: {
    fr: (days: number) => `se termine dans ${days} jours`,
    en: (days: number) => `ends in ${days} days`,
  },
  since: { fr: 'Depuis', en: 'Since' },
  sinceDay: { fr: (day: string) => `Le ${day}`, en: (day: string) => day },
  receipt: { fr: 'Reçu de votre accord', en: 'Receipt of what you agreed to' },
  details: { fr: 'Détails', en: 'Details' },
  detailsOf: { fr: (name: string) => ` : ${name}`, en: (name: string) => `: ${name}` },
  openReceipt: { fr: 'Voir ou télécharger le reçu', en: 'See or download the receipt' },
  receiptOf: { fr: (name: string) => ` : ${name}`, en: (name: string) => `: ${name}` },

  endRead: { fr: 'Retirer l’accès', en: 'End access' },
  endReadOf: {
    fr: (name: string) => `Retirer l’accès de ${name}`,
    en: (name: string) => `End access of ${name}`,
  },
  endAdd: { fr: 'Déconnecter', en: 'Disconnect' },
  endAddOf: { fr: (name: string) => `Déconnecter ${name}`, en: (name: string) => `Disconnect ${name}` },
  endOne: {
    fr: (end: string, what: string) => `${end} : ${what}`,
    en: (end: string, what: string) => `${end}: ${what}`,
  },
  again: { fr: 'Autoriser à nouveau', en: 'Give permission again' },
  connectAgain: { fr: 'Connecter à nouveau', en: 'Connect again' },

  notEnded: { fr: 'Rien n’a été retiré.', en: 'No access was ended.' },
  refusedText: {
    fr: 'Le serveur a refusé. Déconnectez-vous et reconnectez-vous, puis réessayez. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'The server refused. Log out and log in again, then try again. If it keeps happening, the operator must act.',
  },
  serverText: {
    fr: 'Le serveur ne répond pas comme il faut. Réessayez ; si cela continue, c’est à l’opérateur d’agir.',
    en: 'The server is not answering as it should. Try again; if it keeps happening, the operator must act.',
  },
  unknown: {
    fr: 'Le serveur n’a pas répondu : on ne sait pas si l’accès est retiré. Tant qu’il est affiché ici, tenez-le pour ouvert, et réessayez.',
    en: 'The server did not answer, so we do not know whether the access has ended. As long as it is shown here, assume that it is open, and try again.',
  },

  data: { fr: 'Données', en: 'Data' },
  readers: { fr: 'Qui peut lire', en: 'Who can read' },
  adders: { fr: 'Qui peut ajouter', en: 'Who can add' },
  onlyYou: { fr: 'Personne d’autre que vous', en: 'Nobody but you' },
  nobodyAdds: { fr: 'Aucun partenaire', en: 'No partner' },
  nothingYet: {
    fr: 'Votre espace est encore vide, et vous n’y avez donné accès à personne.',
    en: 'Your space is still empty, and you have given nobody access to it.',
  },
  wholeToo: { fr: 'peut aussi modifier et effacer', en: 'can change and erase too' },
  wholeOf: {
    fr: (name: string) =>
      `${name} peut lire, modifier et effacer tout ce que contient votre espace, données de santé comprises, et pas seulement ce qui suit.`,
    en: (name: string) =>
      `${name} can read, change and erase everything in your space, health data included, and not only what follows.`,
  },
  leftBy: {
    fr: (name: string) => `${name} n’ajoute plus rien ; ce qu’il a ajouté reste dans votre espace`,
    en: (name: string) => `${name} no longer adds anything; what it added stays in your space`,
  },
  otherTool: { fr: 'ouvert par un autre de vos outils', en: 'opened by another of your tools' },

  leftHeading: { fr: 'Données restées dans votre espace', en: 'Data that has stayed in your space' },
  leftText: {
    fr: 'Aucun partenaire n’ajoute plus rien à ces données-ci. Elles restent dans votre espace jusqu’à ce que vous les effaciez.',
    en: 'No partner adds to this data any more. It stays in your space until you erase it.',
  },
  leftErase: { fr: 'Les effacer, dans « Partenaires »', en: 'Erase it, in “Partners”' },
  forAllHeading: { fr: 'Ouvert à tout le monde', en: 'Open to everybody' },
  forAllText: {
    fr: 'Un autre de vos outils a ouvert à tout le monde ce qui suit. Pourquoi et jusqu’à quand, nous ne le savons pas. Pour y mettre fin, retournez dans l’outil qui l’a ouvert.',
    en: 'Another of your tools has opened the following to everybody. Why and until when, we do not know. To end it, go back to the tool that opened it.',
  },
  othersHeading: { fr: 'Ouvert par un autre de vos outils', en: 'Opened by another of your tools' },
  othersText: {
    fr: 'Pourquoi et jusqu’à quand, nous ne le savons pas. Pour y mettre fin, retournez dans l’outil qui l’a ouvert.',
    en: 'Why and until when, we do not know. To end it, go back to the tool that opened it.',
  },
  othersRead: { fr: (place: string) => `Lit : ${place}`, en: (place: string) => `Reads: ${place}` },
  othersWrite: {
    fr: (place: string) => `Lit ou écrit : ${place}`,
    en: (place: string) => `Reads or writes: ${place}`,
  },
  folder: {
    fr: (name: string) => `un dossier de votre espace, appelé « ${name} »`,
    en: (name: string) => `a folder of your space, called “${name}”`,
  },
  everybody: { fr: 'Tout le monde, sans avoir à se connecter', en: 'Everybody, without having to log in' },
  everybodyKnown: { fr: 'Toute personne connectée', en: 'Everybody who is logged in' },
  operator: {
    fr: 'L’opérateur fait tourner les machines où se trouve votre espace : il n’est pas dans cette liste, mais il pourrait lire vos données. S’il en fait une copie avec l’outil prévu, votre journal des accès le dit ; s’il les lisait autrement, le journal ne le montrerait pas.',
    en: 'The operator runs the machines your space is on, so it could read your data, though it is not in this list. If it makes a copy with the tool meant for that, your access log says so; if it read your data any other way, the log would not show it.',
  },
} satisfies Messages
