import type { Messages } from '../shared/i18n/t.ts'

export const messages = {
  otherLanguage: { fr: 'English', en: 'Français' },
  wait: { fr: 'Un instant…', en: 'One moment…' },
  logIn: { fr: 'Se connecter', en: 'Log in' },
  logInHeading: { fr: 'Connexion', en: 'Log in' },
  logInWhy: {
    fr: 'Votre compte Traboule ouvre votre espace personnel et vos autorisations.',
    en: 'Your Traboule account opens your pod and your grants.',
  },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { fr: 'Mot de passe', en: 'Password' },
  wrongPassword: {
    fr: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux.',
    en: 'This address and this password do not go together. Check both.',
  },
  missing: { fr: 'Remplissez les deux champs.', en: 'Fill in both fields.' },
  signUp: { fr: 'Créer un compte', en: 'Sign up' },
  forgot: { fr: 'Mot de passe oublié', en: 'Forgotten password' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  retry: { fr: 'Réessayer', en: 'Try again' },

  consentHeading: { fr: 'Ouvrir une application', en: 'Open an app' },
  opening: {
    fr: (name: string) => `Ouverture de « ${name} »…`,
    en: (name: string) => `Opening “${name}”…`,
  },
  strangerAsks: {
    fr: 'Une application veut savoir qui vous êtes :',
    en: 'An app wants to know who you are:',
  },
  strangerName: { fr: 'Le nom qu’elle se donne', en: 'The name it gives itself' },
  strangerAddress: { fr: 'Son adresse', en: 'Its address' },
  strangerLimits: {
    fr: 'Continuer lui dit votre identité (WebID), et rien d’autre : cela ne lui donne aucune de vos données. Nous ne l’avons pas vérifiée.',
    en: 'Going on tells it your identity (WebID), and nothing else: it gives it none of your data. We have not reviewed it.',
  },
  asWhom: { fr: 'Vous serez', en: 'You will be' },
  goOn: { fr: 'Continuer', en: 'Go on' },
  noWebId: {
    fr: 'Votre compte n’a pas encore d’espace personnel. Demandez-le à l’opérateur.',
    en: 'Your account has no pod yet. Ask the operator for one.',
  },
  nobodyWaits: {
    fr: 'Aucune application n’attend de connexion. Rouvrez l’application depuis le début.',
    en: 'No app is waiting for a log-in. Open the app again from its start.',
  },

  grantHeading: { fr: 'Autoriser une application', en: 'Allow an app' },
  asks: { fr: (name: string) => `${name} demande à lire`, en: (name: string) => `${name} asks to read` },
  reviewed: {
    fr: 'Application vérifiée et servie par l’opérateur de votre espace.',
    en: 'An app reviewed and served by the operator of your pod.',
  },
  sentBy: {
    fr: (names: string) => `Données envoyées par ${names}`,
    en: (names: string) => `Data sent by ${names}`,
  },
  noPartner: {
    fr: 'Aucun partenaire ne vous a encore envoyé de données de cette catégorie.',
    en: 'No partner has sent you data of this category yet.',
  },
  connectFirst: { fr: 'Connecter un partenaire', en: 'Connect a partner' },
  already: { fr: 'Déjà autorisé', en: 'Already allowed' },
  limits: {
    fr: 'Elle pourra lire ces données, jamais les modifier, et ne verra rien d’autre de votre espace. Vous pourrez retirer cette autorisation à tout moment.',
    en: 'It will be able to read these data, never to change them, and will see nothing else of your pod. You can take this grant back at any moment.',
  },
  allow: { fr: 'Autoriser', en: 'Allow' },
  refuse: { fr: 'Refuser', en: 'Refuse' },
  backToApp: { fr: 'Revenir à l’application', en: 'Back to the app' },
  noClient: {
    fr: 'Cette adresse ne dit pas quelle application demande. Rouvrez l’application depuis le début.',
    en: 'This address does not say which app is asking. Open the app again from its start.',
  },

  accountHeading: { fr: 'Mon compte', en: 'My account' },
  loggedInAs: { fr: 'Votre identité (WebID)', en: 'Your identity (WebID)' },
  openSpace: { fr: 'Ouvrir mon espace', en: 'Open my space' },
  partnersHeading: { fr: 'Partenaires', en: 'Partners' },
  partnersWhy: {
    fr: 'Un partenaire connecté dépose dans votre espace les données qu’il détient sur vous. Il ajoute ; il ne lit, ne modifie et n’efface rien.',
    en: 'A connected partner puts what it holds about you into your pod. It adds; it reads, changes and erases nothing.',
  },
  connect: { fr: 'Connecter', en: 'Connect' },
  connectName: { fr: (name: string) => `Connecter ${name}`, en: (name: string) => `Connect ${name}` },
  connected: { fr: 'Connecté', en: 'Connected' },
  noPartners: {
    fr: 'L’opérateur n’a encore enregistré aucun partenaire.',
    en: 'The operator has not registered any partner yet.',
  },
  grantsHeading: { fr: 'Applications autorisées', en: 'Apps allowed' },
  noGrants: {
    fr: 'Aucune application ne lit vos données.',
    en: 'No app reads your data.',
  },
  since: { fr: (day: string) => `depuis le ${day}`, en: (day: string) => `since ${day}` },
  withdraw: { fr: 'Retirer', en: 'Withdraw' },
  withdrawName: {
    fr: (name: string) => `Retirer l’autorisation de ${name}`,
    en: (name: string) => `Withdraw the grant of ${name}`,
  },
  withdrawn: {
    fr: (name: string) => `C’est fait : ${name} ne lit plus rien.`,
    en: (name: string) => `Done: ${name} reads nothing any more.`,
  },
  nowConnected: {
    fr: (name: string) => `C’est fait : ${name} peut maintenant déposer vos données.`,
    en: (name: string) => `Done: ${name} can now put your data here.`,
  },
  logOut: { fr: 'Se déconnecter', en: 'Log out' },
} as const satisfies Messages
