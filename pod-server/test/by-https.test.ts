import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createServer, type RequestOptions, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readOperatorToken } from '../server/operator-token.ts'
import { appIds } from '../settings.ts'
import { selfSigned } from '../tls/testing/self-signed.ts'
import { freePort, TestPod } from './test-pod.ts'
import { launchBrowser, Visitor } from './visitor.ts'

const hosts = ['localhost', ...appIds.map((id) => `${id}.localhost`)]
const password = 'traverse des tisserands'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-tls-'))
  await writeCertificate()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const files = () => ({ key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') })

/** Of a server that is found at a port by https, and of its commands, which trust it. */
const at = (port: number) => ({
  TRABOULE_BASE_URL: `https://localhost:${port}/`,
  NODE_EXTRA_CA_CERTS: files().cert,
})

async function writeCertificate(): Promise<{ key: string; cert: string }> {
  const made = selfSigned(hosts)
  await Promise.all([writeFile(files().key, made.key), writeFile(files().cert, made.cert)])
  return made
}

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Whoever asks trusts any certificate here: a browser and the commands are asked to judge it. */
const ask = ({ port, ...options }: RequestOptions, body = '') =>
  new Promise<Answer>((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port, servername: 'localhost', rejectUnauthorized: false, ...options },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: text }))
      },
    )
    sent.on('error', fail)
    sent.end(body)
  })

const addAlice = (server: TestPod) =>
  server.run('citizen', 'add', 'alice', '--email', 'alice@traboule.example', '--password', password)

describe('with a certificate of its own', () => {
  let server: TestPod
  let port: number
  beforeAll(async () => {
    port = await freePort()
    const { key, cert } = files()
    const secure = { TRABOULE_TLS_KEY: key, TRABOULE_TLS_CERT: cert }
    server = await TestPod.start('serve', { ...at(port), ...secure }, port)
    expect((await addAlice(server)).stderr).toBe('')
  })
  afterAll(async () => server?.[Symbol.asyncDispose]())

  const host = () => `localhost:${port}`
  const profile = (headers: Record<string, string> = {}) =>
    ask({ port, path: '/alice/profile/card', headers: { host: host(), ...headers } })

  it('keeps browsers by https, and their log-in to this host alone, out of the reach of scripts', async () => {
    const headers = { host: host(), origin: `https://${host()}`, 'content-type': 'application/json' }
    const { status, headers: said } = await ask(
      { port, path: '/.account/login/password/', method: 'POST', headers },
      JSON.stringify({ email: 'alice@traboule.example', password }),
    )
    expect(status).toBe(200)
    expect(said['strict-transport-security']).toBe('max-age=31536000')
    const cookies = said['set-cookie'] ?? []
    const [account = ''] = cookies.filter((it) => it.startsWith('__Host-account='))
    expect(account.split('; ')).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure']))
    expect(account).not.toMatch(/Domain/i)
    expect(cookies.filter((it) => !/; Secure/.test(it))).toEqual([])
    const logIns = await ask({ port, path: '/.agent/sessions', headers: { host: host(), cookie: account } })
    expect(logIns.status).toBe(200)
    // By the name that it has under http, which another host of ours could set, it is nobody's.
    const tossed = account.replace('__Host-account', 'css-account')
    const other = await ask({ port, path: '/.agent/sessions', headers: { host: host(), cookie: tossed } })
    expect(other.status).toBe(401)
  })

  it('answers by the short way, and drops what a client says of a proxy', async () => {
    const plain = await profile()
    expect(plain.status).toBe(200)
    for (const said of [
      { 'x-forwarded-proto': 'http' },
      { 'x-forwarded-host': 'elsewhere.example' },
      { forwarded: 'host=elsewhere.example;proto=http;for=192.0.2.1' },
    ])
      expect(await profile(said)).toMatchObject({ status: 200, body: plain.body })
    expect((await server.run('status')).code).toBe(0)
    const authorization = `Bearer ${await readOperatorToken(server.dataFolder)}`
    const { body } = await ask({ port, path: '/.status', headers: { host: host(), authorization } })
    expect(JSON.parse(body).caches.heads.kept).toBeGreaterThan(0)
  })

  it('is not spoken to by http', async () => {
    const answered = await new Promise<string>((done) => {
      const sent = httpRequest({ host: '127.0.0.1', port, path: '/alice/profile/card' }, ({ statusCode }) =>
        done(`HTTP ${statusCode}`),
      )
      sent.on('error', ({ message }) => done(message)).end()
    })
    expect(answered).not.toMatch(/HTTP [23]/)
  })

  it('tells a command that does not trust it whom to trust', async () => {
    const { code, stderr } = await addAlice(TestPod.joined(server, { TRABOULE_BASE_URL: server.baseUrl }))
    expect(code).toBe(2)
    expect(stderr).toContain('NODE_EXTRA_CA_CERTS')
    const credentials = {
      partner: 'banque',
      name: 'Banque',
      webId: `${server.baseUrl}banque/profile/card#me`,
    }
    const secrets = { issuer: server.baseUrl, clientId: 'none', clientSecret: 'none', connector: 'bank' }
    await mkdir(join(server.dataFolder, 'partners'), { recursive: true })
    await writeFile(
      join(server.dataFolder, 'partners', 'banque.json'),
      JSON.stringify({ ...credentials, ...secrets }),
    )
    const statement = fileURLToPath(
      new URL('../../connectors/bank/fixtures/ofxdata-cmfr.ofx', import.meta.url),
    )
    for (const more of [[], ['--storage', `${server.baseUrl}alice/`]]) {
      const to = `${server.baseUrl}alice/profile/card#me`
      const given = await server.connect('import', statement, '--partner', 'banque', '--to', to, ...more)
      expect(given.stderr).toMatch(/NODE_EXTRA_CA_CERTS.*\[server-not-trusted\]/)
      expect(given.code).toBe(5)
    }
  })

  it('shows the renewed one, without a restart', async () => {
    const shown = () =>
      new Promise<string>((done, fail) => {
        const socket = connect({
          host: '127.0.0.1',
          port,
          servername: 'localhost',
          rejectUnauthorized: false,
        })
        socket.on('secureConnect', () => {
          done(socket.getPeerCertificate().fingerprint256)
          socket.destroy()
        })
        socket.on('error', fail)
      })
    const before = await shown()
    await writeCertificate()
    await vi.waitFor(async () => expect(await shown()).not.toBe(before), { timeout: 60_000, interval: 200 })
    expect((await profile()).status).toBe(200)
  })
})

describe('behind a proxy on this machine, as the README sets one up', () => {
  let server: TestPod
  let browser: Browser
  const proxy = createServer()
  beforeAll(async () => {
    const inner = await freePort()
    proxy.setSecureContext(await writeCertificate())
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done))
    const { port } = proxy.address() as { port: number }
    proxy.on('request', (asked, answer) => {
      const headers = {
        ...asked.headers,
        'x-forwarded-for': String(asked.socket.remoteAddress),
        'x-forwarded-proto': 'https',
        'x-forwarded-host': String(asked.headers.host),
      }
      const { url: path, method } = asked
      const sent = httpRequest({ host: '127.0.0.1', port: inner, path, method, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers)
        got.pipe(answer)
      })
      sent.on('error', () => answer.destroy())
      asked.pipe(sent)
    })
    ;[server, browser] = await Promise.all([TestPod.start('serve', at(port), inner), launchBrowser()])
    expect((await addAlice(server)).stderr).toBe('')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.[Symbol.asyncDispose]()
    proxy.close()
    proxy.closeAllConnections()
  })

  it('a citizen logs in to the pod browser, by cookies that no other host sets', async () => {
    const visitor = await Visitor.arrive(browser, 'phone', 'fr-FR', { ignoreHTTPSErrors: true })
    const { page } = visitor
    const home = `${server.app('home').origin}/`
    await page.goto(home)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.waitForURL(`${server.baseUrl}.account/login/**`)
    await visitor.logIn('alice@traboule.example', password)
    await page.waitForURL(`${home}**`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const cookies = await page.context().cookies(server.baseUrl)
    expect(cookies.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['__Host-account', '__Host-session', '__Host-session.sig']),
    )
    expect(cookies.filter(({ secure, httpOnly }) => !secure || !httpOnly)).toEqual([])
    expect(cookies.map(({ name }) => name).filter((name) => !name.startsWith('__'))).toEqual([])
    expect(visitor.complaints).toEqual([])
    await visitor.leave()
  })
})
