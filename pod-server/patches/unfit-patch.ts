import { HttpError } from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'

/** A patch that would take the server too much: 422 `unfit-patch`. */
export const unfitPatch = ({ fr, en }: Bilingual): HttpError =>
  new HttpError(422, 'UnfitPatch', `${fr} / ${en}`, { errorCode: 'unfit-patch' })
