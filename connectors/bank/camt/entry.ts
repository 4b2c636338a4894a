import { ConnectorError } from '../../errors.ts'
import { all, textAt, type XmlElement } from '../../formats/xml.ts'
import type { Draft } from '../record-keys.ts'
import { fingerprint } from '../record-keys.ts'
import type { AccountId } from '../rows.ts'
import { atMostOne, exactlyOne, type Money, readDate, readMoney, readSign, referenceAt } from './element.ts'
import { readWords } from './words.ts'

/**
 * The operations of one `Ntry`; none when it is not booked. A batch is one operation a transaction when their amounts
 * add up to the entry's to the cent and in its currency, and the entry alone otherwise: nothing is ever counted twice,
 * nor left out.
 *
 * @throws ConnectorError with the line and the element.
 */
export function readEntry(entry: XmlElement, account: AccountId): Draft[] {
  if (!isBooked(entry)) return []
  const whole = readMoney(entry)
  const bookingDate = readDate(exactlyOne(entry, 'BookgDt'))
  const valued = atMostOne(entry, 'ValDt')
  const details = all(entry, 'NtryDtls/TxDtls')
  const [single] = details.length === 1 ? details : []
  const reference = referenceAt(entry, 'AcctSvcrRef') ?? (single && referenceAt(single, 'Refs/AcctSvcrRef'))
  const entryRef = referenceAt(entry, 'NtryRef')
  const draftOf = ({ cents, currency }: Money, of: XmlElement | undefined, part: number): Draft => {
    const trait = of && referenceAt(of, 'Refs/EndToEndId')
    const bankReference = reference ?? entryRef
    const draft: Draft = {
      type: 'operation',
      account,
      bookingDate,
      ...(valued === undefined ? {} : { valueDate: readDate(valued) }),
      amountCents: cents,
      currency,
      ...readWords(entry, of),
      ...(bankReference === undefined ? {} : { bankReference }),
      ...(trait === undefined ? {} : { trait }),
      line: (of ?? entry).line,
    }
    const identity = reference ?? (entryRef && `${entryRef}/${fingerprint(draft)}`)
    return {
      ...draft,
      ...(identity === undefined ? {} : { identity: `${identity}${part < 0 ? '' : `/${part + 1}`}` }),
    }
  }
  const parts = details.length > 1 ? partsOf(entry, details, whole) : undefined
  return parts?.map((money, at) => draftOf(money, details[at], at)) ?? [draftOf(whole, single, -1)]
}

/** `PDNG`, `FUTR` and `INFO` are not (yet) on the account. Version 8 says the code one step deeper. */
function isBooked(entry: XmlElement): boolean {
  const status = exactlyOne(entry, 'Sts')
  const code = atMostOne(status, 'Cd')
  const said = (code ?? status).text
  if (said === 'BOOK') return true
  if (['PDNG', 'FUTR', 'INFO'].includes(said)) return false
  throw new ConnectorError('bad-field', { line: (code ?? status).line, field: 'Sts' })
}

/** The amounts of a batch's transactions, when all say theirs and the sum is the entry's. */
function partsOf(entry: XmlElement, details: readonly XmlElement[], whole: Money): Money[] | undefined {
  const sign = readSign(entry)
  const parts = details.map((it) => {
    const holder = [it, ...all(it, 'AmtDtls/TxAmt')].find((holder) => all(holder, 'Amt').length > 0)
    return holder && readMoney(holder, textAt(it, 'CdtDbtInd') === undefined ? sign : readSign(it))
  })
  const known = parts.filter((part) => part !== undefined)
  const sum = known.reduce((total, { cents }) => total + cents, 0)
  const adds = known.length === parts.length && sum === whole.cents
  return adds && known.every(({ currency }) => currency === whole.currency) ? known : undefined
}
