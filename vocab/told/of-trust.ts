/** What a citizen reads when they let an app into the whole space, and what their consent record says that they read. */

/** What for. */
export const useOfChosenApp = {
  fr: 'Utiliser tout votre espace, données de santé comprises, avec une application que vous avez choisie vous-même.',
  en: 'To use your whole space, health data included, with an app that you have chosen yourself.',
} as const

/** What the app may do. */
export const meansOfTrust = {
  fr: 'Elle pourra lire, modifier et effacer tout ce que contient votre espace, vos données de santé comprises. Elle ne pourra pas décider qui y a accès, et ne verra pas le journal des accès.',
  en: 'It will be able to read, change and erase all that your space holds, your health data included. It will not be able to decide who has access, and will not see the access log.',
} as const

/** Where the data may go. `site`: a host. */
export const leavesUnreviewed = {
  fr: (site: string) =>
    `L’opérateur de votre espace n’a pas vérifié cette application. Ce qu’elle lit peut partir chez ${site} et ailleurs ; elle gardera ce qu’elle aura copié.`,
  en: (site: string) =>
    `The operator of your space has not reviewed this app. What it reads may leave for ${site} and elsewhere; what it has copied, it will keep.`,
} as const

/** The same of one that the operator has registered, as far as a category goes. `site`: a host. */
export const leavesRegistered = {
  fr: (site: string) =>
    `L’opérateur de votre espace a enregistré cette application, mais ne la sert pas. Ce qu’elle lit peut partir chez ${site} et ailleurs ; elle gardera ce qu’elle aura copié.`,
  en: (site: string) =>
    `The operator of your space has registered this app, but does not serve it. What it reads may leave for ${site} and elsewhere; what it has copied, it will keep.`,
} as const

/** What is not let in with it. */
export const notAfterwards = {
  fr: 'Les données d’un partenaire que vous connecterez plus tard n’en font pas partie.',
  en: 'The data of a partner that you connect later are no part of it.',
} as const
