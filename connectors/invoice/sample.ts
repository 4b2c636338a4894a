import { energySupplier } from '../bank/sample-labels.ts'
import { sampleMonth } from '../bank/sample-operations.ts'

export interface InvoiceSample {
  readonly seed: number
  readonly year: number
  /** From 1. */
  readonly month: number
}

/**
 * The bill that an invented energy supplier sends an invented household for the month before, in UBL 2.1: issued on the first, and
 * debited on the fifth by the very amount that the bank's sample of the same seed says. The same arguments give the same bytes.
 */
export function invoiceSample({ seed, year, month = 1 }: InvoiceSample): Uint8Array {
  const debit = sampleMonth(year, month, seed).find(({ name }) => name === energySupplier)
  const total = -(debit?.cents ?? 0)
  const reduced = [
    { label: 'Abonnement 6 kVA, base', net: 1244 },
    { label: 'Contribution tarifaire d’acheminement', net: 312 },
  ]
  const reducedNet = reduced.reduce((sum, { net }) => sum + net, 0)
  const reducedVat = Math.round(reducedNet * 0.055)
  const normalNet = Math.round((total - reducedNet - reducedVat) / 1.2)
  const duty = Math.round(normalNet * 0.14)
  const normal = [
    { label: 'Consommation, option base', net: normalNet - duty },
    { label: 'Accise sur l’électricité', net: duty },
  ]
  const rates = [
    { percent: '5.50', net: reducedNet, vat: reducedVat },
    { percent: '20.00', net: normalNet, vat: total - reducedNet - reducedVat - normalNet },
  ]
  const lines = [
    ...reduced.map((line) => ({ ...line, percent: '5.50' })),
    ...normal.map((line) => ({ ...line, percent: '20.00' })),
  ]
  const issued = `${year}-${two(month)}`
  const [from, to] = [new Date(Date.UTC(year, month - 2, 1)), new Date(Date.UTC(year, month - 1, 0))]
  const number = `EDT-${issued}-${seed}`
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>${issued}-01</cbc:IssueDate>
  <cbc:DueDate>${issued}-05</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:InvoicePeriod><cbc:StartDate>${day(from)}</cbc:StartDate><cbc:EndDate>${day(to)}</cbc:EndDate></cac:InvoicePeriod>
  <cac:ContractDocumentReference><cbc:ID>CTR-${40_069_000 + seed}</cbc:ID></cac:ContractDocumentReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyIdentification><cbc:ID schemeID="SEPA">FR00ZZZ999990</cbc:ID></cac:PartyIdentification>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Énergie des Terreaux</cbc:RegistrationName><cbc:CompanyID schemeID="0002">999999990</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PostalAddress><cbc:CityName>Lyon</cbc:CityName><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Foyer du Griffon</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:PaymentMeans>
    <cbc:PaymentMeansCode>59</cbc:PaymentMeansCode>
    <cbc:PaymentID>${number}</cbc:PaymentID>
    <cac:PaymentMandate><cbc:ID>RUM-EDT-${seed}</cbc:ID></cac:PaymentMandate>
  </cac:PaymentMeans>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">${euros(total - reducedNet - normalNet)}</cbc:TaxAmount>
${rates.map(taxSubtotal).join('\n')}
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">${euros(reducedNet + normalNet)}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">${euros(reducedNet + normalNet)}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">${euros(total)}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">${euros(total)}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
${lines.map(invoiceLine).join('\n')}
</Invoice>
`)
}

function taxSubtotal({ percent, net, vat }: { percent: string; net: number; vat: number }): string {
  return `    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">${euros(net)}</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">${euros(vat)}</cbc:TaxAmount>
      ${taxCategory('TaxCategory', percent)}
    </cac:TaxSubtotal>`
}

function invoiceLine(
  { label, net, percent }: { label: string; net: number; percent: string },
  at: number,
): string {
  return `  <cac:InvoiceLine>
    <cbc:ID>${at + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">${euros(net)}</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>${label}</cbc:Name>${taxCategory('ClassifiedTaxCategory', percent)}</cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">${euros(net)}</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>`
}

function taxCategory(name: string, percent: string): string {
  return `<cac:${name}><cbc:ID>S</cbc:ID><cbc:Percent>${percent}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`
}

function euros(cents: number): string {
  return `${Math.trunc(cents / 100)}.${two(cents % 100)}`
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
