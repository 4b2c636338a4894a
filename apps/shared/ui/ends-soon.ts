const twoDaysMs = 2 * 24 * 3600 * 1000

/** Whether an instant is so near that its hour is said too. `now`: UTC milliseconds. */
export const endsSoon = (until: string, now = Date.now()): boolean => Date.parse(until) - now < twoDaysMs
