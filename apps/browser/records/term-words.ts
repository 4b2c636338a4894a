import { fieldLabels, termLabels } from '#vocab/generated/labels'
import { language } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import { readable, seen } from '../../shared/pod/decoded.ts'
import { commonNames } from './common-names.ts'

/** The end of an address, which is a name of a kind: `https://schema.org/Recipe` → `Recipe`. */
export function localName(iri: string): string {
  const end = iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/', iri.length - 2)) + 1)
  return clip(readable(end), 80) || clip(seen(iri), 80)
}

/**
 * What a class is called: in our words, or as whoever made it names it, where that is an English word and the screen is in
 * English. Undefined for what nobody could read.
 */
export function ownName(type: string): string | undefined {
  const known = termLabels[type]
  if (known) return t(known)
  const name = localName(type)
  return language() === 'en' && /^[A-Z][a-z]{2,}([A-Z][a-z]+)*$/.test(name) ? name : undefined
}

/** What a property is called on nodes of these classes. */
export function propertyName(predicate: string, types: readonly string[]): string {
  for (const type of types) {
    const known = fieldLabels[type]?.[predicate]
    if (known) return t(known)
  }
  const name = localName(predicate)
  const known = termLabels[predicate] ?? commonNames.get(name.toLowerCase())
  return known ? t(known) : name
}

/** The beginning of what is too long to be shown. Never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/** Of several texts the one in the language of the screen, else the one in none, else the first. */
export function inLanguage<T extends { readonly language?: string }>(texts: readonly T[]): T | undefined {
  const now = language()
  return (
    texts.find((it) => it.language?.toLowerCase().split('-')[0] === now) ??
    texts.find((it) => it.language === undefined) ??
    texts[0]
  )
}
