import { decoded } from '../pod/decoded.ts'

/** A short name for a WebID: the pod's name in its address, else its host. Never longer than 40 characters, nor with letters that turn a line around. */
export function citizenName(webId: string | undefined): string {
  if (!webId || !URL.canParse(webId)) return ''
  const { pathname, hostname } = new URL(webId)
  const [first = ''] = pathname.split('/').filter(Boolean)
  const name = first && first !== 'profile' ? (decoded(first) ?? first) : (hostname.split('.')[0] ?? '')
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return (plain.charAt(0).toLocaleUpperCase() + plain.slice(1)).slice(0, 40)
}
