import type { Bilingual } from '../bilingual.ts'
import { both, type Text } from './letters.ts'

/** What is done to the ways into an account, and to its space. */
export type WayInChange =
  | 'password-changed'
  | 'password-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'code-used'
  | 'codes-made'
  | 'credentials-made'
  | 'app-trusted'

/** Where whoever did not do it goes: pages of the account. */
export interface Pages {
  readonly reset: string
  readonly security: string
  /** Where it is ended what an app may. */
  readonly account: string
}

interface Said {
  readonly subject: Bilingual
  /** `at`: the moment. */
  readonly text: Readonly<Record<keyof Bilingual, (at: string) => string>>
  /** What whoever did not do it does, where that is not what `within` says. */
  readonly todo?: (pages: Pages) => Bilingual
}

const said: Readonly<Record<WayInChange, Said>> = {
  'password-changed': {
    subject: { fr: 'Votre mot de passe a été changé', en: 'Your password was changed' },
    text: {
      fr: (at) =>
        `Le mot de passe de votre compte a été changé le ${at}. Vos autres connexions ont été fermées.`,
      en: (at) => `The password of your account was changed on ${at}. Your other log-ins have ended.`,
    },
  },
  'password-removed': {
    subject: { fr: 'Votre mot de passe a été retiré', en: 'Your password was removed' },
    text: {
      fr: (at) =>
        `Votre compte ne s’ouvre plus par cette adresse et son mot de passe, qui ont été retirés le ${at}. Rien ne vous sera plus écrit ici.`,
      en: (at) =>
        `Your account is not opened any more by this address and its password, which were removed on ${at}. Nothing more will be written to you here.`,
    },
    todo: outside,
  },
  'passkey-added': {
    subject: { fr: 'Une clé d’accès a été ajoutée', en: 'A passkey was added' },
    text: {
      fr: (at) => `Une clé d’accès a été ajoutée à votre compte le ${at}. Elle l’ouvre sans mot de passe.`,
      en: (at) => `A passkey was added to your account on ${at}. It opens it without a password.`,
    },
  },
  'passkey-removed': {
    subject: { fr: 'Une clé d’accès a été retirée', en: 'A passkey was removed' },
    text: {
      fr: (at) =>
        `Une clé d’accès a été retirée de votre compte le ${at}. Vos autres connexions ont été fermées.`,
      en: (at) => `A passkey was removed from your account on ${at}. Your other log-ins have ended.`,
    },
  },
  'code-used': {
    subject: { fr: 'Un code de secours a servi', en: 'A recovery code was used' },
    text: {
      fr: (at) =>
        `Quelqu’un est entré dans votre compte avec un de vos codes de secours le ${at}. Les autres connexions ont été fermées.`,
      en: (at) =>
        `Somebody came into your account with one of your recovery codes on ${at}. The other log-ins have ended.`,
    },
  },
  'codes-made': {
    subject: { fr: 'Vos codes de secours ont été refaits', en: 'Your recovery codes were made anew' },
    text: {
      fr: (at) =>
        `De nouveaux codes de secours ont été faits pour votre compte le ${at}. Ceux d’avant ne servent plus.`,
      en: (at) =>
        `New recovery codes were made for your account on ${at}. Those of before are worth nothing any more.`,
    },
    todo: (pages) =>
      afterPassword(pages, {
        fr: `puis refaites vos codes de secours et retirez les clés que vous ne connaissez pas : ${pages.security}`,
        en: `then make your recovery codes anew and remove the keys that you do not know: ${pages.security}`,
      }),
  },
  'credentials-made': {
    subject: { fr: 'Un outil peut agir en votre nom', en: 'A tool may act in your name' },
    text: {
      fr: (at) =>
        `Des identifiants pour vos propres outils ont été créés dans votre compte le ${at}. Qui les a peut tout dans votre espace, sans mot de passe.`,
      en: (at) =>
        `Credentials for tools of your own were made in your account on ${at}. Whoever has them may do everything in your space, without a password.`,
    },
    todo: (pages) =>
      afterPassword(pages, {
        fr: `puis supprimez les identifiants et les clés que vous ne connaissez pas : ${pages.security}`,
        en: `then delete the credentials and the keys that you do not know: ${pages.security}`,
      }),
  },
  'app-trusted': {
    subject: {
      fr: 'Une application a accès à tout votre espace',
      en: 'An app has access to your whole space',
    },
    text: {
      fr: (at) =>
        `Une application que l’opérateur n’a pas examinée a reçu l’accès à tout votre espace le ${at}. Elle peut tout y lire et y écrire.`,
      en: (at) =>
        `An app that the operator has not reviewed was given access to your whole space on ${at}. It may read and write everything there.`,
    },
    todo: (pages) =>
      afterPassword(pages, {
        fr: `puis retirez l’accès de cette application : ${pages.account}`,
        en: `then take back the access of this app: ${pages.account}`,
      }),
  },
}

/** To whom an account is of, once that was done, which they may not have done themselves. `at`: UTC milliseconds. Pure. */
export function wayInLetter(change: WayInChange, at: number, pages: Pages): Text {
  const { subject, text, todo = within } = said[change]
  const told = { fr: text.fr(moment(at, 'fr')), en: text.en(moment(at, 'en')) }
  return letter(subject, told, todo(pages))
}

/** That it was done more often than there were letters of it. `at`: the last time, UTC milliseconds. Pure. */
export function moreOfItLetter(change: WayInChange, at: number, pages: Pages): Text {
  const { subject, text, todo = within } = said[change]
  const more = {
    fr: `Cela s’est fait plusieurs fois en une heure ; la dernière :\n\n${text.fr(moment(at, 'fr'))}`,
    en: `It was done several times within an hour; the last time:\n\n${text.en(moment(at, 'en'))}`,
  }
  return letter(subject, more, todo(pages))
}

function within(pages: Pages): Bilingual {
  return afterPassword(pages, {
    fr: `puis retirez les clés que vous ne connaissez pas : ${pages.security}`,
    en: `then remove the keys that you do not know: ${pages.security}`,
  })
}

/** First of all nobody else is in any more. */
const afterPassword = ({ reset }: Pages, next: Bilingual): Bilingual => ({
  fr: `1. choisissez un nouveau mot de passe, ce qui ferme toutes les connexions : ${reset}
2. ${next.fr}`,
  en: `1. choose a new password, which ends all log-ins: ${reset}
2. ${next.en}`,
})

/** By whom there is nothing to reset. */
function outside({ security }: Pages): Bilingual {
  return {
    fr: `1. entrez avec une clé d’accès ou un code de secours, fermez toutes les autres connexions et retirez les clés que vous ne connaissez pas : ${security}
2. si vous n’en avez pas, prévenez l’opérateur de votre espace.`,
    en: `1. come in with a passkey or a recovery code, end all other log-ins and remove the keys that you do not know: ${security}
2. if you have none, tell the operator of your space.`,
  }
}

const letter = (subject: Bilingual, told: Bilingual, todo: Bilingual): Text =>
  both(
    subject.fr,
    `${told.fr}\n\nSi c’est vous, il n’y a rien à faire. Sinon, tout de suite :\n${todo.fr}`,
    subject.en,
    `${told.en}\n\nIf it was you, there is nothing to do. If not, at once:\n${todo.en}`,
  )

function moment(at: number, language: keyof Bilingual): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' } as const
  const text = new Date(at).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', format)
  return language === 'fr' ? `${text.replace(/^1 /, '1er ')} (heure de Paris)` : `${text} (Paris time)`
}
