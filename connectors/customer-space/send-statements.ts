import type { Bilingual } from '../errors.ts'
import type { Connection } from '../onboarding/connection.ts'
import { connectorById } from '../registry.ts'
import { deliver } from '../runner/deliver.ts'
import { planImport } from '../runner/plan.ts'
import type { PartnerCredentials } from '../solid/partner-file.ts'

/**
 * Sends a customer's file to the container that they have confirmed.
 *
 * @returns what the customer reads. @throws ConnectorError
 */
export async function sendStatements(
  partner: PartnerCredentials,
  { container }: Connection,
  bytes: Uint8Array,
  fetch: typeof globalThis.fetch,
): Promise<Bilingual> {
  const connector = connectorById(partner.connector)
  if (!connector) throw new RangeError(`no connector ${partner.connector}`)
  const plan = await planImport(connector, bytes, { container, partner: partner.webId, at: new Date() })
  const { added, alreadyThere, failure } = await deliver(plan, { fetch })
  if (failure) throw failure
  return {
    fr: `Envoyé : ${added} enregistrements ajoutés, ${alreadyThere} déjà là.`,
    en: `Sent: ${added} records added, ${alreadyThere} there already.`,
  }
}
