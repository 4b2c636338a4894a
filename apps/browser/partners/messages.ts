import type { Messages } from '../../shared/i18n/t.ts'

const frDocuments = (n: number, said: string) => `${said} ${n > 1 ? 'documents' : 'document'}`
const enDocuments = (n: number, said: string) => `${said} ${n === 1 ? 'document' : 'documents'}`

export const messages = {
  heading: { fr: 'Partenaires', en: 'Partners' },
  intro: {
    fr: 'Un partenaire connecté dépose ici ce qu’il a sur vous. Il ajoute ; il ne peut ni lire, ni modifier, ni effacer.',
    en: 'A connected partner puts what it has about you here. It can add, but not read, change or erase.',
  },
  own: { fr: 'Un fichier à vous ?', en: 'A file of your own?' },
  ownText: {
    fr: 'Votre banque ou votre fournisseur n’est pas dans la liste : téléchargez chez lui votre relevé ou votre facture, et ajoutez le fichier.',
    en: 'If your bank or supplier is not in the list, download your statement or invoice from them and add the file.',
  },
  add: { fr: 'Ajouter un fichier', en: 'Add a file' },
  none: { fr: 'Aucun partenaire pour le moment', en: 'No partner so far' },
  noneText: {
    fr: 'L’opérateur de votre espace n’en a pas encore inscrit. Vous pouvez déjà ajouter vos fichiers.',
    en: 'The operator of your space has not registered any yet. You can add your files already.',
  },
  notListed: {
    fr: 'La liste des partenaires n’a pas pu être lue : voici ceux que vous avez connectés. Réessayez ; si cela continue, c’est à l’opérateur de votre espace d’agir.',
    en: 'The list of partners could not be read: these are the ones that you have connected. Try again; if it keeps happening, the operator of your space must act.',
  },
  connected: {
    fr: (day: string) => `Connecté depuis le ${day}`,
    en: (day: string) => `Connected since ${day}`,
  },
  notConnected: { fr: 'Pas connecté', en: 'Not connected' },
  stayed: {
    fr: (documents: string) =>
      `Plus connecté : il n’ajoute rien. Ce qu’il a déposé est encore là (${documents}).`,
    en: (documents: string) =>
      `No longer connected: it adds nothing. What it sent is still here (${documents}).`,
  },
  documents: { fr: frDocuments, en: enDocuments },
  connect: { fr: 'Connecter', en: 'Connect' },
  connectNamed: {
    fr: (name: string) => `Connecter ${name} (sur la page de votre compte)`,
    en: (name: string) => `Connect ${name} (on the page of your account)`,
  },
  reconnect: { fr: 'Reconnecter', en: 'Reconnect' },
  reconnectNamed: {
    fr: (name: string) => `Reconnecter ${name} (sur la page de votre compte)`,
    en: (name: string) => `Reconnect ${name} (on the page of your account)`,
  },
  see: { fr: 'Voir les documents', en: 'See the documents' },
  seeNamed: {
    fr: (name: string) => `Voir les documents de ${name}`,
    en: (name: string) => `See the documents of ${name}`,
  },

  current: { fr: 'À jour', en: 'Up to date' },
  behind: {
    fr: (month: string) => `Ses données s’arrêtent en ${month}`,
    en: (month: string) => `Its data ends in ${month}`,
  },
  actorBehind: {
    fr: 'Si la suite vous manque, demandez-la à ce partenaire.',
    en: 'If you miss what follows, ask this partner for it.',
  },
  undated: {
    fr: 'Ne dit pas quand viendra le prochain dépôt',
    en: 'Does not say when the next delivery is due',
  },
  untold: {
    fr: 'Ne dit pas quand viendra le prochain dépôt',
    en: 'Does not say when the next delivery is due',
  },
  ended: { fr: 'Pas connecté', en: 'Not connected' },
  blocked: { fr: 'Ne peut plus rien déposer', en: 'Can send no more' },
  waiting: { fr: 'En attente du premier dépôt', en: 'Waiting for the first delivery' },
  silent: { fr: 'Rien n’est encore arrivé', en: 'Nothing has come yet' },
  late: { fr: (day: string) => `En retard depuis le ${day}`, en: (day: string) => `Late since ${day}` },
  last: {
    fr: (when: string) => `Dernier dépôt le ${when}`,
    en: (when: string) => `Last delivery on ${when}`,
  },
  actorYou: {
    fr: 'C’est à vous d’agir : votre espace n’a plus de place pour ce partenaire. Effacez ce qui ne vous sert plus.',
    en: 'You need to act: your space has no more room for this partner. Erase what you no longer need.',
  },
  actorPartner: {
    fr: 'C’est au partenaire d’agir : d’autres ont déposé entre-temps, votre espace fonctionne.',
    en: 'The partner must act: others have delivered meanwhile, your space works.',
  },
  actorUs: {
    fr: 'C’est sans doute à nous d’agir : plus aucun de vos partenaires ne dépose. Signalez-le à l’opérateur de votre espace.',
    en: 'It is probably we who must act: none of your partners is delivering. Tell the operator of your space.',
  },
  actorUnclear: {
    fr: 'D’ici, on ne peut pas dire pourquoi. Demandez au partenaire s’il a bien envoyé ; si oui, c’est à l’opérateur de chercher.',
    en: 'From here, nobody can tell why. Ask the partner whether it did send; if so, the operator must look into it.',
  },

  disconnectedHeading: {
    fr: (name: string) => `${name} n’ajoute plus rien. Garder ce qu’il a déposé ?`,
    en: (name: string) => `${name} will add nothing more. Keep what it sent?`,
  },
  keepOrErase: {
    fr: (n: number, said: string) =>
      `${frDocuments(n, said)} ${n > 1 ? 'sont' : 'est'} dans votre espace. Vous pouvez ${n > 1 ? 'les' : 'le'} garder : le partenaire ne ${n > 1 ? 'les' : 'le'} lit pas.`,
    en: (n: number, said: string) =>
      `${enDocuments(n, said)} ${n === 1 ? 'is' : 'are'} in your space. You can keep ${n === 1 ? 'it' : 'them'}: the partner does not read ${n === 1 ? 'it' : 'them'}.`,
  },
  keepIt: { fr: 'Tout garder', en: 'Keep all' },
  eraseAll: { fr: 'Tout effacer', en: 'Erase all' },
  eraseAllNamed: {
    fr: (name: string) => `Tout effacer de ce que ${name} a déposé`,
    en: (name: string) => `Erase all that ${name} sent`,
  },
  eraseQuestion: {
    fr: (name: string) => `Effacer tout ce que ${name} a déposé ?`,
    en: (name: string) => `Erase all that ${name} sent?`,
  },
  eraseWarning: {
    fr: (n: number, said: string) =>
      `${frDocuments(n, said)} ${n > 1 ? 'seront effacés' : 'sera effacé'} de votre espace, pour vous et pour toute application qui ${n > 1 ? 'les' : 'le'} lit. C’est sans retour. Ce qui a été copié ailleurs, et ce que le partenaire garde chez lui, y reste.`,
    en: (n: number, said: string) =>
      `${enDocuments(n, said)} will be erased from your space, for you and for every app that reads ${n === 1 ? 'it' : 'them'}. It cannot be undone. What was copied elsewhere, and what the partner keeps, stays there.`,
  },
  erase: { fr: 'Effacer pour toujours', en: 'Erase for ever' },
  keep: { fr: 'Ne rien changer', en: 'Change nothing' },
  erasing: {
    fr: (done: number, total: number) => `Effacement : ${done} sur ${total}`,
    en: (done: number, total: number) => `Erasing: ${done} of ${total}`,
  },
  erased: {
    fr: (n: number, said: string) =>
      `C’est fait : ${frDocuments(n, said)} ${n > 1 ? 'effacés' : 'effacé'}. Il ne reste rien de ce que ce partenaire a déposé.`,
    en: (n: number, said: string) =>
      `Done: ${enDocuments(n, said)} erased. Nothing is left of what this partner sent.`,
  },
  partlyErased: {
    fr: (n: number, said: string) =>
      `${n === 0 ? 'Rien n’a été effacé' : `${frDocuments(n, said)} ${n > 1 ? 'effacés' : 'effacé'}, mais pas tout`}. Réessayez ; si cela continue, c’est à l’opérateur de votre espace d’agir.`,
    en: (n: number, said: string) =>
      `${n === 0 ? 'Nothing was erased' : `${enDocuments(n, said)} erased, but not all`}. Try again; if it keeps happening, the operator of your space must act.`,
  },
  left: { fr: 'Détails techniques', en: 'Technical details' },
  kept: {
    fr: (name: string) => `C’est gardé. ${name} n’ajoute plus rien.`,
    en: (name: string) => `It is kept. ${name} adds nothing any more.`,
  },
} satisfies Messages
