import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tb } from '#vocab/generated/terms'
import { vocabularyQuads } from '#vocab/sources'
import { Vocabulary } from './Vocabulary.ts'

let server: Server
let base: string

beforeAll(async () => {
  const vocabulary = new Vocabulary()
  server = createServer((request, response) => {
    vocabulary
      .handleSafe({ request, response } as Parameters<Vocabulary['handleSafe']>[0])
      .catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => new Promise((done) => server.close(done)))

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${base}${path}`, { method, headers, redirect: 'manual' })

describe('the vocabulary', () => {
  it('is Turtle for a program: each term, each shape, each category', async () => {
    const answer = await ask('/vocab/ns')
    expect(answer.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
    const said = new Parser().parse(await answer.text())
    expect(said).toHaveLength(vocabularyQuads().length)
    const subjects = new Set(said.map(({ subject }) => subject.value))
    expect(Object.values(tb).filter((iri) => !subjects.has(iri))).toEqual([])
  })

  it('is a page for a browser, with an anchor for each term: its IRI leads there', async () => {
    const answer = await ask('/vocab/ns', { accept: 'text/html,application/xml;q=0.9,*/*;q=0.8' })
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    const page = await answer.text()
    for (const iri of Object.values(tb)) expect(page).toContain(`id="${iri.replace(/^.*#/, '')}"`)
  })

  it.each([
    ['', undefined, 'fr'],
    ['', 'fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['', 'en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['', 'de', 'fr'],
    ['', '<script>', 'fr'],
    ['?lang=en', 'fr', 'en'],
    ['?lang=fr', 'en', 'fr'],
    ['?x=1', 'en', 'en'],
  ])('is a page in one language: /vocab/ns%s for who reads %s is in %s', async (query, spoken, language) => {
    const headers = { accept: 'text/html', 'accept-language': spoken ?? '' }
    const answer = await ask(`/vocab/ns${query}`, headers)
    expect(answer.headers.get('content-language')).toBe(language)
    expect(answer.headers.get('vary')).toBe('accept, accept-language, accept-encoding')
    expect(await answer.text()).toContain(`<html lang="${language}">`)
  })

  it.each(['?lang=de', '?lang=', '?lang=EN', '?lang=fr&lang=en', '?lang=en%00', '?lang=../fr'])(
    'is no page at /vocab/ns%s, a language that there is not',
    async (query) => {
      const answer = await ask(`/vocab/ns${query}`, { accept: 'text/html' })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({
        code: 'unknown-language',
        message: { fr: expect.stringContaining('fr, en'), en: expect.stringContaining('fr, en') },
      })
    },
  )

  it('lets its page run its one script and no other, and be styled by its own style alone', async () => {
    const answer = await ask('/vocab/ns', { accept: 'text/html' })
    const policy = answer.headers.get('content-security-policy')
    const page = await answer.text()
    for (const tag of ['script', 'style']) {
      const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page) ?? []
      const hash = createHash('sha256').update(text).digest('base64')
      expect(policy).toContain(`; ${tag}-src 'sha256-${hash}';`)
    }
    expect(policy).not.toMatch(/unsafe|'self'/)
    expect(page).not.toMatch(/ style="| on\w+="/)
  })

  it('is JSON-LD for who asks for it', async () => {
    const answer = await ask('/vocab/ns', { accept: 'application/ld+json, text/turtle;q=0.9' })
    expect(answer.headers.get('content-type')).toBe('application/ld+json')
    const nodes = (await answer.json()) as { '@id': string }[]
    expect(nodes.map((it) => it['@id'])).toContain(tb.DayCurveShape)
  })

  it.each([
    ['/vocab/ns.ttl', 'text/turtle; charset=utf-8'],
    ['/vocab/ns.jsonld', 'application/ld+json'],
  ])('has an address for one form, whatever a browser accepts: %s', async (path, type) => {
    const headers = { accept: 'text/html', 'accept-language': 'en' }
    const [answer, negotiated] = [await ask(path, headers), await ask('/vocab/ns', { accept: type })]
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-language')).toBeNull()
    expect(await answer.text()).toBe(await negotiated.text())
  })

  it('is refused in a form that it does not have, with those that it has', async () => {
    const answer = await ask('/vocab/ns', { accept: 'application/pdf, text/html;q=0' })
    expect(answer.status).toBe(406)
    expect(await answer.json()).toEqual({
      code: 'not-acceptable',
      message: {
        fr: expect.stringContaining('text/turtle'),
        en: expect.stringContaining('application/ld+json'),
      },
    })
    expect(answer.headers.get('vary')).toBe('accept, accept-language, accept-encoding')
  })

  it.each(['text/turtle', 'text/html', 'application/ld+json'])(
    'is said once as %s: 304 from then on, to each encoding its own',
    async (accept) => {
      for (const encoding of ['identity', 'gzip']) {
        const headers = { accept, 'accept-encoding': encoding }
        const first = await ask('/vocab/ns', headers)
        const etag = first.headers.get('etag') ?? ''
        expect(first.headers.get('vary')).toBe('accept, accept-language, accept-encoding')
        expect(first.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
        const again = await ask('/vocab/ns', { ...headers, 'if-none-match': `"other", W/${etag}` })
        expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
        expect((await ask('/vocab/ns', { ...headers, 'if-none-match': '"other"' })).status).toBe(200)
      }
    },
  )

  it('has another tag in each language', async () => {
    const tags = ['fr', 'en'].map(async (it) => {
      const answer = await ask('/vocab/ns', { accept: 'text/html', 'accept-language': it })
      return answer.headers.get('etag')
    })
    expect(new Set(await Promise.all(tags)).size).toBe(2)
  })

  it('has another tag in each form: none is taken for another', async () => {
    const tags = ['text/turtle', 'text/html', 'application/ld+json'].flatMap((accept) =>
      ['identity', 'gzip'].map(
        async (encoding) =>
          (await ask('/vocab/ns', { accept, 'accept-encoding': encoding })).headers.get('etag') ?? '',
      ),
    )
    expect(new Set(await Promise.all(tags)).size).toBe(6)
  })

  it('says its head alone, where that is asked for', async () => {
    const [head, whole] = [await ask('/vocab/ns', {}, 'HEAD'), await ask('/vocab/ns')]
    expect(head.status).toBe(200)
    for (const name of ['etag', 'content-type', 'vary', 'content-encoding', 'content-length'])
      expect(head.headers.get(name)).toBe(whole.headers.get(name))
    expect(await head.text()).toBe('')
  })

  it.each(['/vocab', '/vocab/', '/vocab/?x'])('is found from %s', async (path) => {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/vocab/ns'])
  })

  it('keeps the language where it sends on, and nothing else of the query', async () => {
    for (const [query, location] of [
      ['?lang=en&x', '/vocab/ns?lang=en'],
      ['?lang=%2F%2Fevil.example', '/vocab/ns'],
    ])
      expect((await ask(`/vocab/${query}`)).headers.get('location')).toBe(location)
  })

  it.each([
    ['/vocab/ns.html', 'GET'],
    ['/vocab/ns.ttl/', 'GET'],
    ['/vocab/nsXttl', 'GET'],
    ['/vocab/ns.ttl', 'PUT'],
    ['/vocab/ns/', 'GET'],
    ['/vocab/other', 'GET'],
    ['/vocabulary', 'GET'],
    ['/alice/vocab/ns', 'GET'],
    ['/vocab/ns', 'PUT'],
    ['/vocab/context.jsonld', 'DELETE'],
  ])('is not at %s for %s', async (path, method) => {
    expect((await ask(path, {}, method)).status).toBe(404)
  })
})

describe('the context', () => {
  it('is served as JSON-LD to any app, whatever it accepts', async () => {
    const answer = await ask('/vocab/context.jsonld', { accept: 'application/json' })
    expect(answer.headers.get('content-type')).toBe('application/ld+json')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const { '@context': names } = (await answer.json()) as { '@context': Record<string, unknown> }
    expect(names['BankOperation']).toBe(tb.BankOperation)
  })
})
