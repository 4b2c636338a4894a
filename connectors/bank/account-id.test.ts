import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountKey, accountOfIban, accountOfRib, accountOfRoute, accountOfText } from './account-id.ts'
import { parseOfx } from './ofx/parse.ts'
import { ibanOf, ribOf } from './testing/iban.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const french = fc.record({
  bankCode: digits(5),
  branchCode: digits(5),
  number: fc.string({ unit: fc.constantFrom(...'0123456789ABMZ'), minLength: 11, maxLength: 11 }),
})

describe('an account', () => {
  it('of a French IBAN is its bank, branch and number', () => {
    const said = { bankCode: '20041', branchCode: '01005', number: '0500013M026' }
    expect(accountOfIban('FR14 2004 1010 0505 0001 3M02 606')).toEqual(said)
    expect(accountOfRib('20041010050500013M02606')).toEqual(said)
  })

  it('of any other IBAN is that IBAN', () => {
    expect(accountOfIban('de89 3704 0044 0532 0130 00')).toEqual({
      bankCode: '',
      branchCode: '',
      number: 'DE89370400440532013000',
    })
  })

  it.each(['FR15 2004 1010 0505 0001 3M02 606', 'DE88370400440532013000', '', '0'.repeat(40)])(
    'is not what %s says, of which the check digits are wrong',
    (text) => {
      expect(accountOfIban(text)).toBeUndefined()
      expect(accountOfText(text)).toEqual({ bankCode: '', branchCode: '', number: text })
    },
  )

  it('has one key, whether a file says an IBAN, a bank identity, or bank, branch and number', () => {
    fc.assert(
      fc.property(french, (account) => {
        const keys = [ibanOf(account), ribOf(account)].map((text) => accountKey(accountOfText(text)))
        expect(keys).toEqual([accountKey(account), accountKey(account)])
      }),
    )
  })

  it('has one key in OFX, however many zeros the bank leaves out', () => {
    const statement = (branch: string, number: string): string =>
      `OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30002<BRANCHID>${branch}<ACCTID>${number}</BANKACCTFROM></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`
    const account = { bankCode: '30002', branchCode: '00550', number: '00000157841' }
    for (const [branch, number] of [
      ['550', '157841'],
      ['00550', '00000157841'],
      ['', ibanOf(account)],
    ] as const) {
      const [row] = parseOfx(Buffer.from(statement(branch, number)))
      expect(row?.type === 'account' && accountKey(row.account)).toBe(accountKey(account))
    }
  })

  it('of one branch or one bank is not that of another, nor one that a file does not name', () => {
    const account = { bankCode: '30002', branchCode: '00550', number: '00000157841' }
    const others = [
      { ...account, branchCode: '00551' },
      { ...account, bankCode: '30003' },
      { ...account, bankCode: '', branchCode: '' },
      accountOfRoute('csv-fortuneo'),
      accountOfRoute('csv-bpce'),
    ]
    expect(new Set([account, ...others].map(accountKey)).size).toBe(6)
  })
})
