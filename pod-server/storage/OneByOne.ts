/** Work that waits in turn for other work of the same name. */
export class OneByOne {
  private readonly last = new Map<string, Promise<unknown>>()

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve()
    const turn = before.then(work, work)
    const settled = turn.catch(() => undefined)
    this.last.set(name, settled)
    try {
      return await turn
    } finally {
      if (this.last.get(name) === settled) this.last.delete(name)
    }
  }
}
