import type { TemplateResult } from 'lit/html.js'
import { type Category, categoryOf } from '#vocab/categories'
import { elsewhere } from './elsewhere.ts'
import { categoryIcons } from './ui/category-icons.ts'

/** A category as a screen shows it: its words, and the drawing beside its name. */
export interface ShownCategory extends Category {
  readonly drawing: TemplateResult | undefined
}

/** What no partner sent, and no vocabulary of ours describes. */
const other: Category = {
  id: elsewhere,
  label: { fr: 'Autres données', en: 'Other data' },
  description: {
    fr: 'Ce que vos autres outils ont mis dans votre espace, ou qui vient d’un autre espace.',
    en: 'What your other tools have put into your space, or what came from another space.',
  },
  icon: 'folder',
  byNameOnly: false,
}

export function shownCategory(id: string): ShownCategory | undefined {
  const category = id === elsewhere ? other : categoryOf(id)
  return category && { ...category, drawing: categoryIcons[category.icon] }
}
