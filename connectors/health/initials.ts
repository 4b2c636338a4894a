/** The initials of a name, in capitals without accents, six at most: `Anne-Sophie Élie` is `ASE`. `undefined` when it has none. */
export function initialsOf(name: string): string | undefined {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .match(/[A-Z]+/g)
  return words
    ?.map(([first]) => first)
    .join('')
    .slice(0, 6)
}
