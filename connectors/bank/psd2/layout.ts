export type Psd2Layout = 'psd2-berlin' | 'psd2-gocardless'

const traits = [
  /"(?:transactionAmount|balanceAmount)"\s*:\s*\{/,
  /"booked"\s*:\s*\[/,
  /"accounts"\s*:\s*\[\s*\{[^[\]]{0,2000}"iban"\s*:/,
]

/** The answer of a bank's interface under PSD2, by its beginning; by all of it, whether GoCardless passed it on. */
export function sniffPsd2(head: string, bytes: Uint8Array): Psd2Layout | undefined {
  if (!head.startsWith('{') || !traits.some((trait) => trait.test(head))) return undefined
  const isPassedOn = new TextDecoder('latin1').decode(bytes).includes('"internalTransactionId"')
  return isPassedOn ? 'psd2-gocardless' : 'psd2-berlin'
}
