import { get, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

/** A policy by directive. */
const policyOf = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map((directive) => directive.split(/ (.*)/)),
  )

/** What is no page, and what a worker's script is under. */
const callsNobody = { 'default-src': "'none'", 'script-src': "'self'", 'frame-ancestors': "'none'" }

describe('whoever knocks without a token', () => {
  let server: TestPod
  beforeAll(async () => {
    server = sharedServer()
    await makeCitizen(server, 'carole')
  })
  afterAll(async () => server?.[Symbol.asyncDispose]())

  /** A request whose Host is not the address it is sent to; fetch allows none. */
  const raw = (headers: Record<string, string>, path = '/') =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>((done, fail) => {
      const sent = get({ host: '127.0.0.1', port: server.port, path, headers }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk
        })
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body }))
      })
      sent.on('error', fail)
    })

  it('tells a person who opens an address of a pod, in both languages, and nothing of its inside', async () => {
    for (const [path, status, fr, en] of [
      ['carole/', 401, 'derrière la porte', 'behind somebody'],
      ['carole/profile/nothing', 401, 'derrière la porte', 'behind somebody'],
      ['.account/nowhere/', 404, 'ne mène nulle part', 'leads nowhere'],
    ] as const) {
      const answer = await fetch(server.baseUrl + path, { headers: { accept: 'text/html' } })
      expect(answer.status).toBe(status)
      const page = await answer.text()
      expect(page).toContain(fr)
      expect(page).toContain(en)
      expect(page).not.toMatch(/Community|Error:/)
      expect(page).toMatch(/<title>(Accès fermé|Adresse inconnue) · Traboule<\/title>/)
    }
    const long = await fetch(`${server.baseUrl}carole/${'x'.repeat(300)}`)
    expect(long.status).toBe(400)
    expect(await long.text()).not.toContain(server.dataFolder)
  })

  it('answers a host that is none of ours with the way home, and this machine’s own names as before', async () => {
    const page = await raw({ host: `nope.localhost:${server.port}`, accept: 'text/html' })
    expect(page.status).toBe(421)
    expect(page.body).toContain('Aucun de nos sites n’est à cette adresse.')
    expect(page.body).toContain('None of our sites is at this address.')
    expect(page.body).toContain(`href="${server.baseUrl}"`)
    const program = await raw({ host: 'nope.example', accept: 'text/turtle' })
    expect(program.status).toBe(421)
    expect(JSON.parse(program.body)).toMatchObject({ code: 'unknown-host' })
    for (const host of ['localhost', '127.0.0.1', '127.0.0.1:8080'])
      expect((await raw({ host, accept: 'text/html' })).status).toBe(200)
  })

  it('opens the front door to whoever takes anything, and keeps RDF for who asks for it by name', async () => {
    for (const accept of ['*/*', 'image/*,*/*;q=0.8', 'text/html']) {
      const home = await fetch(server.baseUrl, { headers: { accept } })
      expect({ accept, status: home.status }).toEqual({ accept, status: 200 })
      expect(await home.text()).toContain('<title>Traboule</title>')
    }
    for (const accept of ['text/turtle', 'application/ld+json', 'text/turtle,*/*;q=0.1', 'application/json'])
      expect((await fetch(server.baseUrl, { headers: { accept } })).status).toBe(401)
    expect((await fetch(`${server.baseUrl}.account/`)).headers.get('content-type')).toContain('json')
  })

  it('says a sentence to a program that is not known, too', async () => {
    const answer = await fetch(`${server.baseUrl}carole/`)
    expect(answer.status).toBe(401)
    const { message, statusCode } = (await answer.json()) as { message: string; statusCode: number }
    expect(statusCode).toBe(401)
    expect(message).toContain('derrière la porte')
    expect(message).toContain('behind somebody')
  })

  it.each(['home', 'budget', 'energy'] as const)('has the app %s under a policy of its own', async (id) => {
    const { origin } = server.app(id)
    const host = new URL(origin).host
    const page = await raw({ host, accept: 'text/html' })
    expect(page.status).toBe(200)
    expect(policyOf(page.headers)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      // The pod browser alone listens.
      'connect-src': `'self' ${new URL(server.baseUrl).origin}${id === 'home' ? ` ws://localhost:${server.port}` : ''}`,
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      // No pop-up, no form, no dialog of the browser's; the pod browser alone saves files.
      sandbox: `allow-scripts allow-same-origin${id === 'home' ? ' allow-downloads' : ''}`,
    })
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    })
    // A sandboxed page that has one is a network error by the standard.
    expect(page.headers).not.toHaveProperty('cross-origin-opener-policy')
    expect(page.headers).not.toHaveProperty('access-control-allow-origin')
    const named = [
      ...page.body.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"( integrity="sha256-[^"]{44}")?/g),
    ]
    expect(named.length).toBeGreaterThan(1)
    for (const [, path, integrity] of named) {
      expect([path, integrity]).toEqual([path, expect.any(String)])
      const file = await raw({ host }, path)
      expect(file.status).toBe(200)
      expect(policyOf(file.headers)).toEqual(callsNobody)
      expect(file.headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=31536000, immutable',
      })
    }
    for (const [path, status] of [
      ['/config.json', 200],
      ['/id', 200],
      ['/nowhere', 404],
    ] as const) {
      const answer = await raw({ host }, path)
      expect([path, answer.status]).toEqual([path, status])
      expect(policyOf(answer.headers)).toEqual(callsNobody)
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      const anybody = path === '/id' ? '*' : undefined
      expect(answer.headers['access-control-allow-origin']).toBe(anybody)
    }
  })

  it('serves the vocabulary: a page for people, Turtle for machines', async () => {
    const page = await fetch(`${server.baseUrl}vocab/ns`, { headers: { accept: 'text/html' } })
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(await page.text()).toContain('id="BankOperation"')
    const turtle = await fetch(`${server.baseUrl}vocab/ns`)
    expect(turtle.headers.get('content-type')).toContain('text/turtle')
    expect(await turtle.text()).toContain('tb:BankOperation')
  })
})
