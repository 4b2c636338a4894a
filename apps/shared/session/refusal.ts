/**
 * Whether the citizen comes from the grant page, where they said no (`grant=refused`): told once, so that the address that
 * is kept or sent on does not say it again.
 */
export function takeRefusal(): boolean {
  const url = new URL(location.href)
  if (url.searchParams.get('grant') !== 'refused') return false
  url.searchParams.delete('grant')
  history.replaceState(history.state, '', url)
  return true
}
