import { PodError } from '../errors.ts'
import { AccountApi } from './AccountApi.ts'

/** A name that can stand in a pod's address. */
export const podName = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

export interface NewCitizen {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Makes an account and its pod. @throws PodError `bad-usage`, `already-exists`. */
export async function addCitizen(baseUrl: string, { name, email, password }: NewCitizen) {
  assertPodName(name)
  const account = await AccountApi.create(baseUrl, email, password)
  const { pod, webId } = await account.createPod(name)
  return { account, pod, webId }
}

export function assertPodName(name: string): void {
  if (podName.test(name)) return
  throw new PodError('bad-usage', {
    fr: `« ${name} » ne peut pas être un nom d’espace : 1 à 40 lettres minuscules sans accent, chiffres et tirets.`,
    en: `"${name}" cannot be a pod name: 1 to 40 small letters, digits and hyphens.`,
  })
}
