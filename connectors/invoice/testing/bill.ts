/** What the same invented invoice says in UBL and in CII. Amounts are in cents. */
export interface Bill {
  readonly type: string
  readonly number: string
  readonly issued: string
  readonly due: string
  readonly currency: string
  readonly lines: readonly { readonly id: string; readonly label: string; readonly cents: number }[]
  readonly percent: string
  readonly net: number
  readonly vat: number
  readonly total: number
  readonly prepaid: number
  readonly payable: number
}

/** A sound bill of some lines at one rate of VAT. */
export function bill(lines: readonly number[] = [1000, 250], changes: Partial<Bill> = {}): Bill {
  const net = lines.reduce((sum, cents) => sum + cents, 0)
  // Never -0, which no amount in a file can say.
  const vat = Math.round((net * 20) / 100) + 0
  return {
    type: '380',
    number: 'F-1',
    issued: '2026-03-05',
    due: '2026-03-20',
    currency: 'EUR',
    lines: lines.map((cents, at) => ({ id: String(at + 1), label: `Article ${at + 1}`, cents })),
    percent: '20.00',
    net,
    vat,
    total: net + vat,
    prepaid: 0,
    payable: net + vat,
    ...changes,
  }
}

/** One element a line, so that the line of a refusal can be told: the number is on line 3, the type on 6. */
export function ubl(it: Bill): Uint8Array {
  const name = it.type === '381' ? 'CreditNote' : 'Invoice'
  const ns = 'urn:oasis:names:specification:ubl:schema:xsd:'
  const money = (tag: string, cents: number): string =>
    `<c:${tag} currencyID="${it.currency}">${euros(cents)}</c:${tag}>`
  const due = `<c:DueDate>${it.due}</c:DueDate>`
  return bytes([
    '<?xml version="1.0"?>',
    `<${name} xmlns="${ns}${name}-2" xmlns:a="${ns}CommonAggregateComponents-2" xmlns:c="${ns}CommonBasicComponents-2">`,
    `<c:ID>${it.number}</c:ID>`,
    `<c:IssueDate>${it.issued}</c:IssueDate>`,
    name === 'Invoice' ? due : '',
    `<c:${name}TypeCode>${it.type}</c:${name}TypeCode>`,
    '<c:DocumentCurrencyCode>EUR</c:DocumentCurrencyCode>',
    '<a:AccountingSupplierParty><a:Party>',
    '<a:PartyTaxScheme><c:CompanyID>FR 11 999999990</c:CompanyID><a:TaxScheme><c:ID>VAT</c:ID></a:TaxScheme></a:PartyTaxScheme>',
    '<a:PartyLegalEntity><c:RegistrationName>Lumière du Rhône</c:RegistrationName></a:PartyLegalEntity>',
    '</a:Party></a:AccountingSupplierParty>',
    name === 'CreditNote'
      ? `<a:PaymentMeans><c:PaymentDueDate>${it.due}</c:PaymentDueDate></a:PaymentMeans>`
      : '',
    `<a:TaxTotal>${money('TaxAmount', it.vat)}`,
    `<a:TaxSubtotal>${money('TaxableAmount', it.net)}${money('TaxAmount', it.vat)}<a:TaxCategory><c:Percent>${it.percent}</c:Percent></a:TaxCategory></a:TaxSubtotal>`,
    '</a:TaxTotal>',
    '<a:LegalMonetaryTotal>',
    money('LineExtensionAmount', it.net),
    money('TaxExclusiveAmount', it.net),
    money('TaxInclusiveAmount', it.total),
    money('PrepaidAmount', it.prepaid),
    money('PayableAmount', it.payable),
    '</a:LegalMonetaryTotal>',
    ...it.lines.map(
      ({ id, label, cents }) =>
        `<a:${name}Line><c:ID>${id}</c:ID>${money('LineExtensionAmount', cents)}<a:Item><c:Name>${label}</c:Name></a:Item></a:${name}Line>`,
    ),
    `</${name}>`,
  ])
}

/** The day is on line 5. */
export function cii(it: Bill): Uint8Array {
  const ns = 'urn:un:unece:uncefact:data:standard:'
  const day = (iso: string): string =>
    `<u:DateTimeString format="102">${iso.replaceAll('-', '')}</u:DateTimeString>`
  const money = (tag: string, cents: number): string => `<r:${tag}>${euros(cents)}</r:${tag}>`
  return bytes([
    '<?xml version="1.0"?>',
    `<s:CrossIndustryInvoice xmlns:s="${ns}CrossIndustryInvoice:100" xmlns:r="${ns}ReusableAggregateBusinessInformationEntity:100" xmlns:u="${ns}UnqualifiedDataType:100">`,
    `<s:ExchangedDocument><r:ID>${it.number}</r:ID>`,
    `<r:TypeCode>${it.type}</r:TypeCode>`,
    `<r:IssueDateTime>${day(it.issued)}</r:IssueDateTime></s:ExchangedDocument>`,
    '<s:SupplyChainTradeTransaction>',
    ...it.lines.map(
      ({ id, label, cents }) =>
        `<r:IncludedSupplyChainTradeLineItem><r:AssociatedDocumentLineDocument><r:LineID>${id}</r:LineID></r:AssociatedDocumentLineDocument><r:SpecifiedTradeProduct><r:Name>${label}</r:Name></r:SpecifiedTradeProduct><r:SpecifiedLineTradeSettlement><r:SpecifiedTradeSettlementLineMonetarySummation>${money('LineTotalAmount', cents)}</r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement></r:IncludedSupplyChainTradeLineItem>`,
    ),
    '<r:ApplicableHeaderTradeAgreement><r:SellerTradeParty><r:Name>Lumière du Rhône</r:Name><r:SpecifiedTaxRegistration><r:ID schemeID="VA">FR11999999990</r:ID></r:SpecifiedTaxRegistration></r:SellerTradeParty></r:ApplicableHeaderTradeAgreement>',
    `<r:ApplicableHeaderTradeSettlement><r:InvoiceCurrencyCode>${it.currency}</r:InvoiceCurrencyCode>`,
    `<r:ApplicableTradeTax>${money('CalculatedAmount', it.vat)}${money('BasisAmount', it.net)}<r:RateApplicablePercent>${it.percent}</r:RateApplicablePercent></r:ApplicableTradeTax>`,
    `<r:SpecifiedTradePaymentTerms><r:DueDateDateTime>${day(it.due)}</r:DueDateDateTime></r:SpecifiedTradePaymentTerms>`,
    '<r:SpecifiedTradeSettlementHeaderMonetarySummation>',
    money('LineTotalAmount', it.net),
    money('TaxBasisTotalAmount', it.net),
    `<r:TaxTotalAmount currencyID="${it.currency}">${euros(it.vat)}</r:TaxTotalAmount>`,
    money('GrandTotalAmount', it.total),
    money('TotalPrepaidAmount', it.prepaid),
    money('DuePayableAmount', it.payable),
    '</r:SpecifiedTradeSettlementHeaderMonetarySummation>',
    '</r:ApplicableHeaderTradeSettlement></s:SupplyChainTradeTransaction>',
    '</s:CrossIndustryInvoice>',
  ])
}

function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function bytes(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
