import { guardedStreamFrom, RepresentationMetadata, ResponseDescription } from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'

/** A no with a stable code, for programs, and a sentence, for people. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: Bilingual
}

/** The refusal as CSS's handlers answer: JSON. */
export function refused({ status, code, message }: Refusal): ResponseDescription {
  const metadata = new RepresentationMetadata('application/json')
  return new ResponseDescription(status, metadata, guardedStreamFrom(JSON.stringify({ code, message })))
}
