import { HttpError } from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'

export const refusedChannel = (status: number, errorCode: string, { fr, en }: Bilingual): HttpError =>
  new HttpError(status, 'RefusedChannel', `${fr} / ${en}`, { errorCode })

/** `most`: that may be open at once. */
export const tooManyChannels = (status: number, most: number): HttpError =>
  refusedChannel(status, 'too-many-channels', {
    fr: `Il y a déjà ${most} canaux de ce genre : fermez-en un, ou attendez la fin de l’un d’eux.`,
    en: `There are ${most} channels of this kind already: close one, or wait for one to end.`,
  })
