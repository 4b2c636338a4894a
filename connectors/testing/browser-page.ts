// Bundled for a browser by runner/in-browser.test.ts: nothing of Node may be in it.
import { connectorById, recognise } from '../registry.ts'
import { draftImport } from '../runner/draft.ts'

export const pageContext = {
  container: 'https://pod.example/alice/data/x/partner/',
  partner: 'https://partner.example/card#me',
  at: new Date('2026-11-02T08:00:00Z'),
}

/** What a browser makes of a file: which layout it sees, and every request that it would send. */
export async function draftsOf(connector: string, address: string) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
  const known = connectorById(connector)
  if (known === undefined) throw new Error(connector)
  const { documents } = await draftImport(known, bytes, pageContext)
  return {
    layout: known.sniff(bytes),
    recognised: recognise(bytes)?.connector.id,
    patches: documents.map(({ url, patch }) => ({ url, patch })),
  }
}

Object.assign(globalThis, { draftsOf })
