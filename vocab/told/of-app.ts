/** What a citizen reads when they allow an app, and what their consent record says that they read: the same sentences. */

export const staysHere = {
  fr: 'Reste ici : application vérifiée et servie par l’opérateur de votre espace.',
  en: 'Stays here: an app reviewed and served by the operator of your space.',
} as const

/** `site`: a host. */
export const leavesFor = {
  fr: (site: string) => `Part chez ${site}, qui recevra ce que cette application lit.`,
  en: (site: string) => `Leaves for ${site}, which will receive what this app reads.`,
} as const
