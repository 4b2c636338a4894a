import type { AccountId } from './rows.ts'

/**
 * The account of an IBAN (ISO 13616), with or without blanks: a French or Monegasque one holds bank, branch and number, as
 * other files of the account say them one by one; any other is the number. `undefined` when its check digits are wrong.
 */
export function accountOfIban(text: string): AccountId | undefined {
  const iban = text.replace(/[\s\u00a0\u202f]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || remainder97(iban) !== 1) return undefined
  return accountOfRib(/^(?:FR|MC)\d\d([0-9A-Z]{23})$/.exec(iban)?.[1] ?? '') ?? bare(iban)
}

/** The account of the 23 characters of a French bank identity (bank 5, branch 5, number 11, key 2). */
export function accountOfRib(text: string): AccountId | undefined {
  const [, bankCode, branchCode, number, key] = /^(\d{5})(\d{5})([0-9A-Z]{11})(\d{2})$/.exec(text) ?? []
  if (bankCode === undefined || branchCode === undefined || number === undefined) return undefined
  return ribKey(bankCode, branchCode, number) === Number(key) ? { bankCode, branchCode, number } : undefined
}

/** An account of which the file says one text alone: an IBAN, a French bank identity, or whatever the bank calls it. */
export function accountOfText(text: string): AccountId {
  return accountOfIban(text) ?? accountOfRib(text.replace(/\s/g, '').toUpperCase()) ?? bare(text)
}

/** An account that its file does not name: it is the one of that route. */
export function accountOfRoute(layout: string): AccountId {
  return { ...bare(''), route: layout }
}

/** One text for an account, unique at its bank, and the same whichever route says bank, branch and number. */
export function accountKey({ bankCode, branchCode, number, route }: AccountId): string {
  if (route !== undefined) return `route|${route}|${number}`
  const french =
    /^\d{5}$/.test(bankCode) && /^\d{1,5}$/.test(branchCode) && /^[0-9A-Za-z]{1,11}$/.test(number)
  return french
    ? `${bankCode}|${branchCode.padStart(5, '0')}|${number.toUpperCase().padStart(11, '0')}`
    : `${bankCode}|${branchCode}|${number}`
}

function bare(number: string): AccountId {
  return { bankCode: '', branchCode: '', number }
}

/** ISO 7064 MOD 97-10 over the IBAN turned round, letters as 10 to 35. */
function remainder97(iban: string): number {
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const char of turned) {
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest
}

/** Letters count as the digits under them on a telephone-like table: A to I, J to R, S (as 2) to Z. */
function ribKey(bankCode: string, branchCode: string, number: string): number {
  const digits = number.replace(/[A-Z]/g, (letter) => {
    const at = letter.charCodeAt(0) - 65
    return String(at < 18 ? (at % 9) + 1 : at - 16)
  })
  const [head, tail] = [Number(digits.slice(0, 6)), Number(digits.slice(6))]
  return 97 - ((89 * Number(bankCode) + 15 * Number(branchCode) + 76 * head + 3 * tail) % 97)
}
