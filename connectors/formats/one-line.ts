/** Blanks that a text may have for each of its characters. */
const mostBlanks = 16

/** A text with one space for all its blanks. One that is far longer than `most` stays as it is, and so stays too long. */
export function oneLine(text: string, most: number): string {
  return text.length > most * mostBlanks ? text : text.replace(/\s+/g, ' ').trim()
}
