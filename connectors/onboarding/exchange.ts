import { ConnectorError } from '../errors.ts'
import { isMistrust } from '../solid/mistrust.ts'
import { type Connection, connectionOf } from './connection.ts'
import type { OnboardingSite, Pending } from './request.ts'

const maxAnswerBytes = 64 * 1024
const timeoutMs = 10_000

/**
 * Exchanges a code, under the partner's own WebID.
 *
 * @param fetch adds the partner's DPoP token
 * @throws ConnectorError `onboarding-lost`, `onboarding-failed`, `login-refused`, `server-busy`, `server-not-trusted`.
 */
export async function exchange(
  { partner, issuer, returnTo }: OnboardingSite,
  { verifier }: Pending,
  code: string,
  fetch: typeof globalThis.fetch,
): Promise<Connection> {
  const response = await fetch(new URL('.agent/onboarding', issuer).href, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ code, code_verifier: verifier, redirect_uri: returnTo }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new ConnectorError(isMistrust(error) ? 'server-not-trusted' : 'server-busy')
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new ConnectorError(refusals[response.status] ?? 'onboarding-failed')
  }
  const connection = connectionOf(await readJson(response), partner)
  if (!connection) throw new ConnectorError('onboarding-failed')
  return connection
}

const refusals: Readonly<Record<number, 'onboarding-lost' | 'login-refused' | 'server-busy'>> = {
  400: 'onboarding-lost',
  401: 'login-refused',
  429: 'server-busy',
  502: 'server-busy',
  503: 'server-busy',
}

async function readJson(response: Response): Promise<unknown> {
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > maxAnswerBytes) return undefined
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}
