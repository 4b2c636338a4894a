/** What an object of a PDF is in code (ISO 32000-1 §7.3): a string is its bytes, one a character. */
export type PdfValue = null | boolean | number | string | PdfName | PdfRef | readonly PdfValue[] | PdfDict

export class PdfName {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** The number of an indirect object; its generation is not told apart, as only one is ever current. */
export class PdfRef {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

export type PdfDict = ReadonlyMap<string, PdfValue>

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map
}

export function isList(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value)
}

export function nameIn(dict: PdfDict, key: string): string | undefined {
  const value = dict.get(key)
  return value instanceof PdfName ? value.text : undefined
}
