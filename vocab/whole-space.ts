import type { Category } from './categories.ts'

/** What stands in a category’s place where an app is let into all of a pod. It is none: no app can ask for it. */
export const wholeSpace = {
  id: 'whole-space',
  label: {
    fr: 'Tout l’espace : lire, modifier et effacer',
    en: 'The whole space: read, change and erase',
  },
} as const satisfies Partial<Category>
