import { seen } from '../../shared/pod/decoded.ts'

const longest = 80

/** A file’s name as it may be shown: without what turns the order of letters around (UAX #9) or is not seen, and not long. */
export function shownName(name: string): string {
  const plain = seen(name).trim()
  const letters = [...plain]
  if (letters.length <= longest) return plain
  // What kind of file it is stands at its end.
  return `${letters.slice(0, longest - 21).join('')}…${letters.slice(-20).join('')}`
}
