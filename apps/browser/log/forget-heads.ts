/** Where this device keeps the last verified heads of a citizen's logs. */
export const headsName = (webId: string): string => `traboule:journal-heads:${webId}`

/**
 * When the citizen logs out, this device keeps nothing of theirs. Not when the server ends the session: whoever rewrites
 * a log would only have to do that first.
 */
export function forgetHeads(webId: string): void {
  try {
    localStorage.removeItem(headsName(webId))
  } catch {
    // Nothing was kept either.
  }
}
