/** What a caller can get wrong; switch on `code`. Messages never hold a value of the data. */
export type VocabErrorCode =
  | 'bad-decimal'
  | 'bad-values'
  | 'bad-step'
  | 'bad-field'
  | 'bad-identity'
  | 'bad-shape'

export class VocabError extends Error {
  override name = 'VocabError'
  readonly code: VocabErrorCode

  constructor(code: VocabErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
