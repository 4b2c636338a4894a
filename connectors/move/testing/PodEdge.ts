import { ACL, LDP, RDF } from '#vocab/namespaces'
import type { EndOf } from '../End.ts'

/** A Solid server's other end, in memory: one pod, as far as a move asks of it. */
export class PodEdge {
  readonly documents = new Map<string, { type: string; body: string }>()
  /** What it gives as Turtle of what is in another form of RDF; of what it cannot, by address, nothing is here. */
  readonly inTurtle = new Map<string, string>()
  /** Addresses that it answers by a status, once each. */
  readonly faults = new Map<string, number>()
  readonly written: string[] = []
  readonly of: EndOf
  private readonly conditions: readonly string[]

  constructor(host: string, conditions: readonly string[] = []) {
    const pod = `https://${host}/alice/`
    this.conditions = conditions
    this.of = {
      pod,
      webId: `${pod}profile/card#me`,
      issuer: `https://${host}/`,
      fetch: (url, init) => this.answer(String(url), init ?? {}),
    }
    const owner = `<#owner> a <${ACL}Authorization>; <${ACL}agent> <${this.of.webId}>; <${ACL}accessTo> <./>; <${ACL}default> <./>; <${ACL}mode> <${ACL}Read>, <${ACL}Write>, <${ACL}Control>.`
    this.say('', '')
    this.say('.acl', owner)
  }

  say(path: string, body: string, type = 'text/turtle'): void {
    this.documents.set(this.of.pod + path, { type, body })
    for (let at = path.lastIndexOf('/', path.length - 2); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = this.of.pod + path.slice(0, at + 1)
      if (!this.documents.has(folder)) this.documents.set(folder, { type: 'text/turtle', body: '' })
    }
  }

  body(path: string): string | undefined {
    return this.documents.get(this.of.pod + path)?.body
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const fault = this.faults.get(url)
    this.faults.delete(url)
    if (fault !== undefined) return new Response(null, { status: fault })
    const headers = new Headers(init.headers)
    const there = this.documents.get(url)
    if (init.method === 'PUT') {
      if (there && headers.get('if-none-match') === '*') return new Response(null, { status: 412 })
      const type = headers.get('content-type') ?? ''
      const body =
        typeof init.body === 'string' ? init.body : new TextDecoder().decode(init.body as Uint8Array)
      if (type === 'application/ld+json' && body === '') return new Response(null, { status: 400 })
      this.say(url.slice(this.of.pod.length), body, type)
      this.written.push(url.slice(this.of.pod.length))
      return new Response(null, { status: 201 })
    }
    if (!there) return new Response(null, { status: 404 })
    const said = url.endsWith('/') ? this.listing(url) : there.body
    // Nobody here turns one form into another: what is no Turtle says nothing in it, or what a test says.
    const turtle = this.inTurtle.get(url) ?? (there.type === 'application/ld+json' ? '' : undefined)
    const isAsked = headers.get('accept')?.includes('text/turtle') && /json|xml/.test(there.type)
    if (isAsked && turtle === undefined) return new Response(null, { status: 406 })
    return new Response(isAsked ? turtle : said, {
      headers: { 'content-type': isAsked ? 'text/turtle' : there.type, link: this.links(url) },
    })
  }

  private listing(container: string): string {
    const below = [...this.documents.keys()]
      .filter((url) => url.startsWith(container) && /^[^/]+\/?$/.test(url.slice(container.length)))
      .filter((url) => !/\.(acl|meta)$/.test(url))
    return `<> <${RDF}type> <${LDP}Container>${below.map((url) => `; <${LDP}contains> <${url}>`).join('')}.`
  }

  private links(url: string): string {
    return url.endsWith('.acl')
      ? this.conditions.map((it) => `<${it}>; rel="${ACL}condition"`).join(', ')
      : `<${url}.acl>; rel="acl", <${url}.meta>; rel="describedby"`
  }
}
