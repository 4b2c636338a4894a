import type { Words } from '../shared/i18n/t.ts'

/** What went wrong, in words for the person who reads it. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly status: number
  readonly words: Words

  constructor(status: number, words: Words) {
    super(words.en)
    this.status = status
    this.words = words
  }
}

export const unreachable: Words = {
  fr: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',
  en: 'The server does not answer. Check your connection, then try again.',
}
const failed: Words = {
  fr: 'Une erreur de notre côté. Réessayez dans un instant.',
  en: 'A fault on our side. Try again in a moment.',
}

export const get = <T>(url: string): Promise<T> => call<T>(url, { headers: { accept: 'application/json' } })

export const post = <T>(url: string, body: object): Promise<T> =>
  call<T>(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

export const remove = (url: string): Promise<unknown> => call(url, { method: 'DELETE' })

/** @throws ApiProblem for no answer, and for any answer that is not a yes. */
async function call<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch(() => {
    throw new ApiProblem(0, unreachable)
  })
  const value: unknown = await response.json().catch(() => undefined)
  if (response.ok) return value as T
  const words = (value as { message?: unknown } | undefined)?.message
  // The authorization agent speaks both languages; the account API speaks to programmers.
  throw new ApiProblem(response.status, isWords(words) ? words : failed)
}

function isWords(value: unknown): value is Words {
  const { fr, en } = (value ?? {}) as Partial<Record<'fr' | 'en', unknown>>
  return typeof fr === 'string' && typeof en === 'string'
}
