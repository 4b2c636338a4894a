import { describe, expect, it } from 'vitest'
import { Open } from './open.ts'
import { logInAs, makeCitizen } from './people.ts'
import { sharedServer } from './shared-server.ts'
import { fine, launchBrowser, Visitor } from './visitor.ts'

const server = sharedServer()

/** What somebody can do who finds a browser of a citizen logged in, or has its cookie. */
describe('powerful acts', () => {
  it('are not done by the cookie of a log-in, and leave nothing', async () => {
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
    expect(name).toBe('Mes été')
    expect(client).toMatch(/^Mes-ete~/)
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
})

describe('the page of what keeps an account safe', () => {
  it('shows where its citizen is logged in, and ends that, by the keyboard alone; changes the password; makes and deletes a key', async () => {
    const carol = await makeCitizen(server, 'carol')
    await using browser = await launchBrowser()
    const there = await Open.at(server, carol, carol.password)
    const visitor = await Visitor.arrive(browser, 'phone')
    const { page } = visitor
    await page.goto(`${server.baseUrl}.account/login/`)
    await visitor.logIn(carol.email, carol.password)
    await visitor.press(page.getByRole('link', { name: 'Connexions, mot de passe, clés' }))
    await page.getByText('Ce navigateur').waitFor()
    await page.getByText('Un programme', { exact: true }).first().waitFor()
    expect(await visitor.look('security')).toEqual(fine)

    await visitor.press(page.getByRole('button', { name: 'Fermer toutes les autres connexions' }))
    await page.getByText('vous n’êtes plus connecté qu’ici').waitFor()
    expect(await there.isLoggedIn()).toBe(false)
    expect(await page.getByText('Un programme', { exact: true }).count()).toBe(0)

    await visitor.press(page.getByRole('button', { name: 'Changer mon mot de passe' }))
    expect(await visitor.look('security-password')).toEqual(fine)
    const next = page.getByLabel('Nouveau mot de passe')
    await visitor.type(next, 'motdepasse123')
    await visitor.logIn(carol.email, carol.password)
    await page.getByText('trop facile à deviner').waitFor()
    expect(await visitor.look('security-refused')).toEqual(fine)
    await visitor.type(next, 'tartine nuage escalier')
    await visitor.logIn(carol.email, carol.password)
    await page.getByText('votre mot de passe est changé').waitFor()
    expect((await Open.at(server, carol, carol.password)).cookie).toBe('')

    await visitor.press(page.getByRole('button', { name: 'English' }))
    await visitor.press(page.getByRole('button', { name: 'Make a key' }))
    await visitor.type(page.getByLabel('Name of the key'), 'my script')
    await visitor.logIn(carol.email, 'tartine nuage escalier')
    const secret = await page.getByLabel('Secret (client_secret)').inputValue()
    // Who goes by the keyboard comes by what is shown this once.
    await page.locator('#client:focus').waitFor()
    const place = await page.getByLabel('Secret (client_secret)').boundingBox()
    const bottom = (place?.y ?? 0) + (place?.height ?? 0)
    expect([place && place.y >= 0, bottom <= 740]).toEqual([true, true])
    expect(await visitor.look('security-key')).toEqual(fine)
    const client = await page.getByLabel('Identifier (client_id)').inputValue()
    const tool = await logInAs(server, client, secret)
    expect((await tool(carol.pod)).status).toBe(200)
    await visitor.press(page.getByRole('button', { name: 'Delete the key my script' }))
    await page.locator('.done:focus', { hasText: 'good for nothing any more' }).waitFor()
    expect((await tool(carol.pod)).status).toBe(401)
    expect(await page.content()).not.toContain(secret)
    // A refusal is no fault: the browser logs it.
    expect(visitor.complaints.filter((it) => !it.includes('status of 400'))).toEqual([])
  })
})
