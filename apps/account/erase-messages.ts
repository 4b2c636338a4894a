import type { Messages } from '../shared/i18n/t.ts'

export const eraseMessages = {
  heading: { fr: 'Effacer mon compte et mon espace', en: 'Erase my account and my space' },
  lead: {
    fr: (days: number) =>
      `Si vous le demandez, tout sera effacé ${days} jours plus tard. D’ici là, vous pourrez encore tout voir, en faire une copie, et changer d’avis.`,
    en: (days: number) =>
      `If you ask for it, everything will be erased ${days} days later. Until then you can still see everything, make a copy, and change your mind.`,
  },
  copyHeading: { fr: 'D’abord, faites une copie', en: 'First, make a copy' },
  copyWhy: {
    fr: 'Une fois l’espace effacé, personne ne pourra le faire revenir : ni vous, ni nous.',
    en: 'Once the space is erased, nobody can bring it back: neither you nor we.',
  },
  copy: { fr: 'Faire une copie de mon espace', en: 'Make a copy of my space' },
  goesHeading: { fr: 'Ce qui sera effacé', en: 'What will be erased' },
  goesData: {
    fr: 'toutes les données de votre espace, vos autorisations, vos reçus et votre journal des accès ;',
    en: 'all the data of your space, your permissions, your receipts and your access log;',
  },
  goesAccount: {
    fr: 'votre compte : adresse e-mail, mot de passe, clés d’accès, codes de secours, connexions.',
    en: 'your account: e-mail address, password, passkeys, recovery codes, log-ins.',
  },
  endsHeading: { fr: 'Ce qui prend fin tout de suite', en: 'What ends at once' },
  ends: {
    fr: 'Toutes vos autorisations : plus aucun partenaire n’ajoute, plus aucune application et plus aucune personne ne lit. Si vous annulez, elles ne reviennent pas : vous redonnerez celles que vous voulez. Votre profil public et votre boîte de messages restent jusqu’à l’effacement.',
    en: 'All your permissions: no partner adds any more, no app and no person reads any more. If you cancel, they do not come back: you give again those that you want. Your public profile and your inbox stay until the erasure.',
  },
  staysHeading: { fr: 'Ce que nous ne pouvons pas effacer', en: 'What we cannot erase' },
  staysPartners: {
    fr: 'ce que vos partenaires détiennent sur vous chez eux : demandez-le à chacun d’eux ;',
    en: 'what your partners hold about you at theirs: ask each of them;',
  },
  staysApps: {
    fr: 'les copies faites par des applications ou des personnes qui lisaient vos données ;',
    en: 'copies made by apps or persons who read your data;',
  },
  staysTraces: {
    fr: 'chez d’autres citoyens, les lignes de leur journal qui disent que vous avez lu chez eux ;',
    en: 'with other citizens, lines of their log that say that you read there;',
  },
  staysName: {
    fr: 'le nom de votre espace, gardé sous forme d’empreinte : personne ne le portera après vous.',
    en: 'the name of your space, kept as a hash: nobody will bear it after you.',
  },
  next: { fr: 'Continuer', en: 'Go on' },
  confirmHeading: { fr: 'Confirmer l’effacement', en: 'Confirm the erasure' },
  confirm: {
    fr: (day: string) => `L’effacement aura lieu le ${day}. Vos autorisations prennent fin maintenant.`,
    en: (day: string) => `The erasure takes place on ${day}. Your permissions end now.`,
  },
  byLetter: {
    fr: 'Un e-mail vous le dira maintenant, et un autre la veille.',
    en: 'An e-mail tells you now, and another the day before.',
  },
  noLetter: {
    fr: 'Aucun e-mail ne vous le rappellera : le jour est écrit sur la page de votre compte.',
    en: 'No e-mail will remind you: the day is written on the page of your account.',
  },
  submit: { fr: 'Demander l’effacement', en: 'Ask for the erasure' },
  stop: { fr: 'Ne rien effacer', en: 'Erase nothing' },
  cancelled: {
    fr: 'C’est annulé : votre compte et votre espace restent. Les autorisations qui ont pris fin ne reviennent pas.',
    en: 'Cancelled: your account and your space stay. The permissions that ended do not come back.',
  },
  retry: { fr: 'Réessayer', en: 'Try again' },
  back: { fr: 'Retour à mon compte', en: 'Back to my account' },
} satisfies Messages
