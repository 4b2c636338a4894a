import type { ImportRun } from '#vocab/generated/imports'
import { t } from '../../shared/i18n/t.ts'
import { messages } from '../messages.ts'

const names = new Map([
  ['bank', messages.bankConnector],
  ['electricity', messages.electricityConnector],
])

/** What made a document, in the reader's words. A connector that we have no word for keeps its own name. */
export function connectorWords({
  connector,
  connectorVersion,
}: Pick<ImportRun, 'connector' | 'connectorVersion'>): string {
  const name = names.get(connector)
  return t(messages.connectorVersion, name ? t(name) : connector, connectorVersion)
}
