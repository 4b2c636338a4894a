import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { OutgoingReader } from '../../outgoing/OutgoingReader.ts'
import { NameServer } from '../../outgoing/testing/name-server.ts'
import { Receiver } from '../../outgoing/testing/receiver.ts'
import { readSettings } from '../../settings.ts'
import { readJwt } from '../jwt.ts'
import { ForeignTokens } from './ForeignTokens.ts'
import { type Instead, Issuer } from './testing/issuer.ts'

const developed = readSettings({ flags: { port: '3000' }, env: {} })
const published = readSettings({ flags: { 'base-url': 'https://pods.example/' }, env: {} })
const configuration = '/.well-known/openid-configuration'
const paths = [configuration, '/jwks', '/card']

const newTokens = () => new ForeignTokens(new OutgoingReader(developed))
async function verify(tokens: ForeignTokens, token: string | Promise<string>, from = '192.0.2.1') {
  const jwt = readJwt(await token)
  return jwt && tokens.verify(jwt, from, Date.now())
}
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

afterEach(() => {
  vi.useRealTimers()
})

describe('a token of another issuer', () => {
  it('counts for a WebID that names that issuer', async () => {
    await using issuer = await Issuer.start()
    const holder = await verify(newTokens(), issuer.token())
    expect(holder).toMatchObject({
      webId: issuer.webId,
      issuer: issuer.url,
      client: 'https://app.example/id',
    })
    expect(issuer.asked).toEqual(paths)
  })

  it('is not signed by just anybody, and then nobody asks for the WebID', async () => {
    await using issuer = await Issuer.start()
    await using other = await Issuer.start()
    const tokens = newTokens()
    expect(await verify(tokens, other.token({ iss: issuer.url, webid: issuer.webId }))).toBeUndefined()
    const [header, claims] = (await issuer.token()).split('.')
    expect(await verify(tokens, `${header}.${claims}.AAAA`)).toBeUndefined()
    expect(issuer.asked).toEqual([configuration, '/jwks'])
    expect(other.asked).toEqual([])
    expect(await verify(tokens, issuer.token())).toBeDefined()
  })

  it('that cannot count costs nobody a call', async () => {
    await using issuer = await Issuer.start()
    expect(await verify(newTokens(), issuer.token({ exp: 1 }))).toBeUndefined()
    expect(issuer.asked).toEqual([])
  })

  it('does not count for a WebID that names another, or none', async () => {
    await using issuer = await Issuer.start()
    await using victim = await Issuer.start({
      '/none': (response) => response.writeHead(200, { 'content-type': 'text/turtle' }).end(),
    })
    const tokens = newTokens()
    for (const webid of [victim.webId, `${victim.url}none#me`])
      expect(await verify(tokens, issuer.token({ webid }))).toBeUndefined()
    expect(victim.asked).toEqual(['/card', '/none'])
    expect(await verify(tokens, victim.token())).toBeDefined()
  })

  it('does not count where the configuration is another issuer’s', async () => {
    await using real = await Issuer.start()
    await using liar = await Issuer.start({
      [configuration]: (response) =>
        response.end(JSON.stringify({ issuer: real.url, jwks_uri: `${liar.url}jwks` })),
    })
    expect(await verify(newTokens(), liar.token())).toBeUndefined()
    expect(liar.asked).toEqual([configuration])
  })
})

const endless: Instead = (response) => {
  const more = () => {
    while (!response.destroyed && response.write('#'.repeat(1024)));
  }
  response.writeHead(200, { 'content-type': 'text/turtle' }).on('drain', more)
  more()
}

describe.each(paths)('what an issuer or a WebID says at %s', (path) => {
  it('is not heard out when it has no end', async () => {
    await using issuer = await Issuer.start({ [path]: endless })
    expect(await verify(newTokens(), issuer.token())).toBeUndefined()
    expect(issuer.asked.at(-1)).toBe(path)
    await issuer.requests.until(() => issuer.requests.open === 0)
  })

  it('is not looked for where a redirect leads', async () => {
    await using inside = await Receiver.start()
    for (const status of [301, 302, 303, 307, 308]) {
      const moved: Instead = (response) => response.writeHead(status, { location: inside.url }).end()
      await using issuer = await Issuer.start({ [path]: moved })
      expect(await verify(newTokens(), issuer.token())).toBeUndefined()
      expect(issuer.asked.at(-1)).toBe(path)
    }
    expect(inside.received).toEqual([])
  })
})

it('is not waited for without end, whichever it is', { timeout: 20_000 }, async () => {
  const isGivenUp = async (path: string) => {
    await using issuer = await Issuer.start({ [path]: () => undefined })
    expect(await verify(newTokens(), issuer.token())).toBeUndefined()
    expect(issuer.asked.at(-1)).toBe(path)
    await issuer.requests.until(() => issuer.requests.open === 0)
  }
  await Promise.all(paths.map(isGivenUp))
})

describe('a server that is published', () => {
  it('asks nobody of its own network, by whatever name', async () => {
    await using inside = await Receiver.start()
    await using names = await NameServer.start({
      'inside.example': ['10.0.0.1'],
      'here.example': ['127.0.0.1'],
    })
    await using issuer = await Issuer.start()
    const tokens = new ForeignTokens(new OutgoingReader(published, names.resolver))
    const { port } = new URL(inside.url)
    for (const iss of [
      inside.url,
      `https://127.0.0.1:${port}/`,
      `https://localhost:${port}/`,
      `https://here.example:${port}/`,
      'https://inside.example/',
      'https://169.254.169.254/',
      'https://[::ffff:10.0.0.1]/',
      'https://pods.example/',
      'http://public.example/',
      'file:///etc/',
    ])
      expect(await verify(tokens, issuer.token({ iss }))).toBeUndefined()
    expect(inside.received).toEqual([])
    expect(names.asked).toEqual(expect.arrayContaining(['here.example', 'inside.example']))
    expect(names.asked).not.toContain('public.example')
  })

  it('is not led there by an issuer either, for keys or for WebIDs', async () => {
    const asked: string[] = []
    const reader = new OutgoingReader(developed)
    await using issuer = await Issuer.start({
      [configuration]: (response) => {
        asked.push(configuration)
        response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: 'https://10.0.0.1/jwks' }))
      },
    })
    await using honest = await Issuer.start()
    expect(await verify(new ForeignTokens(reader), issuer.token())).toBeUndefined()
    expect(
      await verify(new ForeignTokens(reader), honest.token({ webid: 'https://10.0.0.1/#me' })),
    ).toBeUndefined()
    expect([asked, honest.asked]).toEqual([[configuration], [configuration, '/jwks']])
  })
})

describe('what was read', () => {
  it('counts for five minutes of an issuer, and for one of a WebID, which no token outlives', async () => {
    await using issuer = await Issuer.start()
    const tokens = newTokens()
    const read = Date.now()
    expect((await verify(tokens, issuer.token()))?.verifiedUntil).toBeLessThanOrEqual(Date.now() + 60_000)
    later(30_000)
    expect((await verify(tokens, issuer.token()))?.verifiedUntil).toBeLessThan(read + 80_000)
    expect(issuer.asked).toEqual(paths)
    later(31_000)
    await verify(tokens, issuer.token())
    expect(issuer.asked).toEqual([...paths, '/card'])
    later(5 * 60_000)
    await verify(tokens, issuer.token())
    expect(issuer.asked).toEqual([...paths, '/card', ...paths])
  })

  it('is read again for a key that is not there, at most every thirty seconds', async () => {
    await using issuer = await Issuer.start()
    const tokens = newTokens()
    const before = await issuer.token()
    expect(await verify(tokens, before)).toBeDefined()
    await issuer.rotate('k2')
    for (let again = 0; again < 3; again++) expect(await verify(tokens, issuer.token())).toBeUndefined()
    expect(issuer.asked).toEqual(paths)
    later(31_000)
    expect(await verify(tokens, issuer.token())).toBeDefined()
    expect(issuer.asked).toEqual([...paths, configuration, '/jwks'])
    expect(await verify(tokens, before)).toBeUndefined()
  })

  it('is read once by all who ask at the same time', async () => {
    await using issuer = await Issuer.start()
    const tokens = newTokens()
    const token = await issuer.token()
    const holders = await Promise.all(Array.from({ length: 20 }, () => verify(tokens, token)))
    expect(holders.filter(Boolean)).toHaveLength(20)
    expect(issuer.asked).toEqual(paths)
  })

  it('and failed is not read again for five seconds by the same, who spoils it for nobody else', async () => {
    let isWell = false
    await using issuer = await Issuer.start({
      '/card': (response) => {
        const body = `<#me> <http://www.w3.org/ns/solid/terms#oidcIssuer> <${issuer.url}>.`
        response.writeHead(isWell ? 200 : 500, { 'content-type': 'text/turtle' }).end(body)
      },
    })
    const tokens = newTokens()
    expect(await verify(tokens, issuer.token())).toBeUndefined()
    isWell = true
    expect(await verify(tokens, issuer.token())).toBeUndefined()
    expect(issuer.asked).toEqual(paths)
    expect(await verify(tokens, issuer.token(), '192.0.2.2')).toBeDefined()
    expect(await verify(tokens, issuer.token())).toBeDefined()
  })
})

describe('two hundred issuers that somebody has made up', () => {
  it('keep their own calls waiting, and nobody else’s', async () => {
    const held: ServerResponse[] = []
    const silent = await Promise.all(
      Array.from({ length: 200 }, () => Receiver.start((response) => held.push(response))),
    )
    await using honest = await Issuer.start()
    const tokens = newTokens()
    const made = silent.map(async ({ url }) => verify(tokens, honest.token({ iss: `${url}/` })))
    const most = () => silent.reduce((sum, { open }) => sum + open, 0)
    await Promise.race(silent.map((it) => it.until(() => most() === 4)))
    expect(await verify(tokens, honest.token(), '192.0.2.2')).toBeDefined()
    expect(most()).toBe(4)
    for (const it of silent) await it[Symbol.asyncDispose]()
    expect(new Set(await Promise.all(made))).toEqual(new Set([undefined]))
    expect(held.length).toBeLessThanOrEqual(4 + 16)
  })
})
