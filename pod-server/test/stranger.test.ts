import { createServer, type Server } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCitizen, type TestCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

let server: TestPod
let browser: Browser
let alice: TestCitizen

beforeAll(async () => {
  server = sharedServer()
  browser = await launchBrowser()
  alice = await makeCitizen(server, 'alice')
})

afterAll(async () => {
  await browser?.close()
  await server?.[Symbol.asyncDispose]()
})

describe('the grant page, while no partner is connected', () => {
  it('promises nothing about data that is not there', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const { clientId, origin } = server.app('budget')
    await page.goto(
      `${server.baseUrl}.agent/grant?${new URLSearchParams({ client_id: clientId, return: `${origin}/` })}`,
    )
    await visitor.logIn(alice.email, alice.password)
    await page.getByText('Aucun partenaire connecté n’en envoie encore').waitFor()
    expect(await page.getByText('Elle pourra lire ces données').count()).toBe(0)
    expect(await visitor.look('grant-no-partner')).toEqual(fine)
    await visitor.leave()
  })
})

describe('somebody without an account', () => {
  it('opens a private address, an unknown one and the vocabulary, and is led to the space', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    for (const [path, name, title] of [
      ['.account/nowhere/', 'unknown', 'Adresse inconnue · Traboule'],
      ['vocab/', 'vocabulary', 'Vocabulaire Traboule'],
    ] as const) {
      await page.goto(server.baseUrl + path)
      expect(await page.title()).toBe(title)
      // Drawn with its style, whatever policy it stands under.
      expect(await page.locator('.mark').evaluate((it) => getComputedStyle(it).display)).toMatch(/flex/)
      expect(await visitor.look(name)).toEqual(fine)
    }
    // A pod's address is answered in a sandbox, where no script looks at the page: the same page, outside of it.
    const closed = await fetch(`${server.baseUrl}alice/data/`, { headers: { accept: 'text/html' } })
    await page.goto('about:blank')
    await page.setContent(await closed.text())
    expect(await page.title()).toBe('Accès fermé · Traboule')
    expect(await visitor.look('closed')).toEqual(fine)
    await page.getByRole('link', { name: 'ouvrez votre espace' }).click()
    await page.getByRole('heading', { name: 'Vos données, chez vous' }).waitFor()
    await visitor.leave()
  })
})

describe('a stranger’s app', () => {
  /** Marks over and under what stands beside, and letters that would write it backwards. */
  const hostile = `T${'\u0300\u0316'.repeat(20)}raboule\u202e`
  const markup = '<img src=x onerror="ran=document.title=document.cookie">'
  let site: Server
  let origin: string

  beforeAll(async () => {
    site = createServer((request, response) => {
      const id = `${origin}${request.url}`
      if (request.url?.startsWith('/frames')) {
        const frames = framed().map((url) => `<iframe src="${url.replaceAll('&', '&amp;')}"></iframe>`)
        response.setHeader('content-type', 'text/html').end(frames.join(''))
        return
      }
      response.setHeader('content-type', 'application/ld+json')
      response.end(
        JSON.stringify({
          '@context': ['https://www.w3.org/ns/solid/oidc-context.jsonld'],
          client_id: id,
          client_name: id.endsWith('/hostile') ? hostile : markup,
          logo_uri: `${origin}/logo.png`,
          redirect_uris: [`${origin}/`],
          grant_types: ['authorization_code'],
          response_types: ['code'],
          scope: 'openid webid',
          token_endpoint_auth_method: 'none',
        }),
      )
      request.resume()
    })
    await new Promise<void>((done) => {
      site.listen(0, '127.0.0.1', () => done())
    })
    const address = site.address()
    origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(() => site?.close())

  const authorize = (more: Record<string, string> = {}): string => {
    const asked = { client_id: `${origin}/id`, redirect_uri: `${origin}/`, response_type: 'code', ...more }
    const query = { scope: 'openid webid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' }
    return `${server.baseUrl}.oidc/auth?${new URLSearchParams({ ...query, ...asked })}`
  }

  it('is shown as text, at its address, and told who alice is only when she says so', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(authorize())
    await visitor.logIn(alice.email, alice.password)
    await page.getByText('Une application veut savoir qui vous êtes').waitFor()
    await page.getByText(`${origin}/id`).waitFor()
    await page.getByText(markup).waitFor()
    expect(await visitor.look('consent-stranger')).toEqual(fine)
    expect(await page.title()).toBe('Ouvrir une application · Traboule')
    expect(asked.filter((url) => url.startsWith(origin))).toEqual([])
    await page.getByRole('button', { name: 'Annuler' }).click()
    await page.waitForURL(`${origin}/?*`)
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied')
    await visitor.leave()
  })

  /** Pages on which a click decides something. */
  const framed = (): string[] => [
    authorize(),
    `${server.baseUrl}.agent/grant?${new URLSearchParams({ client_id: `${origin}/id`, return: `${origin}/` })}`,
    ...['account', 'login', 'recovery', 'security', 'share', 'trust'].map(
      (name) => `${server.baseUrl}.account/${name === 'account' ? '' : `${name}/`}`,
    ),
  ]

  it('whose address is markup is shown as text too, or refused', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const asks = page.getByText('Une application veut savoir qui vous êtes')
    await page.goto(authorize())
    await visitor.logIn(alice.email, alice.password)
    await asks.waitFor()
    for (const query of [markup, encodeURIComponent(markup), '%3Cscript%3Eran=1%3C/script%3E']) {
      await page.goto(authorize({ client_id: `${origin}/id?${query}` }))
      await asks.or(page.getByRole('heading', { name: 'Demande refusée' })).waitFor()
      expect(await page.title()).toMatch(/ · Traboule$/)
      expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
      expect(await page.locator('img[onerror], main script, body > script:not([src])').count()).toBe(0)
    }
    await visitor.leave()
  })

  it('draws none of our pages within its own', async () => {
    const visitor = await Visitor.arrive(browser, 'desktop')
    const { page } = visitor
    await page.goto(`${server.baseUrl}.account/`)
    await visitor.logIn(alice.email, alice.password)
    await page.getByText('Vous êtes Alice').waitFor()
    await page.goto(`${origin}/frames`)
    const frames = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(frames).toHaveLength(framed().length)
    for (const frame of frames) {
      expect(frame.url()).toBe('chrome-error://chromewebdata/')
      expect(await frame.locator('button, form').count()).toBe(0)
    }
    await visitor.leave()
  })

  it('that calls itself what would be drawn over the page has no name there, only its address', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    await page.goto(authorize({ client_id: `${origin}/hostile` }))
    await visitor.logIn(alice.email, alice.password)
    await page.getByText(`${origin}/hostile`).waitFor()
    expect(await page.getByText('Le nom qu’elle se donne').count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toMatch(/[\u0300-\u036f\u202e]/)
    await visitor.leave()
  })

  it('is asked about once, and again each time that it asks to stay logged in', async () => {
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    const goOn = page.getByRole('button', { name: 'Continuer' })
    await page.goto(authorize())
    await visitor.logIn(alice.email, alice.password)
    await goOn.click()
    await page.waitForURL(`${origin}/?code=*`)

    const stays = { scope: 'openid webid offline_access', prompt: 'consent' }
    for (let time = 0; time < 2; time++) {
      await page.goto(authorize(stays))
      await page.getByText('Une application veut savoir qui vous êtes').waitFor()
      await goOn.click()
      await page.waitForURL(`${origin}/?code=*`)
    }
    await visitor.leave()
  })
})

describe('a file in somebody’s pod that is a page', () => {
  const script =
    "document.title = 'ran'; fetch('/.account/', { credentials: 'include' }).then((it) => it.text()).then((it) => { document.title = it })"
  const inXml = (root: string, namespace: string) =>
    `<?xml version="1.0"?><${root} xmlns="${namespace}"><script xmlns="http://www.w3.org/1999/xhtml">${script}</script></${root}>`

  it.each([
    [
      'html',
      'text/html',
      `<title>quiet</title><img src="x" onerror="document.title = 'ran'"><script>${script}</script>`,
    ],
    ['svg', 'image/svg+xml', inXml('svg', 'http://www.w3.org/2000/svg')],
    ['xhtml', 'application/xhtml+xml', inXml('html', 'http://www.w3.org/1999/xhtml')],
    ['xml', 'application/xml', inXml('html', 'http://www.w3.org/1999/xhtml')],
  ])('runs nothing on the account origin, whoever opens it logged in: %s', async (name, type, body) => {
    const mallory = await makeCitizen(server, 'mallory')
    const put = (path: string, contentType: string, text: string) =>
      mallory.fetch(mallory.pod + path, {
        method: 'PUT',
        headers: { 'content-type': contentType },
        body: text,
      })
    expect((await put(`open/page.${name}`, type, body)).status).toBe(201)
    const acl = await (await mallory.fetch(`${mallory.pod}.acl`)).text()
    const open = `${acl.replaceAll(mallory.pod, `${mallory.pod}open/`)}
<#all> a <http://www.w3.org/ns/auth/acl#Authorization>; <http://www.w3.org/ns/auth/acl#agentClass> <http://xmlns.com/foaf/0.1/Agent>;
  <http://www.w3.org/ns/auth/acl#default> <./>; <http://www.w3.org/ns/auth/acl#mode> <http://www.w3.org/ns/auth/acl#Read>.`
    expect((await put('open/.acl', 'text/turtle', open)).status).toBe(201)

    const visitor = await Visitor.arrive(browser, 'desktop')
    const { page } = visitor
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(alice.email, alice.password)
    await page.getByRole('heading', { name: 'Mon compte' }).waitFor()
    // What the page of the account still asks for is no concern of the next.
    await page.goto('about:blank')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const answer = await page.goto(`${mallory.pod}open/page.${name}`)
    expect([answer?.status(), answer?.headers()['content-type']]).toEqual([200, type])
    // Once the browser has said that it runs none of it.
    await expect.poll(() => visitor.complaints.join()).toMatch(/script/i)
    expect(await page.title()).not.toBe('ran')
    expect(asked.filter((url) => url.includes('.account/'))).toEqual([])
    await visitor.leave()
  })
})
