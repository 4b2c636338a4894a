import type { Messages } from '../../shared/i18n/t.ts'

export const lastReadMessages = {
  heading: { fr: 'Dernière lecture', en: 'Last read' },
  look: { fr: 'Chercher la dernière lecture', en: 'Look for the last time this was read' },
  lookOf: {
    fr: (name: string) => ` de ${name}`,
    en: (name: string) => ` by ${name}`,
  },
  reading: { fr: 'Lecture du journal des accès…', en: 'Reading the access log…' },
  today: { fr: (time: string) => `Aujourd’hui à ${time}`, en: (time: string) => `Today at ${time}` },
  yesterday: { fr: (time: string) => `Hier à ${time}`, en: (time: string) => `Yesterday at ${time}` },
  onDay: { fr: (day: string) => `Le ${day}`, en: (day: string) => day },
  none: {
    fr: (since: string) => `Aucune dans votre journal des accès depuis le ${since}`,
    en: (since: string) => `None in your access log since ${since}`,
  },
  see: { fr: 'Voir ce jour dans le journal des accès', en: 'See that day in the access log' },
  failed: {
    fr: 'Le journal des accès n’a pas pu être lu. Réessayez ; si cela continue, c’est à l’opérateur de votre espace d’agir.',
    en: 'The access log could not be read. Try again; if it keeps happening, the operator of your space must act.',
  },
} satisfies Messages
