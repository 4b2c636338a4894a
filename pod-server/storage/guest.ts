/**
 * Whether somebody else than whose pod it is writes at an address: the WebIDs of its owner lie in it. Whoever does not say
 * who they are is somebody else. Pure.
 */
export function isGuest(webId: string | undefined, url: string): boolean {
  const [pod] = /^https?:\/\/[^/]+\/[^/]+\//.exec(url) ?? []
  return pod === undefined || webId?.startsWith(pod) !== true
}
