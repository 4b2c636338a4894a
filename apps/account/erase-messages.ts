import type { Messages } from '../shared/i18n/t.ts'

export const eraseMessages = {
  heading: { fr: 'Effacer mon compte et mon espace', en: 'Erase my account and my space' },
  lead: {
    fr: (days: number) =>
      `Si vous le demandez, tout sera effacé ${days} jours plus tard. D’ici là, vous pourrez encore tout voir, en faire une copie, et changer d’avis.`,
    en: (days: number) =>
      `If you ask for it, everything will be erased ${days} days later. Until then you can still see everything, make a copy, and change your mind.`,
  },
  copyHeading: { fr: 'D’abord, gardez une copie', en: 'First, keep a copy' },
  copyWhy: {
    fr: 'Une fois l’espace effacé, personne ne pourra le faire revenir : ni vous, ni nous.',
    en: 'Once the space is erased, nobody can bring it back: neither you nor we.',
  },
  copy: { fr: 'Prendre une copie de mon espace', en: 'Take a copy of my space' },
  goesHeading: { fr: 'Ce qui sera effacé', en: 'What will be erased' },
  goesData: {
    fr: 'toutes les données de votre espace, vos autorisations, vos reçus et votre journal des accès ;',
    en: 'all the data of your space, your grants, your receipts and your access log;',
  },
  goesAccount: {
    fr: 'votre compte : adresse e-mail, mot de passe, clés d’accès, codes de secours, connexions.',
    en: 'your account: e-mail address, password, passkeys, recovery codes, log-ins.',
  },
  endsHeading: { fr: 'Ce qui prend fin tout de suite', en: 'What ends at once' },
  ends: {
    fr: 'Toutes vos autorisations : plus aucun partenaire n’ajoute, plus aucune application et plus aucune personne ne lit. Si vous annulez, elles ne reviennent pas : vous redonnerez celles que vous voulez. Votre profil public et votre boîte de messages restent jusqu’à l’effacement.',
    en: 'All your grants: no partner adds any more, no app and no person reads any more. If you cancel, they do not come back: you give again those that you want. Your public profile and your inbox stay until the erasure.',
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
  confirmHeading: { fr: 'Confirmer', en: 'Confirm' },
  confirm: {
    fr: (day: string) => `L’effacement aura lieu le ${day}. Vos autorisations prennent fin maintenant.`,
    en: (day: string) => `The erasure takes place on ${day}. Your grants end now.`,
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
  askedHeading: { fr: 'Effacement demandé', en: 'Erasure asked for' },
  day: {
    fr: (day: string) => `Votre compte et votre espace seront effacés le ${day}.`,
    en: (day: string) => `Your account and your space will be erased on ${day}.`,
  },
  since: {
    fr: (day: string) => `Demandé le ${day}. Vos autorisations ont pris fin ce jour-là.`,
    en: (day: string) => `Asked for on ${day}. Your grants ended then.`,
  },
  cancel: { fr: 'Annuler l’effacement', en: 'Cancel the erasure' },
  cancelled: {
    fr: 'C’est annulé : votre compte et votre espace restent. Les autorisations qui ont pris fin ne reviennent pas.',
    en: 'Cancelled: your account and your space stay. The grants that ended do not come back.',
  },
  proofHeading: { fr: 'Votre preuve', en: 'Your proof' },
  proofWhy: {
    fr: 'Le reçu de votre demande est à garder. Une fois l’effacement fait, sa preuve signée sera à l’adresse ci-dessous, que personne d’autre ne connaît.',
    en: 'Keep the receipt of your request. Once the erasure is done, its signed proof will be at the address below, which nobody else knows.',
  },
  receipt: { fr: 'Télécharger le reçu', en: 'Download the receipt' },
  address: { fr: 'Adresse de la preuve', en: 'Address of the proof' },
  back: { fr: 'Retour à mon compte', en: 'Back to my account' },
} satisfies Messages
