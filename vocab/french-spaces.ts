const noBreak = '\u00a0'
const narrow = '\u202f'

/** Puts French no-break spaces where a plain one stands before `: ; ? ! »` or after `«`, and keeps amounts whole. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;?!])/g, narrow)
    .replace(/ (?=[:»])/g, noBreak)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(\d) (?=(?:€|%|kWh|Wh|h)(?![\p{L}]))/gu, `$1${noBreak}`)
}
