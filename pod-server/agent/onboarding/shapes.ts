import { categoryTerms } from '#vocab/generated/category-terms'
import { tb } from '#vocab/generated/terms'

/** What a partner's documents of a domain have to conform to: the shapes of what it may say, and of its import runs. */
export function shapesOf(domain: string): string[] {
  return [...(categoryTerms[domain]?.shapes ?? []), tb.ImportRunShape]
}
