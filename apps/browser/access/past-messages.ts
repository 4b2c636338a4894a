import type { Messages } from '../../shared/i18n/t.ts'

export const pastMessages = {
  heading: { fr: 'Autorisations terminées', en: 'Permissions that have ended' },
  none: { fr: 'Aucune autorisation n’est encore terminée.', en: 'No permission has ended yet.' },
  failed: {
    fr: 'La liste n’a pas pu être lue. Fermez-la et rouvrez-la pour réessayer.',
    en: 'The list could not be read. To try again, close it and open it.',
  },
  unread: {
    fr: 'Une autorisation dont les termes n’ont pas pu être relus',
    en: 'A permission whose terms could not be read again',
  },
  kept: {
    fr: 'Mettre fin à un accès ne reprend pas ce qui a été copié avant : une personne, ou une application d’un autre site, peut l’avoir gardé. Une application que fournit l’opérateur de votre espace efface sa copie quand vous vous en déconnectez, ou quand vous l’ouvrez de nouveau.',
    en: 'Ending access does not take back what was copied before: a person, or an app of another site, may have kept it. An app that the operator of your space provides erases its copy when you log out of it, or when you open it again.',
  },
  fromTo: {
    fr: (from: string, to: string) => (from === to ? `Le ${from}` : `Du ${from} au ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  },
  from: { fr: (from: string) => `Depuis le ${from}`, en: (from: string) => `Since ${from}` },
  withdrawn: { fr: 'vous avez retiré l’accès', en: 'you ended the access' },
  disconnected: {
    fr: 'vous l’avez déconnecté ; ce qu’il a ajouté reste dans votre espace jusqu’à ce que vous l’effaciez',
    en: 'you disconnected it; what it added stays in your space until you erase it',
  },
  ended: { fr: 'l’accès a pris fin à la date prévue', en: 'the access ended on the planned date' },
  replaced: { fr: 'une nouvelle autorisation l’a remplacée', en: 'a new permission took its place' },
  gone: { fr: 'elle ne compte plus', en: 'it no longer counts' },
  did: { fr: (what: string) => `Voyait : ${what}`, en: (what: string) => `Saw: ${what}` },
  added: { fr: (what: string) => `Ajoutait : ${what}`, en: (what: string) => `Added: ${what}` },
  more: { fr: 'Montrer la suite', en: 'Show more' },
} satisfies Messages
