import { ConnectorError } from '../errors.ts'
import { decode, headText } from '../formats/decode.ts'
import { attachmentsOf, isPdf } from '../formats/pdf/attachments.ts'
import { readXml } from '../formats/xml.ts'
import { readCii } from './cii.ts'
import type { InvoiceRow } from './rows.ts'
import { toRow } from './to-row.ts'
import { readUbl } from './ubl.ts'

const ublNamespace = 'urn:oasis:names:specification:ubl:schema:xsd:'
const ciiNamespace = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'

/** The names that Factur-X 1, XRechnung and ZUGFeRD 2 give to the invoice within a PDF; the first that is there is read. */
const invoiceNames = ['factur-x.xml', 'xrechnung.xml', 'zugferd-invoice.xml']

/** `ubl`, `cii` or `factur-x` (any PDF: what it carries is seen when it is read), or nothing of ours. Looks at the first 4 KiB only. */
export function sniffInvoice(bytes: Uint8Array): 'ubl' | 'cii' | 'factur-x' | undefined {
  if (isPdf(bytes)) return 'factur-x'
  const head = headText(bytes)
  if (!head.startsWith('<')) return undefined
  if (/<(?:\w+:)?CrossIndustryInvoice[\s>]/.test(head) && head.includes(ciiNamespace)) return 'cii'
  const [, name] = /<(?:\w+:)?(Invoice|CreditNote)\s/.exec(head) ?? []
  return name !== undefined && head.includes(`${ublNamespace}${name}-2`) ? 'ubl' : undefined
}

/**
 * Reads the one invoice of a file: UBL, CII, or the PDF that carries one.
 *
 * @throws ConnectorError with the line (in a PDF, that of the invoice within it).
 */
export function parseInvoice(bytes: Uint8Array): InvoiceRow[] {
  if (isPdf(bytes)) return readInvoice(decode(carriedBy(bytes)))
  const text = decode(bytes)
  if (sniffInvoice(bytes) === undefined) throw new ConnectorError('unknown-layout', { line: 1 })
  return readInvoice(text)
}

function readInvoice(text: string): InvoiceRow[] {
  const root = readXml(text)
  if (root.namespace === ciiNamespace && root.name === 'CrossIndustryInvoice') return [toRow(readCii(root))]
  const isUbl = ['Invoice', 'CreditNote'].some(
    (name) => root.name === name && root.namespace === `${ublNamespace}${name}-2`,
  )
  if (isUbl) return [toRow(readUbl(root))]
  throw new ConnectorError('unknown-layout', { line: root.line })
}

function carriedBy(pdf: Uint8Array): Uint8Array {
  const files = attachmentsOf(pdf)
  for (const field of invoiceNames) {
    const [invoice, second] = files.filter(({ name }) => name.toLowerCase() === field)
    if (second !== undefined) throw new ConnectorError('unsupported', { field })
    if (invoice !== undefined) return invoice.bytes()
  }
  throw new ConnectorError('no-invoice-inside')
}
