/** Characters of a name that somebody else has chosen. */
const maxName = 1024

/** What is left of a name that was too long; undefined where it is whole. */
export const leftOf = (name: string): string | undefined =>
  name.length === maxName && name.endsWith('…') ? name.slice(0, -1) : undefined

export const clipped = (name: string): string =>
  name.length > maxName ? `${name.slice(0, maxName - 1)}…` : name
