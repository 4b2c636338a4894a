import { PodError } from '../errors.ts'
import { AccountApi } from './AccountApi.ts'
import { badEmail } from './refusals.ts'

/** A name that can stand in a pod's address. */
export const podName = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

export interface NewCitizen {
  readonly name: string
  readonly email: string
  readonly password: string
}

const shortestPassword = 12

/** Makes an account and its pod. `invitation`: a code, where one is needed. @throws PodError `bad-usage`, `already-exists`: then nothing was made. */
export async function addCitizen(
  baseUrl: string,
  { name, email, password }: NewCitizen,
  invitation?: string,
) {
  assertNewAccount({ name, email, password })
  await assertFree(baseUrl, name)
  const account = await AccountApi.create(baseUrl, email, password, invitation)
  const { pod, webId } = await account.createPod(name)
  return { account, pod, webId }
}

/** Of an erased pod too, whose name stays its own. */
export const nameTaken = (name: string): PodError =>
  new PodError('already-exists', {
    fr: `L’espace « ${name} » existe déjà : choisissez un autre nom.`,
    en: `The pod "${name}" exists already: choose another name.`,
  })

/** An account without its pod would keep the e-mail address: the name is looked at first. */
export async function assertFree(baseUrl: string, name: string, refusal = nameTaken): Promise<void> {
  if (await AccountApi.hasPod(baseUrl, name)) throw refusal(name)
}

/** @throws PodError `bad-usage` for what can stand in no account. */
export function assertNewAccount({ name, email, password }: NewCitizen): void {
  assertPodName(name)
  assertEmail(email)
  // CSS leaves out the spaces at both ends.
  if (password.trim().length >= shortestPassword) return
  throw new PodError('bad-usage', {
    fr: `Le mot de passe est trop court : il faut au moins ${shortestPassword} caractères. Sans --password, il en est fait un.`,
    en: `The password is too short: at least ${shortestPassword} characters are needed. Without --password, one is made.`,
  })
}

function assertEmail(email: string): void {
  if (/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)) return
  throw badEmail(email)
}

export function assertPodName(name: string): void {
  if (podName.test(name)) return
  throw new PodError('bad-usage', {
    fr: `« ${name} » ne peut pas être un nom d’espace : 1 à 40 lettres minuscules sans accent, chiffres et tirets.`,
    en: `"${name}" cannot be a pod name: 1 to 40 small letters, digits and hyphens.`,
  })
}
