/** The root of the pod that a WebID lies in, of one that is hosted here and written in its one form. Pure. */
export function podRootOf(webId: string, baseUrl: string): string | undefined {
  if (!isHosted(webId, baseUrl) || new URL(webId).href !== webId) return undefined
  const name = webId.slice(baseUrl.length).split(/[/?#]/, 1)[0]
  const root = `${baseUrl}${name}/`
  return name && webId.startsWith(root) ? root : undefined
}

/** Whether a WebID is an address of this server, however it is written. Pure. */
export function isHosted(webId: string, baseUrl: string): boolean {
  return URL.canParse(webId) && new URL(webId).href.startsWith(baseUrl)
}
