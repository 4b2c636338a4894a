import { leavesUnreviewed, meansOfTrust, notAfterwards } from '#vocab/told/of-trust'
import type { Messages } from '../shared/i18n/t.ts'

export const trustMessages = {
  heading: { fr: 'Ouvrir tout mon espace', en: 'Open my whole space' },
  lead: {
    fr: 'À une application que l’opérateur de votre espace n’a pas vérifiée.',
    en: 'To an app that the operator of your space has not reviewed.',
  },
  says: {
    fr: (name: string) => `Elle dit s’appeler « ${name} ». Personne n’a vérifié ce nom.`,
    en: (name: string) => `It says that it is called “${name}”. Nobody has verified this name.`,
  },
  nameless: { fr: 'Elle ne dit pas son nom.', en: 'It does not say its name.' },
  elsewhere: {
    fr: (sites: string) => `Elle donnera aussi son accès à : ${sites}.`,
    en: (sites: string) => `It will also hand its access to: ${sites}.`,
  },
  meaning: { fr: 'Ce que cela veut dire', en: 'What this means' },
  may: meansOfTrust,
  leaves: leavesUnreviewed,
  notAfterwards,
  again: {
    fr: 'Pour l’ouvrir, donnez encore une fois l’adresse e-mail et le mot de passe de votre compte.',
    en: 'To open it, give the e-mail address and the password of your account once more.',
  },
  open: { fr: 'Ouvrir tout mon espace', en: 'Open my whole space' },
  refuse: { fr: 'Ne pas ouvrir', en: 'Do not open' },
  back: { fr: 'Revenir à mon compte', en: 'Back to my account' },
} satisfies Messages
