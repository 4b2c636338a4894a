import { expect, it } from 'vitest'
import { logInAs, makeCitizen, type TestCitizen } from './people.ts'
import type { TestPod } from './test-pod.ts'

/** A browser of a citizen: what a page of ours may ask with its cookie. */
class Open {
  private readonly server: TestPod
  readonly cookie: string

  private constructor(server: TestPod, cookie: string) {
    this.server = server
    this.cookie = cookie
  }

  static async at(server: TestPod, { email }: TestCitizen, password: string): Promise<Open> {
    const open = new Open(server, '')
    const answer = await open.ask('POST', `${server.baseUrl}.account/login/password/`, { email, password })
    const [, cookie = ''] = /^css-account=([^;]+);/.exec(answer.headers.getSetCookie().join()) ?? []
    return new Open(server, cookie)
  }

  ask(method: string, url: string, body?: object): Promise<Response> {
    return fetch(new URL(url, this.server.baseUrl), {
      method,
      headers: {
        accept: 'application/json',
        origin: new URL(this.server.baseUrl).origin,
        ...(this.cookie ? { cookie: `css-account=${this.cookie}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }

  // biome-ignore lint/suspicious/noExplicitAny: the answers differ by address.
  async read(url: string): Promise<any> {
    return (await this.ask('GET', url)).json()
  }

  async isLoggedIn(): Promise<boolean> {
    return (await this.read('.agent/session')).loggedIn
  }
}

/** What somebody can do who finds a browser of a citizen logged in, or has its cookie. */
export const powerfulActs = (opened: () => TestPod) => () => {
  it('are not done by the cookie of a log-in, and leave nothing', async () => {
    const server = opened()
    const carol = await makeCitizen(server, 'carol')
    const thief = await Open.at(server, carol, carol.password)
    const { controls } = await thief.read('.account/')
    const { pod, clientCredentials, webId } = controls.account
    const password = controls.password.create
    const everything = async () => ({
      pods: await thief.read(pod),
      credentials: await thief.read(clientCredentials),
      webIds: await thief.read(webId),
      logIns: await thief.read(password),
    })
    const before = await everything()
    const only = (listed: object): string => Object.values(listed)[0] as string
    const acts: readonly (readonly [method: string, url: string, body?: object])[] = [
      ['POST', clientCredentials, { name: 'mine', webId: carol.webId }],
      ['DELETE', only(before.credentials.clientCredentials)],
      ['POST', password, { email: 'thief@traboule.example', password: carol.password }],
      [
        'POST',
        only(before.logIns.passwordLogins),
        { oldPassword: carol.password, newPassword: 'a new one of theirs' },
      ],
      ['DELETE', only(before.logIns.passwordLogins)],
      ['POST', webId, { webId: 'https://thief.example/#me' }],
      ['DELETE', only(before.webIds.webIdLinks)],
      ['POST', only(before.pods.pods), { webId: 'https://thief.example/#me', visible: false }],
    ]
    for (const [method, url, body] of acts) {
      const answer = await thief.ask(method, url, body)
      expect([method, url, answer.status, (await answer.json()).code]).toEqual([
        method,
        url,
        403,
        'use-our-pages',
      ])
    }
    expect(await everything()).toEqual(before)
  })

  it('make and end own credentials by the password alone; the secret is told once', async () => {
    const server = opened()
    const carol = await makeCitizen(server, 'carol')
    const dora = await makeCitizen(server, 'dora')
    const page = await Open.at(server, carol, carol.password)
    const { email, password } = carol
    const make = async (said: object) => page.ask('POST', '.agent/credentials', { name: 'Mes été', ...said })
    for (const [said, status] of [
      [{}, 400],
      [{ email, password: 'un autre mot de passe' }, 403],
      [{ email: dora.email, password: dora.password }, 403],
      [{ email, password, name: ' ' }, 400],
      [{ email, password, name: 'x'.repeat(61) }, 400],
    ] as const)
      expect((await make(said)).status).toBe(status)
    expect((await page.read('.agent/credentials')).credentials).toHaveLength(1)

    const answer = await make({ email, password })
    expect(answer.status).toBe(201)
    const { id, client, name, secret } = await answer.json()
    expect(name).toBe('Mes-ete')
    const listed = await page.read('.agent/credentials')
    expect(listed.credentials).toContainEqual({ id, client, name, webId: carol.webId })
    expect(JSON.stringify(listed)).not.toContain(secret)
    const tool = await logInAs(server, client, secret)
    expect((await tool(`${carol.pod}profile/`)).status).toBe(200)

    const other = await Open.at(server, dora, dora.password)
    expect((await other.ask('DELETE', `.agent/credentials/${id}`)).status).toBe(404)
    expect((await tool(`${carol.pod}profile/`)).status).toBe(200)
    expect((await page.ask('DELETE', `.agent/credentials/${id}`)).status).toBe(204)
    expect((await tool(`${carol.pod}profile/`)).status).toBe(401)
  })

  it('change the password by the old one, and log out whoever else was logged in by that', async () => {
    const server = opened()
    const carol = await makeCitizen(server, 'carol')
    const { email, password } = carol
    const next = 'une autre phrase de passe'
    const [here, there] = [await Open.at(server, carol, password), await Open.at(server, carol, password)]
    expect((await here.ask('POST', '.agent/password', { email, password: next, next })).status).toBe(403)
    expect(
      (await here.ask('POST', '.agent/password', { email, password, next: 'x'.repeat(1025) })).status,
    ).toBe(400)
    expect([await here.isLoggedIn(), await there.isLoggedIn()]).toEqual([true, true])
    expect((await here.ask('POST', '.agent/password', { email, password, next })).status).toBe(204)
    expect([await here.isLoggedIn(), await there.isLoggedIn()]).toEqual([true, false])
    expect((await Open.at(server, carol, password)).cookie).toBe('')
    expect(await (await Open.at(server, carol, next)).isLoggedIn()).toBe(true)
  })
}
