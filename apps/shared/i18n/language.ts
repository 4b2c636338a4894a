import { pickLanguage } from './pick-language.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

const savedAs = 'traboule:language'
const listeners = new Set<() => void>()
let current: Language = 'fr'

if (typeof document !== 'undefined') {
  const asked = new URLSearchParams(location.search).get('lang')
  current = pickLanguage({ asked, saved: readSaved(), preferred: navigator.languages })
  document.documentElement.lang = current
  // For this tab: who comes back from logging in has another address.
  if (asked) save(() => sessionStorage)
}

/** The language of the screens, now. */
export const language = (): Language => current

/** Changes the language everywhere and remembers it on this device. */
export function setLanguage(chosen: Language): void {
  if (chosen === current) return
  current = chosen
  if (typeof document !== 'undefined') {
    document.documentElement.lang = chosen
    save(() => sessionStorage)
    save(() => localStorage)
  }
  for (const listener of [...listeners]) listener()
}

/** Calls back after each change; returns what stops it. */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function save(where: () => Storage): void {
  try {
    where().setItem(savedAs, current)
  } catch {
    // A browser that refuses storage still changes the language of this page.
  }
}

function readSaved(): string | null {
  try {
    return sessionStorage.getItem(savedAs) ?? localStorage.getItem(savedAs)
  } catch {
    return null
  }
}
