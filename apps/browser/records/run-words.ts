import type { ImportRun } from '#vocab/generated/imports'
import { type Messages, t } from '../../shared/i18n/t.ts'
import { known } from '../../shared/known.ts'
import { categoryOf } from '../../shared/known-categories.ts'

const messages = {
  connectorVersion: {
    fr: (connector: string, version: string) => `${connector}, version ${version}`,
    en: (connector: string, version: string) => `${connector}, version ${version}`,
  },
  connectorOf: {
    fr: (category: string, version: string) => `« ${category} », version ${version}`,
    en: (category: string, version: string) => `“${category}”, version ${version}`,
  },
} satisfies Messages

/** The categories of the connectors that are not called like theirs. */
const categories: Readonly<Record<string, string>> = {
  electricity: 'energy',
  gas: 'energy',
  invoice: 'invoices',
  receipts: 'purchases',
  'contacts-calendar': 'contacts',
}

/** What made a document, in the reader's words. A connector of no category that we know keeps its own name. */
export function connectorWords({
  connector,
  connectorVersion,
}: Pick<ImportRun, 'connector' | 'connectorVersion'>): string {
  const category = categoryOf(known(categories, connector) ?? connector)
  return category
    ? t(messages.connectorOf, t(category.label), connectorVersion)
    : t(messages.connectorVersion, connector, connectorVersion)
}
