import type { AccountId } from '../rows.ts'

/** The 23 characters of a French bank identity: its key makes the whole, letters as digits, a multiple of 97. */
export function ribOf({ bankCode, branchCode, number }: AccountId): string {
  const head = `${bankCode}${branchCode}${number}`
  const digits = head.replace(
    /[A-Z]/g,
    (letter) => '12345678912345678923456789'['ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(letter)] ?? '',
  )
  return `${head}${String(97n - (BigInt(`${digits}00`) % 97n)).padStart(2, '0')}`
}

export function ibanOf(account: AccountId): string {
  const rib = ribOf(account)
  const digits = `${rib}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return `FR${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${rib}`
}
