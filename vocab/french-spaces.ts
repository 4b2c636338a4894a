const noBreak = '\u00a0'
const narrow = '\u202f'

/**
 * Puts French no-break spaces where a plain one stands before `: ; ? ! »` or after `«`, and keeps amounts, counts and days
 * whole: `12 kWh`, `3 documents`, `1er novembre`. The four digits of a year end what they belong to.
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;?!])/g, narrow)
    .replace(/ (?=[:»])/g, noBreak)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(\d) (?=(?:€|%|kWh|Wh|h)(?![\p{L}]))/gu, `$1${noBreak}`)
    .replace(/(^|\D)(\d{1,3}(?:er?)?) (?=\p{L}{2})/gu, `$1$2${noBreak}`)
}
