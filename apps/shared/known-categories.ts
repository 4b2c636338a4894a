import { nothing } from 'lit/html.js'
import type { ShownCategory } from './shown-category.ts'

let words: typeof import('./shown-category.ts') | undefined

/**
 * The categories' words and drawings come beside a page, which would be a fifth heavier with them: asked for with the
 * first data that names one, and there before it is drawn. Rejects where they cannot be had.
 */
export async function readCategories(): Promise<void> {
  words = await import('./shown-category.ts')
}

/** As in the vocabulary, once they have been read. */
export const categoryOf = (id: string): ShownCategory | undefined => words?.shownCategory(id)

/** The drawing that stands beside a category's name; nothing for a folder that is no category's. */
export const iconOf = (id: string) => categoryOf(id)?.drawing ?? nothing
