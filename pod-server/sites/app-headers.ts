import type { AppSite, Settings } from '../settings.ts'

/** Under which each answer of an app's origin stands, whatever it is. */
const always = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/**
 * A page calls its own origin and that of the pods; once it knows who is in, it narrows that to the citizen's pods
 * itself (apps/shared/session/confine.ts). No frame, plug-in, form or pop-up; files are saved, and sockets
 * opened, by the pod browser alone.
 *
 * There is no Cross-Origin-Opener-Policy: of a page that is sandboxed it makes a network error (HTML, "create navigation
 * params by fetching"), which some browsers show.
 */
export function pageHeaders({ id }: AppSite, { baseUrl }: Settings): Record<string, string> {
  const isHome = id === 'home'
  const saves = isHome ? ' allow-downloads' : ''
  const { origin } = new URL(baseUrl)
  // A source of http is none of ws (CSP3 §6.7.2.9).
  const sockets = isHome ? ` ${origin.replace(/^http/, 'ws')}` : ''
  return {
    ...always,
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ${origin}${sockets}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      `sandbox allow-scripts allow-same-origin${saves}`,
    ].join('; '),
  }
}

/** A worker goes by the policy of its own script, and not by its page's (HTML, "run a worker"): this one calls nobody. */
export const fileHeaders: Readonly<Record<string, string>> = {
  ...always,
  'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
}

/** The service worker of an app keeps the app's own files, and calls nobody else for anything. */
export const serviceWorker = '/sw.js'
export const serviceWorkerHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'",
}
