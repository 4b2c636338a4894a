import { HttpError } from '@solid/community-server'
import type { Refusal } from './addition.ts'

/** Carries a refusal through CSS's error handling, as an HTTP error with our stable code. */
export class RefusedAddition extends HttpError {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.status, 'RefusedAddition', `${refusal.code}: ${refusal.message.en}`, {
      errorCode: refusal.code,
    })
    this.refusal = refusal
  }
}
