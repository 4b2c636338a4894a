import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import type { Messages } from '../shared/i18n/t.ts'
import { ApiProblem, get, post } from './api.ts'

const address = '/.account/login/passkey/'
/** A challenge lasts five minutes. */
const renewalMs = 4 * 60_000

const words = {
  unused: {
    fr: 'Aucune clé d’accès n’a été utilisée. Réessayez, ou choisissez une autre façon.',
    en: 'No passkey was used. Try again, or choose another way.',
  },
  unknown: {
    fr: 'Cette clé d’accès n’ouvre aucun compte ici. Elle en a peut-être été retirée.',
    en: 'This passkey opens no account here. It may have been removed.',
  },
  unmade: {
    fr: 'Aucune clé d’accès n’a été créée. Réessayez, ou essayez avec un autre appareil.',
    en: 'No passkey was made. Try again, or try with another device.',
  },
  made: {
    fr: 'Cet appareil a déjà une clé d’accès pour votre compte.',
    en: 'This device has a passkey for your account already.',
  },
} satisfies Messages

interface LoggedIn {
  readonly location?: string
}

/** Logs in by a passkey that the citizen picks. @throws ApiProblem */
export async function logIn(): Promise<LoggedIn> {
  const { options } = await get<{ options: PublicKeyCredentialRequestOptionsJSON }>(address)
  return sent(await used(options))
}

/** Logs in by one that the citizen picks where they would write their e-mail address; undefined: they do something else. */
export async function logInByField(): Promise<LoggedIn | undefined> {
  if (!(await browserSupportsWebAuthnAutofill())) return undefined
  for (;;) {
    const { options: optionsJSON } = await get<{ options: PublicKeyCredentialRequestOptionsJSON }>(address)
    let isOld = false
    const timer = setTimeout(() => {
      isOld = true
      WebAuthnAbortService.cancelCeremony()
    }, renewalMs)
    const response = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(
      () => undefined,
    )
    clearTimeout(timer)
    if (response) return sent(response)
    if (!isOld) return undefined
  }
}

/** The answer of a passkey. @throws ApiProblem */
export function used(optionsJSON: PublicKeyCredentialRequestOptionsJSON) {
  return startAuthentication({ optionsJSON }).catch(() => {
    throw new ApiProblem(0, words.unused)
  })
}

/** A new passkey. @throws ApiProblem */
export function made(optionsJSON: PublicKeyCredentialCreationOptionsJSON) {
  return startRegistration({ optionsJSON }).catch((error: Error) => {
    throw new ApiProblem(0, error.name === 'InvalidStateError' ? words.made : words.unmade)
  })
}

async function sent(response: object): Promise<LoggedIn> {
  try {
    return await post<LoggedIn>(address, { response, remember: true })
  } catch (error) {
    // The account API speaks to programmers.
    if (error instanceof ApiProblem && error.status === 403) throw new ApiProblem(403, words.unknown)
    throw error
  }
}
