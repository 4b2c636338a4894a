/** Percent-decoded text; undefined when it is malformed: addresses are whatever somebody wrote. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
