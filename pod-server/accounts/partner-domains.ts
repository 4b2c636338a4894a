/** Which category of data each connector writes. */
export const domains: Readonly<Record<string, string>> = { bank: 'bank', electricity: 'energy' }

/** The connector that writes a category. */
export const connectorOf = (domain: string): string | undefined =>
  Object.keys(domains).find((connector) => domains[connector] === domain)
