/** What a citizen reads when they let somebody read, and what their consent record says that they read. */

/** What for. */
export const helpOfSomebody = {
  fr: 'Être aidé par une personne de votre choix, qui lit ces données avec vous ou pour vous.',
  en: 'To be helped by a person of your choice, who reads this data with you or for you.',
} as const

/** What somebody whom the citizen names may do. */
export const limitsOfSomebody = {
  fr: 'Cette personne lit ces données avec l’application de son choix. Elle ne peut pas les modifier, et ne voit rien d’autre de votre espace. Vous pouvez retirer cet accès à tout moment ; elle garde ce qu’elle a copié avant.',
  en: 'This person reads this data with the app of their choice. They cannot change it, and see nothing else of your space. You can end this access at any moment; they keep what they have copied before.',
} as const
