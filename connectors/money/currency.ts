/** An ISO 4217 code. */
export function readCurrency(text: string): string | undefined {
  return /^[A-Z]{3}$/.test(text) ? text : undefined
}
