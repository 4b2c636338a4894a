import type { Bilingual } from '../bilingual.ts'
import { both, type Text } from './letters.ts'

/** What is done to the ways into an account. */
export type WayInChange =
  | 'password-changed'
  | 'password-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'code-used'

/** Where whoever did not do it goes: pages of the account. */
export interface Pages {
  readonly reset: string
  readonly security: string
}

interface Said {
  readonly subject: Bilingual
  /** `at`: the moment. */
  readonly text: Readonly<Record<keyof Bilingual, (at: string) => string>>
  /** Whether whoever has this address sets no new password by it. */
  readonly isOut?: boolean
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
    // There is nothing to reset.
    isOut: true,
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
}

/** To whom an account is of, once that was done, which they may not have done themselves. `at`: UTC milliseconds. Pure. */
export function wayInLetter(change: WayInChange, at: number, pages: Pages): Text {
  const { subject, text, isOut } = said[change]
  const told = { fr: text.fr(moment(at, 'fr')), en: text.en(moment(at, 'en')) }
  return letter(subject, told, isOut ? outside(pages) : within(pages))
}

/** That it was done more often than there were letters of it. `at`: the last time, UTC milliseconds. Pure. */
export function moreOfItLetter(change: WayInChange, at: number, pages: Pages): Text {
  const { subject, text, isOut } = said[change]
  const more = {
    fr: `Cela s’est fait plusieurs fois en une heure ; la dernière :\n\n${text.fr(moment(at, 'fr'))}`,
    en: `It was done several times within an hour; the last time:\n\n${text.en(moment(at, 'en'))}`,
  }
  return letter(subject, more, isOut ? outside(pages) : within(pages))
}

const within = ({ reset, security }: Pages): Bilingual => ({
  fr: `1. choisissez un nouveau mot de passe, ce qui ferme toutes les connexions : ${reset}
2. puis retirez les clés que vous ne connaissez pas : ${security}`,
  en: `1. choose a new password, which ends all log-ins: ${reset}
2. then remove the keys that you do not know: ${security}`,
})

const outside = ({ security }: Pages): Bilingual => ({
  fr: `1. entrez avec une clé d’accès ou un code de secours, fermez toutes les autres connexions et retirez les clés que vous ne connaissez pas : ${security}
2. si vous n’en avez pas, prévenez l’opérateur de votre espace.`,
  en: `1. come in with a passkey or a recovery code, end all other log-ins and remove the keys that you do not know: ${security}
2. if you have none, tell the operator of your space.`,
})

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
