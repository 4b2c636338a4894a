/** Back at the app, which is told that the citizen said no: it reads `grant=refused` in its address. */
export function refusedAt(back: string): string {
  const url = new URL(back)
  url.searchParams.set('grant', 'refused')
  return url.href
}
