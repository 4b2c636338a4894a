import type { Bilingual } from '../shape-model.ts'

/** A language of the documentation. */
export type Language = keyof Bilingual

/** The languages of the documentation: the first is for who does not mind. */
export const languages = ['fr', 'en'] as const satisfies readonly Language[]
