import type { Limit } from '../tries/Tries.ts'

const hour = 3_600_000

/** What whoever comes may have sent to an e-mail address. */
export type LetterKind = 'sign-up' | 'reset' | 'address'

/**
 * Under which names letters count that whoever comes may have sent: nobody's mailbox is filled, and an address that nobody has
 * counts as one that somebody has. Each
 * kind counts by itself: nobody uses up the letters by which another comes back to their account.
 *
 * @param from where they are asked for; undefined: by who was invited.
 */
export const limitsOfLetters = (
  kind: LetterKind,
  email: string,
  from: string | undefined,
): Readonly<Record<string, Limit>> => ({
  [`${kind} letters to ${email}`]: { most: 3, windowMs: hour },
  ...(from === undefined ? {} : { [`letters from ${from}`]: { most: 10, windowMs: hour } }),
})
