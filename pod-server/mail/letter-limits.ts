import type { Limit } from '../tries/Tries.ts'

const hour = 3_600_000

/**
 * Under which names letters count that whoever comes may have sent: nobody's mailbox is filled, and an address that nobody has
 * counts as one that somebody has.
 *
 * @param from where they are asked for; undefined: by who was invited.
 */
export const limitsOfLetters = (
  email: string,
  from: string | undefined,
): Readonly<Record<string, Limit>> => ({
  [`letters to ${email}`]: { most: 3, windowMs: hour },
  ...(from === undefined ? {} : { [`letters from ${from}`]: { most: 10, windowMs: hour } }),
})
