/** What a citizen reads when they let somebody read, and what their consent record says that they read. */

/** Why somebody whom the citizen names may read. */
export const helpOfSomebody = {
  fr: 'Un proche, une conseillère : quelqu’un qui pourra lire, avec vous ou pour vous, ce que vous choisissez ici.',
  en: 'A relative, an adviser: somebody who will be able to read, with you or for you, what you choose here.',
} as const

/** What somebody whom the citizen names may do. */
export const limitsOfSomebody = {
  fr: 'Elle lira avec l’application de son choix, jamais ne modifiera, et ne verra rien d’autre de votre espace. Vous pourrez retirer cet accès à tout moment ; ce qu’elle aura déjà copié, elle l’aura.',
  en: 'They will read with the app of their choice, never change anything, and see nothing else of your space. You can withdraw this access at any moment; what they have copied by then, they will have.',
} as const
