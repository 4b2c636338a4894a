const twoDaysMs = 2 * 24 * 3600 * 1000

/** Whether an instant is so near that its hour is said too. */
export const endsSoon = (until: string): boolean => Date.parse(until) - Date.now() < twoDaysMs
