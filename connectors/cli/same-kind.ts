import type { Connector } from '../connector.ts'
import { ConnectorError } from '../errors.ts'
import { recognise } from '../registry.ts'

/**
 * Refuses a file that another connector reads: the file or the partner is the wrong one, and no layout is missing.
 *
 * @param named whether the connector was named by `--connector`, and is not the partner's own.
 */
export function assertSameKind(connector: Connector<unknown>, bytes: Uint8Array, named: boolean): void {
  if (connector.sniff(bytes) !== undefined) return
  const other = recognise(bytes)?.connector
  if (other === undefined) return
  const than = named
    ? { fr: `--connector le dit ${connector.file.fr}`, en: `--connector says ${connector.file.en}` }
    : {
        fr: `ce partenaire est ${connector.sender.fr}`,
        en: `this partner is ${connector.sender.en}`,
      }
  throw new ConnectorError(
    'other-connector',
    {},
    {
      fr: `Ce fichier est ${other.file.fr} ; ${than.fr}. Vérifiez l’un et l’autre.`,
      en: `This is ${other.file.en}; ${than.en}. Check both.`,
    },
  )
}
