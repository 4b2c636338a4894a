export type PasskeyRefusalCode =
  /** It is no answer of a browser. */
  | 'bad-answer'
  /** It is one, and not of a passkey, a challenge, a page and a person that count here. */
  | 'wrong-passkey'
  /** It has been added already. */
  | 'known-passkey'
  | 'too-many-passkeys'
  | 'unknown-passkey'
  /** Nobody could log in to the account any more. */
  | 'last-log-in'

/** Why a passkey is not taken. Nothing of it is written then. */
export class PasskeyRefusal extends Error {
  override name = 'PasskeyRefusal'
  readonly code: PasskeyRefusalCode

  constructor(code: PasskeyRefusalCode) {
    super(code)
    this.code = code
  }
}
