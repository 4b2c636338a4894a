import { bank } from './bank/connector.ts'
import type { Connector } from './connector.ts'
import { contactsCalendar } from './contacts-calendar/connector.ts'
import { electricity } from './electricity/connector.ts'
import { media } from './media/connector.ts'
import { mobility } from './mobility/connector.ts'

/** Every connector, one a line. */
export const connectors: readonly Connector<unknown>[] = [
  bank,
  electricity,
  mobility,
  contactsCalendar,
  media,
]

export function connectorById(id: string): Connector<unknown> | undefined {
  return connectors.find((connector) => connector.id === id)
}

/** The first connector that knows the layout of these bytes, and the layout's id. */
export function recognise(bytes: Uint8Array): { connector: Connector<unknown>; layout: string } | undefined {
  for (const connector of connectors) {
    const layout = connector.sniff(bytes)
    if (layout !== undefined) return { connector, layout }
  }
  return undefined
}
