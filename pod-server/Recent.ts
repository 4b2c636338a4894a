/**
 * What was looked at lately, by name, within a bound: two generations, of which the elder is dropped when the younger
 * has half of what may be kept. To find what is young changes nothing.
 */
export class Recent<T> {
  private readonly most: number
  private young = new Map<string, T>()
  private old = new Map<string, T>()

  constructor(most: number) {
    this.most = most
  }

  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.young.size + this.old.size, most: this.most }
  }

  get(name: string): T | undefined {
    const young = this.young.get(name)
    if (young !== undefined) return young
    const old = this.old.get(name)
    if (old !== undefined) this.set(name, old)
    return old
  }

  set(name: string, value: T): void {
    this.old.delete(name)
    this.young.set(name, value)
    if (this.young.size * 2 <= this.most) return
    this.old = this.young
    this.young = new Map()
  }

  delete(name: string): void {
    this.young.delete(name)
    this.old.delete(name)
  }

  clear(): void {
    this.young.clear()
    this.old.clear()
  }
}
