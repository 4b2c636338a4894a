/** What OFX 1.0.2 to 2.2 lets a transaction hold (OFX §11.4.3). */
export const transactionTags: ReadonlySet<string> = new Set([
  'TRNTYPE',
  'DTPOSTED',
  'DTUSER',
  'DTAVAIL',
  'TRNAMT',
  'FITID',
  'CORRECTFITID',
  'CORRECTACTION',
  'SRVRTID',
  'CHECKNUM',
  'REFNUM',
  'SIC',
  'PAYEEID',
  'NAME',
  'EXTDNAME',
  'PAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'MEMO',
  'IMAGEDATA',
  'CURRENCY',
  'ORIGCURRENCY',
  'INV401KSOURCE',
  'LOANTRNINFO',
])

/** Leaves that hold words of people, where `<` may stand raw. */
export const freeTextTags: ReadonlySet<string> = new Set([
  'NAME',
  'EXTDNAME',
  'MEMO',
  'ADDR1',
  'ADDR2',
  'ADDR3',
  'CITY',
])

const otherTags: ReadonlySet<string> = new Set([
  'OFX',
  'BANKMSGSRSV1',
  'CREDITCARDMSGSRSV1',
  'STMTTRNRS',
  'CCSTMTTRNRS',
  'STMTRS',
  'CCSTMTRS',
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKID',
  'BRANCHID',
  'ACCTID',
  'ACCTTYPE',
  'CURDEF',
  'BANKTRANLIST',
  'STMTTRN',
  'LEDGERBAL',
  'AVAILBAL',
  'BALAMT',
  'DTASOF',
  'CURSYM',
  'STATUS',
])

/** A tag's name as it may be told: one of OFX's own. Any other may be text of the file that looks like a tag. */
export function toldName(name: string): string | undefined {
  return transactionTags.has(name) || otherTags.has(name) ? name : undefined
}
