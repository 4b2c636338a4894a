import { categoryTerms } from '#vocab/generated/category-terms'
import { TB } from '#vocab/namespaces'

/** What a partner's documents of a domain have to conform to: a shape for each class it may say, and for its import runs. */
export function shapesOf(domain: string): string[] {
  const classes = categoryTerms[domain]?.classes ?? []
  return [...classes, `${TB}ImportRun`].map((it) => `${it}Shape`)
}
