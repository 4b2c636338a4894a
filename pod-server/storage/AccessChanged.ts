/** The rules that a write was allowed by are no longer there: whether it may be done has to be decided again. */
export class AccessChanged extends Error {
  override name = 'AccessChanged'
  /** The path of the document that has changed. */
  readonly rules: string

  constructor(rules: string) {
    super()
    this.rules = rules
  }
}
