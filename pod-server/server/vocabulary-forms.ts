import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Language, languages } from '#vocab/documentation/language'
import { renderDocumentation } from '#vocab/documentation/page'
import { toJsonLd } from '#vocab/json-ld'
import { readContext, readVocabulary, vocabularyQuads } from '#vocab/sources'

/** One form of a document that never changes while the server runs. */
export interface Form {
  readonly type: string
  readonly bytes: Buffer
  readonly packed: Buffer
  /** Of what is in it, in quotes. */
  readonly etag: string
  /** Of a page for people. */
  readonly language?: Language
}

/** A page for people, and two forms for programs: the first is for who does not mind. */
export const vocabularyTypes = ['text/turtle', 'text/html', 'application/ld+json'] as const
export type VocabularyType = (typeof vocabularyTypes)[number]

const texts: Readonly<Record<VocabularyType, (language: Language) => string>> = {
  'text/turtle': readVocabulary,
  'text/html': renderDocumentation,
  'application/ld+json': () => toJsonLd(vocabularyQuads()),
}
const made = new Map<string, Form>()

/**
 * Every term, every shape, every category. Each form is made when it is first asked for.
 *
 * @param language of the page for people: the forms for programs say all in each.
 */
export function vocabularyForm(type: VocabularyType, language: Language = languages[0]): Form {
  const text = () => texts[type](language)
  if (type !== 'text/html') return kept(type, type, text)
  return { ...kept(`${type} ${language}`, type, text), language }
}

/** The JSON-LD context. */
export const contextForm = (): Form => kept('context', 'application/ld+json', readContext)

function kept(name: string, type: string, text: () => string): Form {
  const form = made.get(name) ?? formOf(type, text())
  made.set(name, form)
  return form
}

function formOf(type: string, text: string): Form {
  const bytes = Buffer.from(text)
  const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  // JSON-LD is UTF-8 by definition, and its type has no such parameter.
  const full = type.startsWith('text/') ? `${type}; charset=utf-8` : type
  return { type: full, bytes, packed: gzipSync(bytes, { level: 9 }), etag: `"${digest}"` }
}
