import { randomUUID } from 'node:crypto'

/**
 * The id of somebody's client credentials: what they are called, as far as an id can hold it, what is of no other, and,
 * where that is not the name to the letter, the name in base64url. So nothing is kept beside it that would have to end with it.
 */
export function labelOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\W/gu, '-').slice(0, longest)
  const whole = plain === name ? '' : `~${Buffer.from(name).toString('base64url')}`
  return `${plain}${whole}_${randomUUID()}`
}

/** Of what can be read in an id: one letter may stand for eighteen. */
const longest = 60

/** What the citizen called them; of those that the account API made, what is left of that. */
export function nameOf(label: string): string {
  const called = label.replace(/_[0-9a-f-]{36}$/, '')
  const [, whole] = /~([\w-]+)$/.exec(called) ?? []
  return whole === undefined ? called : Buffer.from(whole, 'base64url').toString()
}
