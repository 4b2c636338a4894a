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
  return sentWords(added, alreadyThere)
}

/** What became of what was sent. Pure. */
export function sentWords(added: number, already: number): Bilingual {
  const [s, before] = [added > 1 ? 's' : '', already > 1 ? 'y étaient déjà' : 'y était déjà']
  const items = added === 1 ? 'item' : 'items'
  const [fr, en] = already > 0 ? [`, ${already} ${before}`, `, ${already} there already`] : ['', '']
  return {
    fr: `C’est envoyé : ${added} élément${s} ajouté${s} à votre espace${fr}.`,
    en: `Sent: ${added} ${items} added to your space${en}.`,
  }
}
