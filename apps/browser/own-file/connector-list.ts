import type { Connector } from '../../../connectors/connector.ts'

/** Every connector, one a file of its own, which is loaded when a file is looked at. */
export const connectorList: Readonly<Record<string, () => Promise<Connector<unknown>>>> = {
  bank: async () => (await import('../../../connectors/bank/connector.ts')).bank,
  electricity: async () => (await import('../../../connectors/electricity/connector.ts')).electricity,
  gas: async () => (await import('../../../connectors/gas/connector.ts')).gas,
  water: async () => (await import('../../../connectors/water/connector.ts')).water,
  invoice: async () => (await import('../../../connectors/invoice/connector.ts')).invoice,
  telecom: async () => (await import('../../../connectors/telecom/connector.ts')).telecom,
  insurance: async () => (await import('../../../connectors/insurance/connector.ts')).insurance,
  health: async () => (await import('../../../connectors/health/connector.ts')).health,
  receipts: async () => (await import('../../../connectors/receipts/connector.ts')).receipts,
  mobility: async () => (await import('../../../connectors/mobility/connector.ts')).mobility,
  benefits: async () => (await import('../../../connectors/benefits/connector.ts')).benefits,
  city: async () => (await import('../../../connectors/city/connector.ts')).city,
  wellbeing: async () => (await import('../../../connectors/wellbeing/connector.ts')).wellbeing,
  'contacts-calendar': async () =>
    (await import('../../../connectors/contacts-calendar/connector.ts')).contactsCalendar,
  media: async () => (await import('../../../connectors/media/connector.ts')).media,
}

export const allConnectors = (): Promise<Connector<unknown>[]> =>
  Promise.all(Object.values(connectorList).map((load) => load()))
