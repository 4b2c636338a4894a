/**
 * Whether somebody else than whose pod it is writes at an address: the WebIDs of its owner lie in it. Whoever does not say
 * who they are is somebody else. Pure.
 *
 * @returns what the owner's WebIDs begin with, for somebody else; outside of pods all are, and nothing begins so.
 */
export function guestOf(webId: string | undefined, url: string): string | undefined {
  const [pod] = /^https?:\/\/[^/]+\/[^/]+\//.exec(url) ?? []
  if (pod === undefined) return 'no pod'
  return webId?.startsWith(pod) ? undefined : pod
}
