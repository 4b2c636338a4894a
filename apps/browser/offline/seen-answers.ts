import type { Fetch } from '../../shared/pod/get.ts'
import { forgottenBy, mayKeep, mostBytes } from './may-keep.ts'
import { type Seen, SeenStore } from './seen-store.ts'

/** An answer of before, and when it was seen: UTC milliseconds. */
export interface Again {
  readonly response: Response
  readonly at: number
}

/** Keeps what the pods answer, and gives it again when nobody answers. */
export class SeenAnswers {
  private readonly store = new SeenStore()

  belongTo(webId: string): Promise<void> {
    return this.store.belongTo(webId)
  }

  erase(): Promise<void> {
    return this.store.erase()
  }

  /** Forgets what is below some containers and is not there any more. `hidden`: of what is below these nobody knows. */
  async forgetGone(
    roots: readonly string[],
    there: ReadonlySet<string>,
    hidden: readonly string[],
  ): Promise<void> {
    for (const root of roots)
      for (const url of await this.store.below(root))
        if (!there.has(url) && !hidden.some((it) => url.startsWith(it))) await this.store.forget(url)
  }

  async again(webId: string, url: string): Promise<Again | undefined> {
    const seen = await this.store.read(webId, url)
    return seen && { response: responseOf(seen), at: seen.at }
  }

  /** GETs; what this device has already is not sent again (ETag). `pods`: whose answers may be kept. Rejects as `fetch` does. */
  async get(
    { webId, agent, pods }: { webId: string; agent: string; pods: readonly string[] },
    fetch: Fetch,
    url: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const before = await this.store.read(webId, url)
    const headers = new Headers(init.headers)
    const asks = before?.etag !== undefined && !headers.has('if-none-match')
    if (asks) headers.set('if-none-match', before.etag)
    const response = await fetch(url, { ...init, headers: Object.fromEntries(headers) })
    if (asks && response.status === 304) {
      void this.store.keep(webId, { ...before, at: Date.now() })
      return responseOf(before)
    }
    const forgotten = forgottenBy(response.status, url, agent)
    if (forgotten === 'all') await this.store.erase()
    else if (forgotten) await this.store.forget(url)
    const type = response.headers.get('content-type') ?? ''
    const size = Number(response.headers.get('content-length') ?? 0)
    if (response.status === 200 && size <= mostBytes && mayKeep(url, type, agent, pods))
      void this.keep(webId, url, type, response.clone())
    return response
  }

  private async keep(webId: string, url: string, type: string, response: Response): Promise<void> {
    const bytes = await response.arrayBuffer().catch(() => undefined)
    if (!bytes || bytes.byteLength > mostBytes) return
    const etag = response.headers.get('etag') ?? undefined
    await this.store.keep(webId, { url, type, etag, bytes, at: Date.now() })
  }
}

const responseOf = ({ bytes, type, etag }: Seen): Response =>
  new Response(bytes, { headers: { 'content-type': type, ...(etag ? { etag } : {}) } })
