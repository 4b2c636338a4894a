import type { Messages } from '../shared/i18n/t.ts'

export const consentMessages = {
  consentHeading: { fr: 'Ouvrir une application', en: 'Open an app' },
  opening: {
    fr: (name: string) => `Ouverture de « ${name} »…`,
    en: (name: string) => `Opening “${name}”…`,
  },
  strangerAsks: {
    fr: 'Une application veut savoir qui vous êtes :',
    en: 'An app wants to know who you are:',
  },
  strangerName: { fr: 'Le nom qu’elle se donne', en: 'The name it gives itself' },
  strangerAddress: { fr: 'Son adresse', en: 'Its address' },
  strangerLimits: {
    fr: 'Continuer lui dit votre identité (WebID), et rien d’autre : cela ne lui donne aucune de vos données. Nous ne l’avons pas vérifiée.',
    en: 'Going on tells it your identity (WebID), and nothing else: it gives it none of your data. We have not reviewed it.',
  },
  asWhom: { fr: 'Vous serez', en: 'You will be' },
  goOn: { fr: 'Continuer', en: 'Go on' },
  nobodyWaits: {
    fr: 'Cette demande de connexion a expiré, ou une autre l’a remplacée. Rouvrez l’application.',
    en: 'This request to log in has ended, or another took its place. Open the app again.',
  },
} satisfies Messages
