export interface OfxOperation {
  readonly date: string
  readonly amount?: string
  readonly name?: string
  readonly memo?: string
  readonly id?: string
  /** Further lines, as they stand. */
  readonly more?: readonly string[]
}

/** A small OFX 1 statement in windows-1252: the operations begin on line 7, six lines or fewer each. */
export function ofx(operations: readonly OfxOperation[], balances: readonly string[] = []): Buffer {
  const lines = [
    'OFXHEADER:100',
    'CHARSET:1252',
    '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>',
    '<CURDEF>EUR',
    '<BANKACCTFROM><BANKID>99999<BRANCHID>1<ACCTID>00040069001<ACCTTYPE>CHECKING</BANKACCTFROM>',
    '<BANKTRANLIST>',
    ...operations.flatMap(({ date, amount, name, memo, id, more = [] }) => [
      '<STMTTRN>',
      '<TRNTYPE>DEBIT',
      `<DTPOSTED>${date}`,
      ...(amount === undefined ? [] : [`<TRNAMT>${amount}`]),
      ...(name === undefined ? [] : [`<NAME>${name}`]),
      ...(memo === undefined ? [] : [`<MEMO>${memo}`]),
      ...(id === undefined ? [] : [`<FITID>${id}`]),
      ...more,
      '</STMTTRN>',
    ]),
    '</BANKTRANLIST>',
    ...balances,
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')
}
