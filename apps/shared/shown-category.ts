import type { TemplateResult } from 'lit/html.js'
import { type Category, categoryOf } from '#vocab/categories'
import { categoryIcons } from './ui/category-icons.ts'

/** A category as a screen shows it: its words, and the drawing beside its name. */
export interface ShownCategory extends Category {
  readonly drawing: TemplateResult | undefined
}

export function shownCategory(id: string): ShownCategory | undefined {
  const category = categoryOf(id)
  return category && { ...category, drawing: categoryIcons[category.icon] }
}
