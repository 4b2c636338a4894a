import { pickLanguage } from './pick-language.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

const savedAs = 'traboule:language'
const listeners = new Set<() => void>()
let current: Language = 'fr'

if (typeof document !== 'undefined') {
  current = pickLanguage({
    asked: new URLSearchParams(location.search).get('lang'),
    saved: readSaved(),
    preferred: navigator.languages,
  })
  document.documentElement.lang = current
}

/** The language of the screens, now. */
export const language = (): Language => current

/** Changes the language everywhere and remembers it on this device. */
export function setLanguage(chosen: Language): void {
  if (chosen === current) return
  current = chosen
  if (typeof document !== 'undefined') {
    document.documentElement.lang = chosen
    try {
      localStorage.setItem(savedAs, chosen)
    } catch {
      // A browser that refuses storage still changes the language of this page.
    }
  }
  for (const listener of [...listeners]) listener()
}

/** Calls back after each change; returns what stops it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function readSaved(): string | null {
  try {
    return localStorage.getItem(savedAs)
  } catch {
    return null
  }
}
