import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { returnPath, Site } from '../customer-space/Site.ts'
import { Connections } from '../onboarding/Connections.ts'
import { Onboarding } from '../onboarding/Onboarding.ts'
import { safeAddress } from '../solid/address.ts'
import { type PartnerCredentials, partnersFolder } from '../solid/partner-file.ts'
import { openSession, type PartnerSession } from '../solid/session.ts'
import { partnerOf } from './import.ts'
import { type Io, UsageError } from './io.ts'
import { Misused } from './usage.ts'

export interface SpaceFlags {
  readonly partner?: string | undefined
  readonly at?: string | undefined
}

/** The customer space of an invented bank, until it is told to stop: what a partner's engineer begins from. */
export async function spaceCommand({ partner: id, at }: SpaceFlags, io: Io): Promise<number> {
  if (id === undefined || at === undefined)
    throw new Misused({
      fr: 'Il faut --partner <id> et --at <adresse>.',
      en: '--partner <id> and --at <address> are needed.',
    })
  const address = safeAddress(at)
  const partner = await partnerOf(id, io.env)
  if (partner.connector !== 'bank')
    throw new UsageError({
      fr: 'L’espace client d’exemple est celui d’une banque : son partenaire a le connecteur bank.',
      en: 'The example customer space is a bank’s: its partner has the connector bank.',
    })
  const connections = new Connections(join(partnersFolder(io.env), `${id}.customers.json`))
  const { fetch, close } = asPartner(partner)
  const onboarding = new Onboarding({
    site: { partner: id, issuer: partner.issuer, returnTo: new URL(returnPath, address).href },
    connections,
    fetch,
  })
  const site = new Site({ partner, at: address, onboarding, connections, fetch })
  const server = createServer((request, response) => void site.handle(request, response))
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  // Whoever started it, over a channel, may be killed.
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal).once('disconnect', onSignal)
  // Behind a proxy or not, only this machine reaches it.
  server.listen(Number(address.port || (address.protocol === 'https:' ? 443 : 80)), '127.0.0.1')
  await once(server, 'listening').catch(() => {
    throw new UsageError({
      fr: `Le port de ${address.href} est pris.`,
      en: `The port of ${address.href} is taken.`,
    })
  })
  io.out(`${{ fr: 'Espace client :', en: 'Customer space:' }[io.lang]} ${address.href}\n`)
  process.send?.('ready')
  if (!stop.signal.aborted) await once(stop.signal, 'abort')
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('disconnect', onSignal)
  server.closeAllConnections()
  server.close()
  await close()
  return 0
}

/** Requests of the partner, which logs in at the first one. */
function asPartner(partner: PartnerCredentials): PartnerSession {
  let session: Promise<PartnerSession> | undefined
  return {
    fetch: async (input, init) => {
      session ??= openSession(partner).catch((error: unknown) => {
        session = undefined
        throw error
      })
      return (await session).fetch(input, init)
    },
    close: async () => (await session)?.close(),
  }
}
