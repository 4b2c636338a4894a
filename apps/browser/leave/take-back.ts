import { Parser, type Quad, Writer } from 'n3'
import { type CopiedResource, plainType } from '#vocab/archive/copy'
import { type Place, relocated } from '#vocab/archive/relocate'
import { sameGraph } from '#vocab/archive/same-graph'
import { LDP } from '#vocab/namespaces'
import { asFailure, kindOfStatus, PodFailure } from '../../shared/pod/failure.ts'
import { type Fetch, get } from '../../shared/pod/get.ts'
import type { OpenCopy } from './open-copy.ts'

/**
 * What became of a resource of the archive: `added`; `same`: there, and says the same; `differs`: there, says something
 * else, and is left; `kept-by-server`: written by the server alone; `refused`: by the server, for what it is.
 */
export type Taken = 'added' | 'same' | 'differs' | 'kept-by-server' | 'refused'

/** By what became of them, their paths. */
export type TakenBack = Readonly<Record<Taken, readonly string[]>>

const rdf = new Set(['text/turtle', 'application/n-triples'])
const kept = /^(consents|receipts|log)\/|^profile\/card$|\.(acl|meta)$/
const largest = 64 << 20

/**
 * Adds to a pod what an archive has and it has not. Nothing that is there is changed. What names the pod that it comes from
 * names this one then.
 *
 * @param there - Addresses of all that is in the pod.
 * @throws PodFailure where it cannot go on; it may be done again.
 */
export async function takeBack(
  { manifest, file }: OpenCopy,
  to: Place,
  fetch: Fetch,
  there: ReadonlySet<string>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<TakenBack> {
  const found: Record<Taken, string[]> = {
    added: [],
    same: [],
    differs: [],
    'kept-by-server': [],
    refused: [],
  }
  for (const [at, it] of manifest.resources.entries()) {
    const taken = kept.test(it.path) ? 'kept-by-server' : await one(it)
    // Folders are what documents are in: they are not counted.
    if (!it.path.endsWith('/')) found[taken].push(it.path)
    onProgress(at + 1, manifest.resources.length)
  }
  return found

  async function one(it: CopiedResource): Promise<Taken> {
    const url = to.pod + it.path
    if (it.file === undefined) return there.has(url) ? 'same' : putContainer(url)
    const bytes = await file(it.file)
    const whole = plainType(it.contentType)
    const type = whole.replace(/;.*/s, '').trim().toLowerCase()
    const wanted = inPod(bytes, type, manifest.pod + it.path, url)
    if (there.has(url)) return compare(url, wanted)
    const answer = await send(
      url,
      { 'content-type': rdf.has(type) ? type : whole, 'if-none-match': '*' },
      wanted.body,
    )
    return answer === 412 ? compare(url, wanted) : doneOf(answer, url)
  }

  /** A document as it has to be here: as it stands, wherever that says the same. */
  function inPod(bytes: Uint8Array<ArrayBuffer>, type: string, from: string, url: string) {
    const isElsewhere = manifest.pod !== to.pod || manifest.webId !== to.webId
    if (!rdf.has(type) || !isElsewhere) return { type, body: bytes }
    const quads = relocated(parsed(bytes, from) ?? [], manifest, to)
    if (sameGraph(parsed(bytes, url) ?? [], quads)) return { type, body: bytes }
    const format = type === 'text/turtle' ? 'text/turtle' : 'N-Triples'
    return { type, body: new TextEncoder().encode(new Writer({ format }).quadsToString(quads)) }
  }

  async function compare(
    url: string,
    { type, body }: { readonly type: string; readonly body: Uint8Array<ArrayBuffer> },
  ): Promise<Taken> {
    const got = await get(fetch, url, { accept: '*/*', limit: largest })
    if (!got) return 'differs'
    if (got.bytes.length === body.length && got.bytes.every((byte, at) => byte === body[at])) return 'same'
    const [ours, theirs] = rdf.has(type) ? [parsed(body, url), parsed(got.bytes, url)] : []
    return ours && theirs && sameGraph(ours, theirs) ? 'same' : 'differs'
  }

  function putContainer(url: string): Promise<Taken> {
    const headers = { link: `<${LDP}BasicContainer>; rel="type"`, 'if-none-match': '*' }
    return send(url, headers).then((status) => (status === 412 ? 'same' : doneOf(status, url)))
  }

  async function send(
    url: string,
    headers: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<number> {
    const init = { method: 'PUT', headers, ...(body ? { body } : {}) }
    const response = await fetch(url, init).catch((error: unknown) => {
      throw asFailure(error, url)
    })
    await response.body?.cancel()
    return response.status
  }
}

function doneOf(status: number, url: string): Taken {
  if (status < 300) return 'added'
  // For what it is; anything else would meet all that follows.
  if (
    status === 400 ||
    status === 403 ||
    status === 405 ||
    status === 409 ||
    status === 415 ||
    status === 422
  )
    return 'refused'
  throw new PodFailure(status === 507 ? 'too-large' : kindOfStatus(status), url, status)
}

function parsed(bytes: Uint8Array, base: string): Quad[] | undefined {
  try {
    return new Parser({ baseIRI: base }).parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
