import { ConnectorError } from '../errors.ts'
import { all, first, neededAt, readAt, textAt, type XmlElement } from '../formats/xml.ts'
import { readCurrency } from '../money/currency.ts'
import { readIsoDay } from '../time/written-day.ts'
import {
  type Amounts,
  amountInCurrency,
  amountsIn,
  neededElement,
  neededWords,
  readSiren,
  textWhere,
} from './fields.ts'
import type { ToldInvoice, ToldLine, ToldSeller, ToldTax } from './told.ts'

/**
 * UN/CEFACT Cross Industry Invoice (D16B and D22B, one namespace), which Factur-X carries too, in any profile: what a
 * profile does not have is absent. @throws ConnectorError with the line.
 */
export function readCii(root: XmlElement): ToldInvoice {
  const document = neededElement(root, 'ExchangedDocument')
  const trade = neededElement(root, 'SupplyChainTradeTransaction')
  const agreement = neededElement(trade, 'ApplicableHeaderTradeAgreement')
  const settlement = neededElement(trade, 'ApplicableHeaderTradeSettlement')
  const sums = neededElement(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation')
  neededAt(settlement, 'InvoiceCurrencyCode')
  const currency = readAt(settlement, 'InvoiceCurrencyCode', readCurrency) ?? ''
  const amounts = amountsIn(currency)
  const issueDate = dayAt(document, 'IssueDateTime')
  if (issueDate === undefined) {
    throw new ConnectorError('missing-field', { line: document.line, field: 'IssueDateTime' })
  }
  return {
    typeCode: neededAt(document, 'TypeCode'),
    isCreditNote: false,
    number: neededWords(document, 'ID', 200),
    issueDate,
    dueDate: dayAt(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime'),
    seller: readSeller(neededElement(agreement, 'SellerTradeParty')),
    contractReference: textAt(agreement, 'ContractReferencedDocument/IssuerAssignedID', 200),
    paymentReference: textAt(settlement, 'PaymentReference', 200),
    mandateReference: textAt(settlement, 'SpecifiedTradePaymentTerms/DirectDebitMandateID', 200),
    creditorId: textAt(settlement, 'CreditorReferenceID', 200),
    precedingInvoices: all(settlement, 'InvoiceReferencedDocument').map((it) =>
      neededWords(it, 'IssuerAssignedID', 200),
    ),
    billingStart: dayAt(settlement, 'BillingSpecifiedPeriod/StartDateTime'),
    billingEnd: dayAt(settlement, 'BillingSpecifiedPeriod/EndDateTime'),
    currency,
    sums: {
      lines: amounts.at(sums, 'LineTotalAmount'),
      allowances: amounts.at(sums, 'AllowanceTotalAmount'),
      charges: amounts.at(sums, 'ChargeTotalAmount'),
      net: amounts.neededAt(sums, 'TaxBasisTotalAmount'),
      vat: amountInCurrency(all(sums, 'TaxTotalAmount'), currency)?.cents,
      total: amounts.neededAt(sums, 'GrandTotalAmount'),
      prepaid: amounts.at(sums, 'TotalPrepaidAmount'),
      rounding: amounts.at(sums, 'RoundingAmount'),
      due: amounts.neededAt(sums, 'DuePayableAmount'),
    },
    taxes: all(settlement, 'ApplicableTradeTax').map((it) => readTax(it, amounts)),
    lines: all(trade, 'IncludedSupplyChainTradeLineItem').map((it) => readLine(it, amounts)),
    line: document.line,
  }
}

function readSeller(party: XmlElement): ToldSeller {
  return {
    name: neededWords(party, 'Name'),
    siren: readSiren(textWhere(party, 'SpecifiedLegalOrganization/ID', 'schemeID', '0002')),
    vatId: textWhere(party, 'SpecifiedTaxRegistration/ID', 'schemeID', 'VA')?.replace(/\s/g, '').slice(0, 50),
  }
}

function readTax(tax: XmlElement, amounts: Amounts): ToldTax {
  return {
    base: amounts.at(tax, 'BasisAmount'),
    percent: textAt(tax, 'RateApplicablePercent'),
    amount: amounts.neededAt(tax, 'CalculatedAmount'),
  }
}

/** In the EXTENDED profiles a line may gather others: only those of detail are billed. */
function readLine(line: XmlElement, amounts: Amounts): ToldLine {
  const about = neededElement(line, 'AssociatedDocumentLineDocument')
  const status = textAt(about, 'LineStatusReasonCode') ?? 'DETAIL'
  if (!['DETAIL', 'GROUP', 'INFORMATION'].includes(status)) {
    const field = 'LineStatusReasonCode'
    throw new ConnectorError('unsupported', { line: first(about, field)?.line, field })
  }
  return {
    id: neededWords(about, 'LineID', 50),
    label: neededWords(line, 'SpecifiedTradeProduct/Name', 1000),
    cents: amounts.neededAt(
      line,
      'SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
    ),
    counts: status === 'DETAIL',
    line: line.line,
  }
}

/** Format 102 alone is allowed (UNTDID 2379: YYYYMMDD). */
function dayAt(element: XmlElement, path: string): string | undefined {
  const found = first(element, `${path}/DateTimeString`)
  if (found === undefined) return undefined
  if (found.attributes.get('format') !== '102') {
    throw new ConnectorError('unsupported', { line: found.line, field: 'format' })
  }
  return readAt(element, `${path}/DateTimeString`, (text) =>
    readIsoDay(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')),
  )
}
