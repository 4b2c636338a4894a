/** Characters of a name that somebody else has chosen. */
const maxName = 1024

export const clipped = (name: string): string =>
  name.length > maxName ? `${name.slice(0, maxName - 1)}…` : name
