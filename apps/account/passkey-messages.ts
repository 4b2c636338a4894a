import type { Messages } from '../shared/i18n/t.ts'

export const passkeyMessages = {
  heading: { fr: 'Clés d’accès', en: 'Passkeys' },
  why: {
    fr: 'Avec une clé d’accès, vous entrez par l’empreinte, le visage ou le code de votre appareil, sans mot de passe. Elle ne marche qu’ici : aucun faux site ne peut vous la prendre.',
    en: 'With a passkey you come in by the fingerprint, the face or the code of your device, without a password. It works only here: no fake site can take it from you.',
  },
  none: { fr: 'Vous n’en avez pas encore.', en: 'You have none yet.' },
  recovering: {
    fr: 'Vous êtes entré avec un code de secours. Pendant dix minutes, ajoutez une clé d’accès ou changez votre mot de passe ci-dessous : rien d’autre ne vous est demandé. Vos autres connexions ont été fermées.',
    en: 'You came in with a recovery code. For ten minutes, add a passkey or change your password below: nothing else is asked of you. Your other log-ins were ended.',
  },
  unsupported: {
    fr: 'Ce navigateur ne connaît pas les clés d’accès.',
    en: 'This browser does not know passkeys.',
  },
  unnamed: { fr: 'Clé d’accès', en: 'Passkey' },
  made: { fr: (day: string) => `Ajoutée le ${day}`, en: (day: string) => `Added on ${day}` },
  used: { fr: (day: string) => `Utilisée le ${day}`, en: (day: string) => `Used on ${day}` },
  backedUp: { fr: 'Aussi sur vos autres appareils', en: 'On your other devices too' },
  alone: { fr: 'Sur un seul appareil', en: 'On one device only' },
  add: { fr: 'Ajouter une clé d’accès', en: 'Add a passkey' },
  name: { fr: 'Nom de la clé d’accès', en: 'Name of the passkey' },
  nameHint: { fr: 'Pour la reconnaître plus tard.', en: 'To know it again later.' },
  goOn: { fr: 'Continuer', en: 'Go on' },
  added: {
    fr: 'C’est fait : vous pouvez entrer avec cette clé d’accès.',
    en: 'Done: you can come in with this passkey.',
  },
  remove: { fr: 'Retirer', en: 'Remove' },
  removeName: {
    fr: (name: string) => `Retirer la clé d’accès ${name}`,
    en: (name: string) => `Remove the passkey ${name}`,
  },
  removeQuestion: {
    fr: (name: string) => `Retirer « ${name} » ?`,
    en: (name: string) => `Remove “${name}”?`,
  },
  removeMeans: {
    fr: 'Plus personne n’entrera avec elle, et toutes vos autres connexions seront fermées. Retirez-la aussi des réglages de votre appareil.',
    en: 'Nobody will come in with it any more, and all your other log-ins will end. Remove it from the settings of your device too.',
  },
  removed: {
    fr: 'C’est fait : cette clé d’accès n’ouvre plus rien, et vous n’êtes plus connecté qu’ici.',
    en: 'Done: this passkey opens nothing any more, and you are logged in here only.',
  },
} satisfies Messages
