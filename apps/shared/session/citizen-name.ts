import { readable } from '../pod/decoded.ts'

/** A short name for a WebID: the pod's name in its address, else its host. Never longer than 40 characters. */
export function citizenName(webId: string | undefined): string {
  if (!webId || !URL.canParse(webId)) return ''
  const { pathname, hostname } = new URL(webId)
  const [first = ''] = pathname.split('/').filter(Boolean)
  const name = first && first !== 'profile' ? readable(first) : (hostname.split('.')[0] ?? '')
  return (name.charAt(0).toLocaleUpperCase() + name.slice(1)).slice(0, 40)
}
