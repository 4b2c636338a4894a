/** What is kept for a session until a time, for a bounded number of sessions: the oldest makes room. */
export class PerSession<T extends { readonly until: number }> {
  private readonly kept = new Map<string, T>()
  private readonly most: number

  constructor(most = 10_000) {
    this.most = most
  }

  get(session: string, now: number): T | undefined {
    const found = this.kept.get(session)
    if (found && found.until <= now) this.kept.delete(session)
    return found && now < found.until ? found : undefined
  }

  set(session: string, value: T): void {
    this.kept.delete(session)
    this.kept.set(session, value)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) return
      this.kept.delete(oldest)
    }
  }

  delete(session: string): void {
    this.kept.delete(session)
  }
}
