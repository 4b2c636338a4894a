/** How somebody knows a space: by the name that its address gives it, where it gives one, and by whose server it is on. */
export interface SpaceName {
  readonly name: string | undefined
  readonly host: string
}

/**
 * Of what receives data. Not what a profile calls its owner: anybody may call themselves anything, and this is what a customer
 * judges by. Escapes stay as they are, so that no two spaces read alike. Pure.
 *
 * @param container - An address.
 */
export function spaceName(container: string): SpaceName {
  const { host, pathname } = new URL(container)
  const [first = ''] = pathname.split('/').filter(Boolean)
  // A pod that has a host of its own is named by that.
  return { name: first === '' || first === 'data' ? undefined : first, host }
}
