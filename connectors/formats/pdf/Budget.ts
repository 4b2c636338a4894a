import { ConnectorError } from '../../errors.ts'

const maxValues = 150_000
const maxTextBytes = 4 * 1024 * 1024
const maxInflatedBytes = 32 * 1024 * 1024

/** How much one file may cost to read, however often it points at the same place. Throws ConnectorError `archive-too-large`. */
export class Budget {
  #values = maxValues
  #textBytes = maxTextBytes
  #inflatedBytes = maxInflatedBytes

  spendValue(): void {
    this.#values -= 1
    if (this.#values < 0) tooLarge()
  }

  spendBytes(count: number): void {
    this.#textBytes -= count
    if (this.#textBytes < 0) tooLarge()
  }

  spendInflated(count: number): void {
    this.#inflatedBytes -= count
    if (this.#inflatedBytes < 0) tooLarge()
  }
}

export function tooLarge(limit = '32 MiB'): never {
  throw new ConnectorError('archive-too-large', { limit })
}
