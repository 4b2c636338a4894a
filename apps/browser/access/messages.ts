import type { Messages } from '../../shared/i18n/t.ts'

export const accessMessages = {
  heading: { fr: 'Qui voit quoi', en: 'Who sees what' },
  intro: {
    fr: 'Tout ce que vous avez autorisé ici est dans cette liste. Un appui sur le bouton d’une carte y met fin aussitôt, sans autre question.',
    en: 'All that you have allowed here is in this list. One tap on the button of a card ends it at once, with no further question.',
  },
  introByData: {
    fr: 'Chaque sorte de données, qui la lit et qui y ajoute. Pour mettre fin à un accès : « Par personne ou application », puis le bouton de sa carte.',
    en: 'Each kind of data, who reads it and who adds to it. To end an access: “By person or app”, then the button of its card.',
  },
  view: { fr: 'Ranger par', en: 'Sort by' },
  byRecipient: { fr: 'Par personne ou application', en: 'By person or app' },
  byData: { fr: 'Par sorte de données', en: 'By kind of data' },

  app: { fr: 'Application', en: 'App' },
  person: { fr: 'Personne', en: 'Person' },
  partner: { fr: 'Partenaire', en: 'Partner' },
  personAt: {
    fr: (name: string, host: string) => `${name}, chez ${host}`,
    en: (name: string, host: string) => `${name}, at ${host}`,
  },
  readersHeading: {
    fr: (count: number) => `Autorisés à lire vos données (${count})`,
    en: (count: number) => `Allowed to read your data (${count})`,
  },
  nobodyReads: {
    fr: 'Personne d’autre que vous ne lit vos données : vous n’y avez autorisé personne.',
    en: 'Nobody but you reads your data: you have allowed nobody to.',
  },
  nobodyButRules: {
    fr: 'Vous n’avez autorisé personne ici. Mais un autre de vos outils a ouvert des données : c’est dit sur cette page.',
    en: 'You have allowed nobody here. But another tool of yours has opened data: this page says which.',
  },
  partnersHeading: {
    fr: (count: number) => `Autorisés à ajouter, sans rien lire (${count})`,
    en: (count: number) => `Allowed to add, without reading (${count})`,
  },
  noPartners: { fr: 'Aucun partenaire n’est connecté.', en: 'No partner is connected.' },

  reviewed: {
    fr: 'Vérifiée et fournie par l’opérateur de votre espace',
    en: 'Reviewed and provided by the operator of your space',
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
  stays: { fr: 'Elles restent ici', en: 'It stays here' },
  leaves: { fr: 'Elles peuvent partir ailleurs', en: 'It may go elsewhere' },
  intoSpace: {
    fr: 'Ce qu’il ajoute entre dans votre espace. Il ne peut rien y lire, modifier ni effacer.',
    en: 'What it adds comes into your space. It can read, change or erase nothing there.',
  },
  until: { fr: 'Jusqu’à quand', en: 'Until when' },
  noEnd: {
    fr: 'Sans date de fin : jusqu’à ce que vous y mettiez fin',
    en: 'No end date: until you end it',
  },
  untilDay: { fr: (day: string) => `Jusqu’au ${day}`, en: (day: string) => `Until ${day}` },
  endsToday: { fr: 'se termine aujourd’hui', en: 'ends today' },
  endsTomorrow: { fr: 'se termine demain', en: 'ends tomorrow' },
  endsIn: {
    fr: (days: number) => `se termine dans ${days} jours`,
    en: (days: number) => `ends in ${days} days`,
  },
  since: { fr: 'Depuis', en: 'Since' },
  sinceDay: { fr: (day: string) => `Le ${day}`, en: (day: string) => day },
  receipt: { fr: 'Reçu', en: 'Receipt' },
  details: { fr: 'Détails', en: 'Details' },
  detailsOf: { fr: (name: string) => ` : ${name}`, en: (name: string) => `: ${name}` },
  openReceipt: { fr: 'Vérifier ou télécharger le reçu', en: 'Verify or download the receipt' },
  receiptOf: { fr: (name: string) => ` : ${name}`, en: (name: string) => `: ${name}` },

  endRead: { fr: 'Retirer l’accès', en: 'Withdraw access' },
  endReadOf: {
    fr: (name: string) => `Retirer l’accès de ${name}`,
    en: (name: string) => `Withdraw access from ${name}`,
  },
  endAdd: { fr: 'Déconnecter', en: 'Disconnect' },
  endAddOf: { fr: (name: string) => `Déconnecter ${name}`, en: (name: string) => `Disconnect ${name}` },
  endOne: {
    fr: (end: string, what: string) => `${end} : ${what}`,
    en: (end: string, what: string) => `${end}: ${what}`,
  },
  again: { fr: 'Autoriser à nouveau', en: 'Allow it again' },
  connectAgain: { fr: 'Connecter à nouveau', en: 'Connect it again' },

  notEnded: { fr: 'Rien n’a été retiré.', en: 'Nothing was withdrawn.' },
  refusedText: {
    fr: 'Le serveur a refusé. Déconnectez-vous et reconnectez-vous, puis réessayez. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'The server refused. Log out and log in again, then try again. If it goes on, the operator must act.',
  },
  serverText: {
    fr: 'Le serveur ne répond pas comme il faut. Réessayez ; si cela continue, c’est à l’opérateur d’agir.',
    en: 'The server does not answer as it should. Try again; if it goes on, the operator must act.',
  },
  unknown: {
    fr: 'Le serveur n’a pas répondu : on ne sait pas si l’accès est retiré. Tant qu’il est affiché ici, tenez-le pour ouvert, et réessayez.',
    en: 'The server did not answer: whether the access is withdrawn is not known. As long as it is shown here, take it for open, and try again.',
  },

  data: { fr: 'Données', en: 'Data' },
  readers: { fr: 'Qui les lit', en: 'Who reads it' },
  adders: { fr: 'Qui y ajoute', en: 'Who adds to it' },
  onlyYou: { fr: 'Personne d’autre que vous', en: 'Nobody but you' },
  nobodyAdds: { fr: 'Personne', en: 'Nobody' },
  nothingYet: {
    fr: 'Votre espace est encore vide, et personne n’y a accès.',
    en: 'Your space is still empty, and nobody has access to it.',
  },
  wholeToo: { fr: 'peut aussi modifier et effacer', en: 'may change and erase, too' },
  wholeOf: {
    fr: (name: string) =>
      `${name} peut lire, modifier et effacer tout ce que contient votre espace, données de santé comprises, et pas seulement ce qui suit.`,
    en: (name: string) =>
      `${name} can read, change and erase all that your space holds, health data included, and not only what follows.`,
  },
  leftBy: {
    fr: (name: string) => `${name} n’ajoute plus rien ; ses données restent chez vous`,
    en: (name: string) => `${name} adds nothing any more; its data stays with you`,
  },
  otherTool: { fr: 'par un autre de vos outils', en: 'by another tool of yours' },

  leftHeading: { fr: 'Données restées chez vous', en: 'Data that has stayed with you' },
  leftText: {
    fr: 'Aucun partenaire n’y ajoute plus rien. Elles restent dans votre espace tant que vous ne les effacez pas.',
    en: 'No partner adds to it any more. It stays in your space until you erase it.',
  },
  forAllHeading: { fr: 'Ouvert à tout le monde', en: 'Open to everybody' },
  forAllText: {
    fr: 'Un autre de vos outils a ouvert à tout le monde ce qui suit. Pourquoi et jusqu’à quand, nous ne le savons pas. Pour y mettre fin, retournez dans l’outil qui l’a ouvert.',
    en: 'Another tool of yours has opened to everybody what follows. Why and until when, we do not know. To end it, go back to the tool that opened it.',
  },
  othersHeading: { fr: 'Ouvert par un autre de vos outils', en: 'Opened by another tool of yours' },
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
    fr: (name: string) => `le dossier « ${name} »`,
    en: (name: string) => `the folder “${name}”`,
  },
  everybody: { fr: 'Tout le monde, même sans compte', en: 'Everybody, even without an account' },
  everybodyKnown: { fr: 'Toute personne connectée', en: 'Everybody who is logged in' },
  operator: {
    fr: 'L’opérateur, qui fait tourner votre espace sur ses machines, n’est pas dans cette liste : techniquement, il pourrait atteindre vos données. Ce que ses outils en exportent est écrit dans votre journal.',
    en: 'The operator, who runs your space on its machines, is not in this list: technically, it could reach your data. What its tools export of it is written in your access log.',
  },
} satisfies Messages
