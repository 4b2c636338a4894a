/** From the connection to the end of the answer: what takes longer holds a place that others could have. */
const slowMs = 2000
/** Hosts that are remembered; one that is forgotten counts as quick. */
const most = 10_000

/** Hosts whose last call failed, or was slow. */
export class SlowHosts {
  private readonly hosts = new Set<string>()

  has(host: string): boolean {
    return this.hosts.has(host)
  }

  /** How a call went. `ms`: its duration. */
  note(host: string, failed: boolean, ms: number): void {
    this.hosts.delete(host)
    if (failed || ms > slowMs) this.hosts.add(host)
    const [oldest] = this.hosts
    if (this.hosts.size > most && oldest !== undefined) this.hosts.delete(oldest)
  }
}
