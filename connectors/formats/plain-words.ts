/** Words as they are compared: without accents, capitals or doubled blanks; at most 200 characters of them. */
export function plainWords(text: string): string {
  return text.slice(0, 200).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()
}
