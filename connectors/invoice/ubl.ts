import { ConnectorError } from '../errors.ts'
import { all, neededAt, readAt, textAt, type XmlElement } from '../formats/xml.ts'
import { readCurrency } from '../money/currency.ts'
import { readStampDay } from '../time/written-day.ts'
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

/** OASIS UBL 2.1, `Invoice` and `CreditNote`, in the terms of EN 16931. @throws ConnectorError with the line. */
export function readUbl(root: XmlElement): ToldInvoice {
  const isCredit = root.name === 'CreditNote'
  const currency = neededCurrency(root)
  const amounts = amountsIn(currency)
  const sums = neededElement(root, 'LegalMonetaryTotal')
  const tax = amountInCurrency(all(root, 'TaxTotal/TaxAmount'), currency)
  const seller = neededElement(root, 'AccountingSupplierParty/Party')
  return {
    // UBL lets it out, and a credit note says what it is by its name.
    typeCode: isCredit ? (textAt(root, 'CreditNoteTypeCode') ?? '381') : neededAt(root, 'InvoiceTypeCode'),
    isCreditNote: isCredit,
    number: neededWords(root, 'ID', 200),
    issueDate: neededDay(root, 'IssueDate'),
    dueDate: readAt(root, isCredit ? 'PaymentMeans/PaymentDueDate' : 'DueDate', readXmlDay),
    seller: readSeller(seller),
    contractReference: textAt(root, 'ContractDocumentReference/ID', 200),
    paymentReference: textAt(root, 'PaymentMeans/PaymentID', 200),
    mandateReference: textAt(root, 'PaymentMeans/PaymentMandate/ID', 200),
    creditorId:
      textWhere(root, 'PayeeParty/PartyIdentification/ID', 'schemeID', 'SEPA') ??
      textWhere(seller, 'PartyIdentification/ID', 'schemeID', 'SEPA'),
    precedingInvoices: all(root, 'BillingReference/InvoiceDocumentReference').map((it) =>
      neededWords(it, 'ID', 200),
    ),
    billingStart: readAt(root, 'InvoicePeriod/StartDate', readXmlDay),
    billingEnd: readAt(root, 'InvoicePeriod/EndDate', readXmlDay),
    currency,
    sums: {
      lines: amounts.neededAt(sums, 'LineExtensionAmount'),
      allowances: amounts.at(sums, 'AllowanceTotalAmount'),
      charges: amounts.at(sums, 'ChargeTotalAmount'),
      net: amounts.neededAt(sums, 'TaxExclusiveAmount'),
      vat: tax?.cents,
      total: amounts.neededAt(sums, 'TaxInclusiveAmount'),
      prepaid: amounts.at(sums, 'PrepaidAmount'),
      rounding: amounts.at(sums, 'PayableRoundingAmount'),
      due: amounts.neededAt(sums, 'PayableAmount'),
    },
    taxes: all(root, 'TaxTotal')
      .filter((it) => tax !== undefined && it.children.includes(tax.element))
      .flatMap((it) => all(it, 'TaxSubtotal').map((subtotal) => readTax(subtotal, amounts))),
    lines: all(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((it) => readLine(it, amounts)),
    line: root.line,
  }
}

function readSeller(party: XmlElement): ToldSeller {
  const vat = all(party, 'PartyTaxScheme').find((it) => textAt(it, 'TaxScheme/ID') === 'VAT')
  const registered = textAt(party, 'PartyLegalEntity/RegistrationName')
  return {
    name: registered?.replace(/\s+/g, ' ') ?? neededWords(party, 'PartyName/Name'),
    siren: readSiren(textWhere(party, 'PartyLegalEntity/CompanyID', 'schemeID', '0002')),
    vatId: vat && textAt(vat, 'CompanyID', 50)?.replace(/\s/g, ''),
  }
}

function readTax(subtotal: XmlElement, amounts: Amounts): ToldTax {
  return {
    base: amounts.at(subtotal, 'TaxableAmount'),
    percent: textAt(subtotal, 'TaxCategory/Percent'),
    amount: amounts.neededAt(subtotal, 'TaxAmount'),
  }
}

function readLine(line: XmlElement, amounts: Amounts): ToldLine {
  return {
    id: neededWords(line, 'ID', 50),
    label: neededWords(line, 'Item/Name', 1000),
    cents: amounts.neededAt(line, 'LineExtensionAmount'),
    counts: true,
    line: line.line,
  }
}

function neededCurrency(root: XmlElement): string {
  neededAt(root, 'DocumentCurrencyCode')
  return readAt(root, 'DocumentCurrencyCode', readCurrency) ?? ''
}

function neededDay(element: XmlElement, path: string): string {
  const day = readAt(element, path, readXmlDay)
  if (day === undefined) throw new ConnectorError('missing-field', { line: element.line, field: path })
  return day
}

/** An XML Schema date may bear a time zone, which moves no day: `2026-03-05+01:00`. */
function readXmlDay(text: string): string | undefined {
  return readStampDay(text.replace(/^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/, '$1'))
}
