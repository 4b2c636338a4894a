const unit = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 } as const

/** `2GB`, `500 Mo`: bytes, in powers of ten. @returns undefined for what is no whole number of bytes. */
export function readSize(text: string): number | undefined {
  const [, number = '', power = ''] = /^(\d{1,9}(?:[.,]\d{1,3})?) ?([kmgt]?)[bo]$/i.exec(text) ?? []
  const bytes = Number(number.replace(',', '.')) * unit[power.toLowerCase() as keyof typeof unit]
  return number !== '' && Number.isSafeInteger(bytes) ? bytes : undefined
}
