import { isDevelopment, isPlainAddress } from '../agent/plain-address.ts'
import { Misused } from './usage.ts'

/** @throws PodError `bad-usage` for an address that no partner's site may have citizens sent back to. */
export function assertReturnAddress(text: string, baseUrl: string): void {
  if (isPlainAddress(text, isDevelopment(baseUrl))) return
  throw new Misused({
    fr: `L’adresse de retour doit être une adresse https entière, sans « ? » ni « # », comme https://ma-banque.example/retour, pas « ${text} ».`,
    en: `The return address must be a whole https address, without "?" or "#", as https://my-bank.example/return, not "${text}".`,
  })
}
