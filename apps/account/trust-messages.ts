import type { Messages } from '../shared/i18n/t.ts'

export const trustMessages = {
  heading: { fr: 'Ouvrir tout mon espace', en: 'Open my whole space' },
  lead: {
    fr: 'Vous pouvez laisser une application tout lire et tout modifier, même si l’opérateur de votre espace ne l’a pas vérifiée.',
    en: 'You can let an app read and change everything, even if the operator of your space has not reviewed it.',
  },
  back: { fr: 'Revenir à mon compte', en: 'Back to my account' },
} satisfies Messages
