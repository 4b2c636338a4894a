/** Which category of data each connector writes. */
export const domains: Readonly<Record<string, string>> = {
  bank: 'bank',
  electricity: 'energy',
  gas: 'energy',
  water: 'water',
  invoice: 'invoices',
  telecom: 'telecom',
  insurance: 'insurance',
  health: 'health',
  receipts: 'purchases',
  mobility: 'mobility',
  benefits: 'benefits',
  city: 'city',
  wellbeing: 'wellbeing',
  'contacts-calendar': 'contacts',
  media: 'media',
}

/** The connector that writes a category: the first, where there are several. */
export const connectorOf = (domain: string): string | undefined =>
  Object.keys(domains).find((connector) => domains[connector] === domain)
