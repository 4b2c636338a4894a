import { safeAddress } from '../solid/address.ts'

/** A pod that a customer has connected: where their data goes. */
export interface Connection {
  readonly webId: string
  /** Ends with `/`. */
  readonly container: string
  /** What a document there has to conform to: IRIs of shapes. */
  readonly shapes: readonly string[]
  /** The citizen's grant, by which they take it back. */
  readonly grant: string
}

/** The connection that a server answers with; undefined for anything that is none, or that leads elsewhere than to us. */
export function connectionOf(answer: unknown, partner: string): Connection | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const { webid: webId, container, shapes, grant } = answer as Record<string, unknown>
  const isText = (it: unknown): it is string => typeof it === 'string' && it.length > 0 && it.length <= 2000
  if (!isText(webId) || !isText(container) || !isText(grant)) return undefined
  if (!Array.isArray(shapes) || shapes.length > 100 || !shapes.every(isText)) return undefined
  if (!isSafe(webId) || !isSafe(container) || !container.endsWith(`/${partner}/`)) return undefined
  if (/[?#]/.test(container)) return undefined
  return { webId, container, shapes, grant }
}

function isSafe(text: string): boolean {
  try {
    return safeAddress(text).href === text
  } catch {
    return false
  }
}
