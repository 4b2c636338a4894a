/** A write was decided by what may no longer hold: whether it may be done has to be decided again. */
export class AccessChanged extends Error {
  override name = 'AccessChanged'
  /** The path of the rules that have changed; or of what is written, when it came late. */
  readonly rules: string

  constructor(rules: string) {
    super()
    this.rules = rules
  }
}
