import type { Connector } from '../../../connectors/connector.ts'
import { ConnectorError } from '../../../connectors/errors.ts'
import { maxFileBytes } from '../../../connectors/formats/decode.ts'
import type { StoredFile } from '../../../connectors/runner/read-rows.ts'
import { maxOwnFileBytes } from './chosen-file.ts'

/**
 * The connectors that know a file: by all of it, or by its beginning where it is large, as only some read those. Nothing
 * more of a file that is too large is read.
 *
 * @throws ConnectorError `empty`, `too-large`, `unknown-layout`
 */
export async function recognise(
  file: StoredFile,
  connectors: readonly Connector<unknown>[],
): Promise<Connector<unknown>[]> {
  const { size, head } = file
  if (size === 0) throw new ConnectorError('empty')
  if (size > maxOwnFileBytes) throw new ConnectorError('too-large', { limit: '128 MiB' })
  const isLarge = size > maxFileBytes
  const able = isLarge ? connectors.filter(({ parseStream }) => parseStream !== undefined) : connectors
  const bytes = isLarge ? head : await file.bytes()
  const known = able.filter((connector) => connector.sniff(bytes) !== undefined)
  if (known.length > 0) return known
  throw isLarge ? new ConnectorError('too-large', { limit: '16 MiB' }) : new ConnectorError('unknown-layout')
}
