import type { Messages } from '../../shared/i18n/t.ts'

const documents = (count: number): string => (count > 1 ? `${count} documents` : `${count} document`)
const englishDocuments = (count: number): string => (count === 1 ? `${count} document` : `${count} documents`)

/** What is said beside the first paint of home. */
export const homeMessages = {
  nothing: { fr: 'Votre espace est encore vide', en: 'Your space is still empty' },
  nothingText: {
    fr: 'Il est à vous, et rien n’y entre sans vous. Pour commencer, au choix :',
    en: 'It is yours, and nothing comes in without you. To begin, choose:',
  },
  firstStep: {
    fr: 'Connectez un partenaire, comme votre banque : il y déposera ce qu’il a sur vous.',
    en: 'Connect a partner, such as your bank: it will put what it has about you here.',
  },
  secondStep: {
    fr: 'Ou ajoutez un fichier de votre banque ou de votre fournisseur : un relevé, une facture.',
    en: 'Or add a file from your bank or supplier: a statement, an invoice.',
  },
  thirdStep: {
    fr: 'Ensuite, vous choisirez qui peut lire quoi, et pour combien de temps.',
    en: 'Then you will choose who may read what, and for how long.',
  },

  summary: { fr: 'En ce moment', en: 'Right now' },
  needs: { fr: 'À regarder', en: 'To look at' },
  looking: { fr: 'Un instant, nous regardons…', en: 'One moment, we are looking…' },
  looked: { fr: 'Rien ne demande votre attention.', en: 'Nothing needs your attention.' },
  partly: {
    fr: 'Rien ne demande votre attention dans ce qui a pu être lu.',
    en: 'Nothing needs your attention in what could be read.',
  },
  'could-not': {
    fr: 'Tout n’a pas pu être vérifié cette fois. Vous n’avez rien à faire : ce sera fait à la prochaine ouverture.',
    en: 'Not everything could be checked this time. There is nothing for you to do: it will be, when you next open this.',
  },
  news: { fr: 'Nouveau depuis la dernière fois', en: 'New since last time' },
  newsOf: {
    fr: (partner: string, count: number) =>
      `${partner} : ${documents(count)} ${count > 1 ? 'arrivés ou complétés' : 'arrivé ou complété'}`,
    en: (partner: string, count: number) => `${partner}: ${englishDocuments(count)} new or added to`,
  },
  newSource: {
    fr: (partner: string, count: number) => `Premier dépôt de ${partner} : ${documents(count)}`,
    en: (partner: string, count: number) => `First delivery from ${partner}: ${englishDocuments(count)}`,
  },

  logBroken: {
    fr: 'Le journal des accès n’est plus celui que cet appareil avait vu. Vérifiez-le ; s’il y manque des lignes, demandez une explication à l’opérateur de votre espace.',
    en: 'The access log no longer matches what this device saw before. Check it; if lines are missing, ask the operator of your space to explain.',
  },
  logBrokenAct: { fr: 'Vérifier le journal', en: 'Check the log' },
  full: {
    fr: 'Votre espace est plein : plus personne ne peut rien y ajouter. Effacez ce qui ne vous sert plus, ou demandez plus de place à l’opérateur de votre espace.',
    en: 'Your space is full: nobody can add anything. Erase what you no longer need, or ask the operator of your space for more room.',
  },
  almostFull: {
    fr: 'Votre espace est presque plein. Effacez ce qui ne vous sert plus, ou demandez plus de place à l’opérateur de votre espace.',
    en: 'Your space is almost full. Erase what you no longer need, or ask the operator of your space for more room.',
  },
  ending: {
    fr: (who: string, when: string) =>
      `${who} peut lire vos données jusqu’au ${when}. Pour que cela continue, autorisez à nouveau.`,
    en: (who: string, when: string) =>
      `${who} can read your data until ${when}. To let it continue, give permission again.`,
  },
  endingAdd: {
    fr: (who: string, when: string) =>
      `${who} peut ajouter des données jusqu’au ${when}. Pour que cela continue, autorisez à nouveau.`,
    en: (who: string, when: string) =>
      `${who} can add data until ${when}. To let it continue, give permission again.`,
  },
  endingAct: { fr: 'Voir qui voit quoi', en: 'See who sees what' },
  late: {
    fr: (who: string, since: string) => `${who} aurait dû déposer du nouveau depuis le ${since}.`,
    en: (who: string, since: string) => `${who} should have sent more since ${since}.`,
  },
  latePartner: {
    fr: 'Vous n’avez rien à faire : c’est à ce partenaire d’agir.',
    en: 'There is nothing for you to do: the partner must act.',
  },
  lateUs: {
    fr: 'Vos autres partenaires aussi : c’est sans doute à nous d’agir. Signalez-le à l’opérateur de votre espace.',
    en: 'So should your other partners: it is probably we who must act. Tell the operator of your space.',
  },
  lateUnclear: {
    fr: 'D’ici, on ne peut pas dire pourquoi. Demandez-lui s’il a bien envoyé ; si oui, c’est à l’opérateur de chercher.',
    en: 'From here, nobody can tell why. Ask it whether it did send; if so, the operator must look into it.',
  },
  messages: {
    fr: (count: number) => (count > 1 ? `Vous avez ${count} messages` : 'Vous avez 1 message'),
    en: (count: number) => (count > 1 ? `You have ${count} messages` : 'You have 1 message'),
  },
  readMessage: {
    fr: (at: number) => (at === 1 ? 'Lire le dernier' : `Lire le ${at}e`),
    en: (at: number) => (at === 1 ? 'Read the latest' : `Read no. ${at}`),
  },

  reading: { fr: 'Lecture en cours…', en: 'Being read…' },
  current: {
    fr: (days: number) =>
      days > 1
        ? `À jour : du nouveau est attendu tous les ${days} jours.`
        : 'À jour : du nouveau est attendu chaque jour.',
    en: (days: number) =>
      days > 1
        ? `Up to date: something new is expected every ${days} days.`
        : 'Up to date: something new is expected every day.',
  },
  wasCurrent: { fr: (day: string) => `À jour le ${day}.`, en: (day: string) => `Up to date on ${day}.` },
  behind: {
    fr: (month: string) =>
      `Ses données s’arrêtent en ${month}. Si la suite vous manque, demandez-la à ce partenaire.`,
    en: (month: string) => `Its data ends in ${month}. If you miss what follows, ask this partner for it.`,
  },
  lateLine: {
    fr: (since: string) => `En retard depuis le ${since}.`,
    en: (since: string) => `Late since ${since}.`,
  },
  blocked: {
    fr: 'Ne peut plus rien déposer : votre espace est plein.',
    en: 'Can send no more: your space is full.',
  },
  waiting: { fr: 'Connecté. Rien n’est encore arrivé.', en: 'Connected. Nothing has come yet.' },
  silent: { fr: 'Connecté. Rien n’est encore arrivé.', en: 'Connected. Nothing has come yet.' },
  ended: {
    fr: 'Non connecté : rien de plus ne viendra de lui-même. C’est à vous de choisir.',
    en: 'Not connected: nothing more will come by itself. The choice is yours.',
  },
  undated: {
    fr: 'Connecté. Ce partenaire ne dit pas quand attendre la suite.',
    en: 'Connected. This partner does not say when the next delivery is due.',
  },
  untold: {
    fr: 'Connecté. Ces documents ne disent pas comment ils sont arrivés.',
    en: 'Connected. These documents do not say how they came.',
  },
  last: {
    fr: (relative: string, when: string) => `Dernier dépôt ${relative}, le ${when}`,
    en: (relative: string, when: string) => `Last delivery ${relative}, on ${when}`,
  },
  lastToday: {
    fr: (time: string) => `Dernier dépôt aujourd’hui à ${time}`,
    en: (time: string) => `Last delivery today at ${time}`,
  },
  noReadings: {
    fr: (count: number) => `Il manque ${count} ${count > 1 ? 'relevés' : 'relevé'}`,
    en: (count: number) => (count === 1 ? '1 reading is missing' : `${count} readings are missing`),
  },
  noItems: {
    fr: (count: number) => `Il manque ${count} ${count > 1 ? 'éléments' : 'élément'}`,
    en: (count: number) => (count === 1 ? '1 item is missing' : `${count} items are missing`),
  },
  gaps: {
    fr: (missing: string, who: string) =>
      `${missing} : c’est à ${who} de compléter. Vous n’avez rien à faire.`,
    en: (missing: string, who: string) =>
      `${missing}: ${who} must complete this. There is nothing for you to do.`,
  },
  gapsAndEstimated: {
    fr: (missing: string, percent: string, who: string) =>
      `${missing} et ${percent} sont estimés : c’est à ${who} de compléter. Vous n’avez rien à faire.`,
    en: (missing: string, percent: string, who: string) =>
      `${missing} and ${percent} are estimated: ${who} must complete this. There is nothing for you to do.`,
  },
  estimated: {
    fr: (percent: string, who: string) =>
      `${percent} des valeurs sont estimées : c’est à ${who} de les préciser. Vous n’avez rien à faire.`,
    en: (percent: string, who: string) =>
      `${percent} of the values are estimated: ${who} must make them exact. There is nothing for you to do.`,
  },
  fromLast: {
    fr: (count: number) =>
      count > 1 ? `(D’après les ${count} derniers documents.)` : '(D’après le dernier document.)',
    en: (count: number) =>
      count === 1 ? '(From the last document.)' : `(From the last ${count} documents.)`,
  },
} satisfies Messages
