import { ConnectorError } from '../../errors.ts'
import { oneLine } from '../../formats/one-line.ts'
import { all, textAt, type XmlElement } from '../../formats/xml.ts'

export interface Words {
  readonly label: string
  readonly memo?: string
  readonly operationType?: string
}

/**
 * What an entry, or one transaction of it, says in words: who stands on the other side, else the first of what the bank
 * wrote; all that remains is the memo. The other side's account number is nobody's business here.
 *
 * @param details the transaction, where there is one.
 * @throws ConnectorError `too-long`: no part of a label is cut off.
 */
export function readWords(entry: XmlElement, details: XmlElement | undefined): Words {
  const operationType = typeOf(details, entry)
  const said = [
    details && otherSide(entry, details),
    ...(details === undefined ? [] : all(details, 'RmtInf/Ustrd').map(({ text }) => text)),
    ...['RmtInf/Strd/CdtrRefInf/Ref', 'AddtlTxInf'].map((path) => details && textAt(details, path, 1000)),
    textAt(entry, 'AddtlNtryInf', 1000),
  ].flatMap((text) => (text && oneLine(text, 1000)) || [])
  const [label = operationType ?? 'operation', ...rest] = new Set(said)
  const memo = rest.join(' / ')
  for (const [text, limit] of [
    [label, 300],
    [memo, 1000],
  ] as const) {
    if (text.length > limit)
      throw new ConnectorError('too-long', { line: entry.line, field: 'RmtInf', limit: String(limit) })
  }
  return {
    label,
    ...(memo === '' ? {} : { memo }),
    ...(operationType === undefined ? {} : { operationType }),
  }
}

/** The parties of a reversal are those of what it takes back. Since version 8 they stand one step deeper. */
function otherSide(entry: XmlElement, details: XmlElement): string | undefined {
  const isCredit = textAt(details, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd')
  const paysUs = (isCredit === 'CRDT') !== isReversal(entry)
  const roles = paysUs ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr']
  for (const path of roles.flatMap((role) => [`RltdPties/${role}/Nm`, `RltdPties/${role}/Pty/Nm`])) {
    const name = textAt(details, path)
    if (name !== undefined) return name
  }
  return undefined
}

/** `pmnt-rcdt-dmct`, else the bank's own code; that of a reversal ends with `-rvsl`. */
function typeOf(details: XmlElement | undefined, entry: XmlElement): string | undefined {
  for (const element of [details, entry]) {
    if (element === undefined) continue
    const codes = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map(
      (path) => textAt(element, `BkTxCd/${path}`, 16) ?? '',
    )
    const [domain] = codes
    const type = domain === '' ? textAt(element, 'BkTxCd/Prtry/Cd', 35) : codes.filter(Boolean).join('-')
    if (type !== undefined) return `${type}${isReversal(entry) ? '-rvsl' : ''}`.toLowerCase()
  }
  return isReversal(entry) ? 'rvsl' : undefined
}

const isReversal = (entry: XmlElement): boolean => /^(true|1)$/.test(textAt(entry, 'RvslInd') ?? '')
