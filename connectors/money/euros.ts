import { readCents } from './amount.ts'

const grouped = /^([+-]?\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?=[.,]|$)/

/**
 * Euros as a French file writes them, as integer cents: `1 234,50`, `-2,00`, `12,5 €`. A cell that names no currency is
 * read only when its column does. `undefined` for the rest.
 */
export function readEuros(text: string, columnSaysEuros: boolean): number | undefined {
  const [, number = '', sign] = /^(.*?)(?:[ \u00a0\u202f]?(€|EUR))?$/.exec(text.trim()) ?? []
  if (sign === undefined && !columnSaysEuros) return undefined
  return readCents(
    number.replace(grouped, (_, first: string, rest: string) => first + rest.replace(/\D/g, '')),
  )
}

/** A column's name without the currency that it names, and whether it names the euro. The name is in plain words. */
export function euroColumn(name: string): { readonly name: string; readonly euros: boolean } {
  const bare = name.replace(/ ?\((?:€|eur|euros?|en euros?)\)$/, '')
  return { name: bare, euros: bare !== name }
}
