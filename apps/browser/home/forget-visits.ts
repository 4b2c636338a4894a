/** Where this device keeps what a citizen has seen of their pods, and when. */
export const visitsName = 'traboule:visits'

/** When the citizen logs out, or their session ends, this device keeps nothing of their visits. */
export function forgetVisits(): void {
  try {
    localStorage.removeItem(visitsName)
  } catch {
    // Nothing was kept either.
  }
}
