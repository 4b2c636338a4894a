import type { Bilingual } from '../bilingual.ts'

const unit = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 } as const

/** `2GB`, `500 Mo`: bytes, in powers of ten. @returns undefined for what is no whole number of bytes. */
export function readSize(text: string): number | undefined {
  const [, number = '', power = ''] = /^(\d{1,9}(?:[.,]\d{1,3})?) ?([kmgt]?)[bo]$/i.exec(text) ?? []
  const bytes = Number(number.replace(',', '.')) * unit[power.toLowerCase() as keyof typeof unit]
  return number !== '' && Number.isSafeInteger(bytes) ? bytes : undefined
}

/** As somebody writes it, exact: the largest unit that says it with three decimals at most. */
export function sizeWords(bytes: number): Bilingual {
  const [power, size] = (Object.entries(unit) as [string, number][])
    .filter(([, size]) => bytes >= size && (bytes * 1000) % size === 0)
    .at(-1) ?? ['', 1]
  const prefix = power === 'k' ? power : power.toUpperCase()
  const number = String(bytes / size)
  return {
    fr: `${number.replace('.', ',')}\u00a0${power === '' ? 'octets' : `${prefix}o`}`,
    en: `${number} ${power === '' ? 'bytes' : `${prefix}B`}`,
  }
}
