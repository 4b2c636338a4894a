/**
 * The first name alone, of `Léo`, or of `DUPOND Léo` where capitals tell the family's name. `undefined` where nothing
 * tells which is which: then no name is kept.
 */
export function firstNameOf(name: string): string | undefined {
  const words = name.trim().split(/\s+/)
  if (words.length === 1) return words[0] || undefined
  const given = words.filter((word) => word !== word.toUpperCase())
  return given.length > 0 && given.length < words.length ? given.join(' ').slice(0, 100) : undefined
}
