/** What a citizen reads when they allow an app, and what their consent record says that they read: the same sentences. */

export const staysHere = {
  fr: 'Ces données restent dans votre espace. L’application en garde une copie sur l’appareil où vous l’ouvrez ; cette copie s’efface quand vous vous en déconnectez, ou quand vous l’ouvrez une fois son accès terminé. L’opérateur de votre espace a vérifié cette application, et la fournit lui-même.',
  en: 'This data stays in your space. The app keeps a copy on the device where you open it; that copy is erased when you log out of the app, or when you open it once its access has ended. The operator of your space has reviewed this app, and provides it.',
} as const

/** `site`: a host. */
export const leavesFor = {
  fr: (site: string) =>
    `Les données que cette application lit partent chez ${site}, qui les reçoit et peut les garder.`,
  en: (site: string) => `The data that this app reads leaves for ${site}, which receives it and may keep it.`,
} as const
