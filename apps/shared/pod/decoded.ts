/** Percent-decoded text; undefined when it is malformed: addresses are whatever somebody wrote. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A part of an address as people read it: decoded where it can be, without what is not seen. */
export const readable = (part: string): string => seen(decoded(part) ?? part)

/** A text that somebody else chose, without what turns the order of letters around (UAX #9) or is not seen. */
export const seen = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
