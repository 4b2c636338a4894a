import type { Connector } from '../connector.ts'
import { type Bilingual, ConnectorError } from '../errors.ts'
import { connectorById, connectors, recognise } from '../registry.ts'
import { UsageError } from './io.ts'

/** The connectors of `electricity` or `electricity,gas`, at least one. */
export type Connectors = readonly [Connector<unknown>, ...Connector<unknown>[]]

/** @throws UsageError where one of them is unknown. */
export function connectorsNamed(ids: string): Connectors {
  const [first, ...others] = ids.split(',').map((id) => {
    const connector = connectorById(id.trim())
    if (connector === undefined) throw unknownConnector()
    return connector
  })
  if (first === undefined) throw unknownConnector()
  return [first, ...others]
}

/**
 * Which of them a file is for; where none knows its layout, the first, which says so.
 *
 * @param named whether they were named by `--connector`, and are not the partner's own.
 * @throws ConnectorError `other-connector` for a file that another reads: the file or the partner is the wrong one, and no
 * layout is missing.
 */
export function connectorFor(of: Connectors, bytes: Uint8Array, named: boolean): Connector<unknown> {
  const found = of.find((connector) => connector.sniff(bytes) !== undefined)
  if (found !== undefined) return found
  const other = recognise(bytes)?.connector
  if (other !== undefined) throw otherKind(of, other, named)
  return of[0]
}

function otherKind(of: Connectors, { file }: Connector<unknown>, named: boolean): ConnectorError {
  const all = (text: (connector: Connector<unknown>) => Bilingual): Bilingual => ({
    fr: of.map((connector) => text(connector).fr).join(', '),
    en: of.map((connector) => text(connector).en).join(', '),
  })
  const [files, senders] = [all((connector) => connector.file), all(({ sender }) => sender)]
  const than = named
    ? { fr: `--connector le dit ${files.fr}`, en: `--connector says ${files.en}` }
    : { fr: `ce partenaire est ${senders.fr}`, en: `this partner is ${senders.en}` }
  const said = {
    fr: `Ce fichier est ${file.fr} ; ${than.fr}. Vérifiez l’un et l’autre.`,
    en: `This is ${file.en}; ${than.en}. Check both.`,
  }
  return new ConnectorError('other-connector', {}, said)
}

function unknownConnector(): UsageError {
  const known = connectors.map((one) => one.id).join(', ')
  return new UsageError({
    fr: `Connecteur inconnu ; il y a : ${known}.`,
    en: `Unknown connector; there are: ${known}.`,
  })
}
