import { allCategories } from './generated/categories.ts'
import type { Bilingual } from './shape-model.ts'

/** A kind of data as the citizen reads and grants it. */
export interface Category {
  /** The domain's folder: `/{pod}/data/<id>/`. */
  readonly id: string
  readonly label: Bilingual
  readonly description: Bilingual
  /** The name of a drawing, which the app has. */
  readonly icon: string
  /** Sensitive: never part of a wider grant, to be asked for and granted by its name. */
  readonly byNameOnly: boolean
}

/** The categories, in the order in which the citizen reads them. */
export const categories: readonly Category[] = allCategories

/** The category of a domain's folder; `undefined` for a folder that is no category's: anybody may have made it. */
export function categoryOf(id: string): Category | undefined {
  return categories.find((category) => category.id === id)
}
