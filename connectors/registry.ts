import { bank } from './bank/connector.ts'
import { benefits } from './benefits/connector.ts'
import { city } from './city/connector.ts'
import type { Connector } from './connector.ts'
import { contactsCalendar } from './contacts-calendar/connector.ts'
import { electricity } from './electricity/connector.ts'
import { gas } from './gas/connector.ts'
import { health } from './health/connector.ts'
import { insurance } from './insurance/connector.ts'
import { invoice } from './invoice/connector.ts'
import { media } from './media/connector.ts'
import { mobility } from './mobility/connector.ts'
import { receipts } from './receipts/connector.ts'
import { telecom } from './telecom/connector.ts'
import { water } from './water/connector.ts'
import { wellbeing } from './wellbeing/connector.ts'

/** Every connector, one a line. */
export const connectors: readonly Connector<unknown>[] = [
  bank,
  electricity,
  gas,
  water,
  invoice,
  telecom,
  insurance,
  health,
  receipts,
  mobility,
  benefits,
  city,
  wellbeing,
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
