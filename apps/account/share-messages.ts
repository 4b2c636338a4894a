import { limitsOfSomebody } from '#vocab/told/of-person'
import type { Messages } from '../shared/i18n/t.ts'

export const shareMessages = {
  heading: { fr: 'Partager avec une personne', en: 'Share with a person' },
  why: {
    fr: 'Pour vous aider, une personne de votre choix peut lire vos données, avec vous ou pour vous.',
    en: 'To help you, a person of your choice can read your data, with you or for you.',
  },
  person: { fr: 'Adresse (WebID) de cette personne', en: 'Address (WebID) of this person' },
  personHint: {
    fr: 'Elle la trouve en haut de la page de son compte. Demandez-la-lui directement : c’est à cette adresse, et à nulle autre, que l’accès est donné.',
    en: 'They find it at the top of their account page. Ask them in person: it is this address, and no other, that is given access.',
  },
  what: { fr: 'Ce qu’elle pourra lire', en: 'What they will be able to read' },
  nothing: {
    fr: 'Votre espace n’a pas encore de données : connectez d’abord un partenaire.',
    en: 'Your space has no data yet: connect a partner first.',
  },
  connect: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  limits: limitsOfSomebody,
  chooseOne: {
    fr: 'Cochez au moins une sorte de données.',
    en: 'Tick at least one kind of data.',
  },
  next: { fr: 'Continuer', en: 'Continue' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
} satisfies Messages
