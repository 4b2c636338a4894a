import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Parser } from 'n3'
import { TestIssuer } from './test-issuer.ts'

const inserts = 'http://www.w3.org/ns/solid/terms#inserts'

/** What the test wants the server to be like. Changed while it runs. */
export interface EdgeManners {
  /** The citizen's door to the partner. */
  open: boolean
  /** Beginnings of paths whose citizens have closed theirs. */
  closed: string[]
  /** Whether the server counts the subjects that it adds (`Traboule-Added`). */
  counts: boolean
  /** Answers to give first, one a request: a status, or a connection cut before or after the work. */
  faults: (number | 'cut-before' | 'cut-after')[]
  /** What the proxy before the server takes at once, in bytes. */
  largest: number
  /** Of the answers that are faults, in seconds. */
  retryAfter: string
}

/**
 * A pod as partners meet it: insert-only patches under Append, by the rules of DESIGN §4. It stands for the network's
 * other end in tests of what connectors send; the true server is tested in pod-server/test.
 */
export class SolidEdge {
  readonly manners: EdgeManners = {
    open: true,
    closed: [],
    counts: true,
    faults: [],
    largest: Number.POSITIVE_INFINITY,
    retryAfter: '0',
  }
  /** Subjects and their statements, by document path. */
  readonly documents = new Map<string, Map<string, Set<string>>>()
  readonly requests: { method: string; path: string; authorization: string; at: number }[] = []
  /** When it answered by a fault: milliseconds, as `at`. */
  readonly tellings: number[] = []
  /** Told how many patches have come so far. */
  onPatch: (count: number) => void = () => {}
  readonly #server: Server
  #issuer: TestIssuer | undefined
  /** The most requests that were under way at once. */
  busiest = 0
  #underWay = 0

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start(): Promise<SolidEdge> {
    const edge = new SolidEdge()
    await new Promise<void>((done) => edge.#server.listen(0, '127.0.0.1', done))
    edge.#issuer = new TestIssuer(edge.origin, `${edge.origin}bank/profile/card#me`)
    return edge
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/`
  }

  get citizen(): string {
    return `${this.origin}alice/profile/card#me`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request
    const authorization = request.headers.authorization ?? ''
    let body = ''
    for await (const chunk of request) body += String(chunk)
    if (this.#issuer?.answer(path, response)) return
    this.requests.push({ method, path, authorization, at: performance.now() })
    if (method === 'PATCH') this.onPatch(this.requests.filter((it) => it.method === 'PATCH').length)
    if (path === '/alice/profile/card') {
      response.setHeader('content-type', 'text/turtle')
      response.end(`<#me> <http://www.w3.org/ns/pim/space#storage> <${this.origin}alice/>.`)
      return
    }
    this.#underWay += 1
    this.busiest = Math.max(this.busiest, this.#underWay)
    await new Promise((done) => setTimeout(done, 5))
    this.#underWay -= 1
    const fault = this.manners.faults.shift()
    if (fault === 'cut-before') request.destroy()
    else if (typeof fault === 'number') {
      this.tellings.push(performance.now())
      response.writeHead(fault, { 'retry-after': this.manners.retryAfter }).end()
    } else if (body.length > this.manners.largest)
      response.writeHead(413, { 'content-type': 'text/html' }).end('<h1>413</h1>')
    else if (!authorization.startsWith('DPoP ')) response.writeHead(401).end()
    else if (!this.manners.open || this.manners.closed.some((it) => path.startsWith(it)))
      response.writeHead(403).end()
    else this.#patch(path, body, response, fault === 'cut-after')
  }

  #patch(path: string, body: string, response: ServerResponse, cut: boolean): void {
    const url = new URL(path, this.origin).href
    const quads = new Parser({ baseIRI: url, format: 'text/n3' }).parse(body)
    const graph = quads.find(({ predicate }) => predicate.value === inserts)?.object.value
    const known = this.documents.get(path) ?? new Map<string, Set<string>>()
    const added = new Map<string, Set<string>>()
    for (const { subject, predicate, object, graph: of } of quads) {
      if (of.value !== graph) continue
      const statement = `${predicate.value} ${object.value}`
      if (known.get(subject.value)?.has(statement)) continue
      if (known.has(subject.value)) {
        const code = { code: 'subject-exists', message: { fr: 'Déjà là.', en: 'Already there.' } }
        response.writeHead(409, { 'content-type': 'application/json' }).end(JSON.stringify(code))
        return
      }
      added.set(subject.value, (added.get(subject.value) ?? new Set()).add(statement))
    }
    for (const [subject, statements] of added) known.set(subject, statements)
    const status = this.documents.has(path) ? 205 : 201
    this.documents.set(path, known)
    if (cut) {
      response.socket?.destroy()
      return
    }
    response.writeHead(status, this.manners.counts ? { 'traboule-added': String(added.size) } : {}).end()
  }
}
