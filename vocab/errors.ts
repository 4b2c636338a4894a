/** What a caller can get wrong; switch on `code`. Messages never hold a value of the data. */
export type VocabErrorCode =
  | 'bad-decimal'
  | 'bad-values'
  | 'bad-step'
  | 'bad-field'
  | 'bad-identity'
  | 'bad-shape'
  | 'bad-turtle'

export class VocabError extends Error {
  override name = 'VocabError'
  readonly code: VocabErrorCode
  /** Of a record: the one at fault. */
  readonly field: string | undefined

  constructor(code: VocabErrorCode, message: string, field?: string) {
    super(message)
    this.code = code
    this.field = field
  }
}
