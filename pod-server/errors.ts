import type { Bilingual } from './bilingual.ts'

/** What can go wrong for the operator; switch on `code`, show `sentence`. */
export type PodErrorCode =
  | 'bad-settings'
  | 'bad-usage'
  | 'port-in-use'
  | 'folder-not-writable'
  | 'folder-not-readable'
  | 'other-folder'
  | 'half-restored'
  | 'holds-pods'
  | 'not-a-backup'
  | 'not-an-export'
  | 'not-a-receipt'
  | 'not-roots'
  | 'folder-in-use'
  | 'other-address'
  | 'half-made'
  | 'not-found'
  | 'already-exists'
  | 'bad-client-document'
  | 'server-not-reachable'
  | 'server-refused'
  | 'import-failed'
  | 'storage-failed'
  | 'journal-broken'
  | 'old-layout'
  | 'no-mail'
  | 'no-password'

/** An error with one sentence, in both languages, fit for the operator who reads it. */
export class PodError extends Error {
  override name = 'PodError'
  readonly code: PodErrorCode
  readonly sentence: Bilingual

  constructor(code: PodErrorCode, sentence: Bilingual, options?: ErrorOptions) {
    super(sentence.en, options)
    this.code = code
    this.sentence = sentence
  }
}
