/**
 * A bar code as what it is: a GTIN when its check digit is right and it is the same in the whole world; else the retailer's own
 * code (scales and tills make theirs under prefixes that GS1 leaves to them, and a mistyped GTIN would name another product).
 */
export function readCode(text: string): { readonly gtin: string } | { readonly sku: string } {
  return isGtin(text) ? { gtin: text } : { sku: text }
}

/** GS1 General Specifications §7.9 (check digit) and §1.4 (prefixes for use within a company). */
export function isGtin(text: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text)) return false
  const digits = [...text].map(Number)
  const check = digits.pop()
  if (check !== checkDigit(digits)) return false
  return text.length === 8 ? !/^[02]/.test(text) : !/^(?:2|02|04)/.test(text.padStart(14, '0').slice(1))
}

/** Of the digits before it. */
export function checkDigit(digits: readonly number[]): number {
  const sum = digits.toReversed().reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
