/** What a citizen reads when they let somebody read, and what their consent record says that they read. */

/** What for. */
export const helpOfSomebody = {
  fr: 'Être aidé par une personne de votre choix, qui lit ces données avec vous ou pour vous.',
  en: 'To be helped by a person of your choice, who reads this data with you or for you.',
} as const

/** What somebody whom the citizen names may do. */
export const limitsOfSomebody = {
  fr: 'Cette personne lira ces données avec l’application de son choix. Elle ne pourra pas les modifier, et ne verra rien d’autre de votre espace. Vous pourrez retirer cet accès à tout moment ; elle gardera ce qu’elle aura copié d’ici là.',
  en: 'This person will read this data with the app of their choice. They will not be able to change it, and will see nothing else of your space. You can withdraw this access at any moment; they will keep what they have copied by then.',
} as const
