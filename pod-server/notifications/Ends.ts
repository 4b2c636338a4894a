/** No timer of node:timers waits longer. */
const maxWaitMs = 2 ** 31 - 1

/** Says which pods have a grant that is over: one timer, for the nearest end of all. */
export class Ends {
  private readonly over: (pod: string) => void
  /** UTC milliseconds. */
  private readonly ends = new Map<string, number>()
  private timer: NodeJS.Timeout | undefined
  private nearest = Infinity

  constructor(over: (pod: string) => void) {
    this.over = over
  }

  /** `end`: the last millisecond of a grant; Infinity where it has none. */
  note(pod: string, end: number): void {
    if (end >= (this.ends.get(pod) ?? Infinity)) return
    this.ends.set(pod, end)
    if (end < this.nearest) this.wait()
  }

  private wait(): void {
    clearTimeout(this.timer)
    this.nearest = Infinity
    for (const end of this.ends.values()) if (end < this.nearest) this.nearest = end
    if (this.nearest === Infinity) return
    const ms = Math.min(Math.max(this.nearest + 1 - Date.now(), 0), maxWaitMs)
    this.timer = setTimeout(() => this.look(), ms).unref()
  }

  private look(): void {
    const now = Date.now()
    const over = [...this.ends].filter(([, end]) => end < now).map(([pod]) => pod)
    for (const pod of over) this.ends.delete(pod)
    this.nearest = Infinity
    this.wait()
    for (const pod of over) this.over(pod)
  }
}
