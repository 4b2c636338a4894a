import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SoftwareAuthenticator } from '../passkeys/testing/SoftwareAuthenticator.ts'
import { ClientSite } from './client-site.ts'
import type { Mailbox } from './mailbox.ts'
import { Open } from './open.ts'
import { passwordByTool } from './password-by-tool.ts'
import { codeIn } from './sign-up-asker.ts'
import type { TestPod } from './test-pod.ts'
import { Visitor } from './visitor.ts'

interface Place {
  readonly server: TestPod
  readonly mailbox: Mailbox
  readonly browser: Browser
  readonly add: (name: string, email: string) => Promise<void>
  readonly letterTo: (email: string, count?: number) => Promise<string>
}

const password = 'quatre mots sans rapport'
const next = 'cinq autres mots que rien ne lie'

/** On a server that sends letters. */
export function waysInStory(place: () => Place): void {
  describe('whoever changes the ways into an account', () => {
    it('is known to its citizen by a letter: by the pages, and by a recovery code', async () => {
      const { server, mailbox, add, letterTo } = place()
      const email = 'hana@traboule.example'
      await add('hana', email)
      const page = await Open.by(server, 'password', { email, password })
      const did = async (url: string, body: object): Promise<Response> => {
        const answer = await page.ask('POST', url, { email, password, ...body })
        expect([url, answer.ok]).toEqual([url, true])
        return answer
      }
      const told = async (count: number, ...sentences: string[]): Promise<void> => {
        const text = await letterTo(email, count)
        for (const it of [...sentences, '(heure de Paris)', `${server.baseUrl}.account/reset/`])
          expect(text).toContain(it)
        for (const secret of [password, next]) expect(text).not.toContain(secret)
      }
      const passkey = new SoftwareAuthenticator(new URL(server.baseUrl).origin)
      const made = passkey.make((await page.read('.agent/new-passkey')).options)
      await did('.agent/passkeys', { response: made, name: 'https://evil.example' })
      await told(1, 'clé d’accès a été ajoutée', 'passkey was added')
      expect(mailbox.to(email)[0]?.text).not.toContain('evil')
      const [{ id }] = (await page.read('.agent/passkeys')).passkeys
      await did('.agent/ended-passkeys', { id })
      await told(2, 'clé d’accès a été retirée', 'passkey was removed')
      const { codes } = await (await did('.agent/recovery-codes', {})).json()
      await told(3, 'nouveaux codes de secours', 'New recovery codes')
      expect(mailbox.to(email)[2]?.text).not.toContain(codes[0])
      const { secret } = await (await did('.agent/credentials', { name: 'Mon <script>' })).json()
      await told(4, 'Des identifiants pour vos propres outils', 'Credentials for tools of your own')
      for (const hidden of [secret, 'script']) expect(mailbox.to(email)[3]?.text).not.toContain(hidden)
      await using site = await ClientSite.start()
      const client_id = site.clientId
      const { client: shown } = await page.read(`.agent/trust?${new URLSearchParams({ client_id })}`)
      await did('.agent/grants', { client_id, shown, everything: true })
      await told(5, 'accès à tout votre espace', 'access to your whole space')
      await did('.agent/password', { next })
      await told(6, 'mot de passe de votre compte a été changé', 'password of your account was changed')
      const [code] = codes
      expect((await Open.by(server, 'code', { who: email, code })).cookie).not.toBe('')
      await told(7, 'un de vos codes de secours', 'one of your recovery codes')
      expect(mailbox.to(email)[6]?.text).not.toContain(code)
    })

    it('is not, where it was refused; and is by a tool, of the address that is removed too', async () => {
      const { server, mailbox, browser, add, letterTo } = place()
      const email = 'ines@traboule.example'
      await add('ines', email)
      const page = await Open.by(server, 'password', { email, password })
      const refused = async (by: Open, url: string, body: object) =>
        expect([url, (await by.ask('POST', url, body)).ok]).toEqual([url, false])
      await refused(page, '.agent/password', { email, password: 'un autre', next })
      await refused(page, '.agent/password', { email, password, next: 'court' })
      await refused(page, '.agent/ended-passkeys', { email, password, id: 'x' })
      await refused(page, '.agent/recovery-codes', { email, password: 'un autre' })
      await refused(page, '.agent/credentials', { email, password: 'un autre', name: 'outil' })
      await refused(Open.nobody(server), '.account/login/code/', { who: email, code: '7K3M-0QZD-9A1F-XH5T' })
      // The last way in stays.
      expect(await passwordByTool(server, email, password)).toBe(400)
      // The one that comes is the first.
      expect(await passwordByTool(server, email, password, next)).toBe(200)
      expect(await letterTo(email)).toContain('mot de passe de votre compte a été changé')
      expect(mailbox.to(email)).toHaveLength(1)
      const own = await Open.by(server, 'password', { email, password: next })
      const passkey = new SoftwareAuthenticator(new URL(server.baseUrl).origin)
      const response = passkey.make((await own.read('.agent/new-passkey')).options)
      expect((await own.ask('POST', '.agent/passkeys', { response, email, password: next })).status).toBe(201)
      // Whoever is in does not silence the address unseen.
      expect(await passwordByTool(server, email, next)).toBe(200)
      expect(await letterTo(email, 3)).toContain('ont été retirés')
      // Where there is none any more, another is chosen, by an address that is confirmed.
      const other = 'ines-2@traboule.example'
      const proof = { passkey: passkey.use((await own.read('.agent/proof')).passkey) }
      const chosen = await own.ask('POST', '.agent/password', { email: other, next, ...proof })
      expect(await chosen.json()).toEqual({ byLetter: true })
      const code = codeIn(await letterTo(other), 'security/#')
      const stranger = await Open.by(server, 'password', { email: 'hana@traboule.example', password: next })
      for (const [by, status] of [
        [Open.nobody(server), 401],
        [stranger, 404],
      ] as const)
        expect((await by.ask('POST', '.agent/first-password', { code })).status).toBe(status)
      const visitor = await Visitor.arrive(browser, 'phone')
      await visitor.page
        .context()
        .addCookies([{ name: 'css-account', value: own.cookie, url: server.baseUrl }])
      await visitor.page.goto(`${server.baseUrl}.account/security/#${code}`)
      await visitor.page.getByText('vous entrez aussi avec votre adresse e-mail').waitFor()
      expect(new URL(visitor.page.url()).hash).toBe('')
      await visitor.leave()
      const there = await Open.by(server, 'password', { email: other, password: next })
      expect(await there.isLoggedIn()).toBe(true)
    })

    it('waits for no mail server, and is not refused where it takes nothing', async () => {
      const { server, mailbox, add } = place()
      const email = 'jade@traboule.example'
      await add('jade', email)
      const page = await Open.by(server, 'password', { email, password })
      mailbox.isFull = true
      const answer = await page.ask('POST', '.agent/password', { email, password, next })
      expect(answer.status).toBe(204)
      await server.until(/a letter waits/)
      mailbox.isFull = false
      expect(server.printed).not.toContain(email)
      expect(await (await Open.by(server, 'password', { email, password: next })).isLoggedIn()).toBe(true)
    })
  })
}
