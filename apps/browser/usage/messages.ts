import type { Messages } from '../../shared/i18n/t.ts'

export const roomMessages = {
  heading: { fr: 'Place dans votre espace', en: 'Room in your space' },
  taken: {
    fr: (bytes: string, quota: string) => `${bytes} sur ${quota}`,
    en: (bytes: string, quota: string) => `${bytes} of ${quota}`,
  },
  almost: {
    fr: 'Votre espace est presque plein. Effacez ce qui ne vous sert plus, ou demandez plus de place à l’opérateur de votre espace.',
    en: 'Your space is almost full. Erase what you no longer need, or ask the operator of your space for more room.',
  },
  full: {
    fr: 'Votre espace est plein : plus personne ne peut rien y ajouter. Effacez ce qui ne vous sert plus, ou demandez plus de place à l’opérateur de votre espace.',
    en: 'Your space is full: nobody can add anything. Erase what you no longer need, or ask the operator of your space for more room.',
  },
  by: { fr: 'Qui en occupe', en: 'Who takes how much' },
  you: { fr: 'Vous et vos applications', en: 'You and your apps' },
  nobody: {
    fr: 'Réglages et divers',
    en: 'Settings and others',
  },
  rest: { fr: 'Tous les autres', en: 'All others' },
  half: {
    fr: 'Personne d’autre que vous ne peut en occuper plus de la moitié.',
    en: 'Nobody but you can take more than half of it.',
  },
  halfTaken: {
    fr: 'a pris la moitié, et ne peut plus rien déposer. Effacez ce qui ne vous sert plus, ou demandez plus de place à l’opérateur de votre espace.',
    en: 'has taken half, and can add no more. Erase what you no longer need, or ask the operator of your space for more room.',
  },
  empty: { fr: 'Rien n’y a encore été déposé.', en: 'Nothing has been put there yet.' },
  refused: { fr: 'La place occupée ne peut pas être lue', en: 'The room that is taken cannot be read' },
  refusedText: {
    fr: 'Déconnectez-vous et reconnectez-vous. Si cela continue, c’est à l’opérateur d’agir.',
    en: 'Log out and log in again. If it keeps happening, the operator must act.',
  },
  failed: { fr: 'La place occupée n’a pas pu être lue', en: 'The room that is taken could not be read' },
} satisfies Messages
