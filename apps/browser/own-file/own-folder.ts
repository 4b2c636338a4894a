import type { Words } from '../../shared/i18n/t.ts'

/**
 * What a citizen brings themselves stands beside the partners’ folders, `data/<category>/mes_fichiers/`: theirs alone, as
 * nobody is granted it. With a character that is in no partner’s name, so that it is never a partner’s.
 */
export const ownFolder = 'mes_fichiers'

export const ownFolderName: Words = { fr: 'Mes fichiers', en: 'My files' }

export const ownContainer = (pod: string, category: string): string => `${pod}data/${category}/${ownFolder}/`

export const isOwnContainer = (container: string): boolean => container.endsWith(`/${ownFolder}/`)
