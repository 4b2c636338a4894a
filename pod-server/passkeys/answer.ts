import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { PasskeyRefusal } from './PasskeyRefusal.ts'

/** Characters of each part at most: a key of RSA with 4,096 bits and its data take a third of it. */
const longest = 8_192
/** Of a credential's id: 1,023 bytes (Web Authentication Level 3 §4, credential ID). */
const longestId = 1_364
const base64url = /^[\w-]+$/
const transports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']

/** What a browser says of a passkey that it has made (RegistrationResponseJSON), of which nothing is believed yet. */
export function newAnswer(value: unknown): RegistrationResponseJSON {
  const { id, response } = whole(value)
  const told = Array.isArray(response['transports']) ? response['transports'] : []
  return {
    ...credential(id),
    response: {
      clientDataJSON: part(response['clientDataJSON']),
      attestationObject: part(response['attestationObject']),
      transports: transports.filter((it) => told.includes(it)),
    },
  }
}

/** What a browser says with a passkey (AuthenticationResponseJSON), of which nothing is believed yet. */
export function answer(value: unknown): AuthenticationResponseJSON {
  const { id, response } = whole(value)
  const { userHandle } = response
  return {
    ...credential(id),
    response: {
      clientDataJSON: part(response['clientDataJSON']),
      authenticatorData: part(response['authenticatorData']),
      signature: part(response['signature']),
      ...(userHandle === undefined || userHandle === null ? {} : { userHandle: part(userHandle) }),
    },
  }
}

/** The challenge that it says it answers, and whether a page within one of another site asked for it. */
export function clientDataOf({ response }: { readonly response: { readonly clientDataJSON: string } }): {
  readonly challenge: string
  readonly crossOrigin: boolean
} {
  const { challenge, crossOrigin } = record(
    parsed(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')),
  )
  if (typeof challenge !== 'string') throw new PasskeyRefusal('bad-answer')
  return { challenge, crossOrigin: crossOrigin !== undefined && crossOrigin !== false }
}

function whole(value: unknown) {
  const { id, rawId, type, response } = record(value)
  if (typeof id !== 'string' || id.length > longestId || !base64url.test(id) || rawId !== id)
    throw new PasskeyRefusal('bad-answer')
  if (type !== 'public-key') throw new PasskeyRefusal('bad-answer')
  return { id, response: record(response) }
}

const credential = (id: string) =>
  ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const

function part(value: unknown): string {
  if (typeof value !== 'string' || value.length > longest || !base64url.test(value))
    throw new PasskeyRefusal('bad-answer')
  return value
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PasskeyRefusal('bad-answer')
  return value as Readonly<Record<string, unknown>>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PasskeyRefusal('bad-answer')
  }
}
