import type { Refusal } from './FileThread.ts'
import type { Imported } from './import-file.ts'
import type { Kind, Preview } from './preview.ts'

/** A file that was read, and where it would go. */
export interface Looked {
  readonly name: string
  /** The space that it goes into, where the citizen has several. */
  readonly space: string | undefined
  readonly preview: Preview
  readonly container: string
  /** Records of it that are there already. */
  readonly there: number
}

/** Where the citizen is with a file. */
export type Step =
  | { readonly at: 'choose'; readonly refusal?: Refusal; readonly said?: string }
  | { readonly at: 'read'; readonly name: string }
  | { readonly at: 'which'; readonly file: File; readonly kinds: readonly Kind[] }
  | { readonly at: 'where'; readonly file: File; readonly kind: Kind }
  | ({ readonly at: 'preview' } & Looked)
  | ({ readonly at: 'import'; readonly done: number } & Looked)
  | ({ readonly at: 'done'; readonly imported: Imported; readonly undoFailed: boolean } & Looked)
  | { readonly at: 'undo'; readonly done: number; readonly total: number }
