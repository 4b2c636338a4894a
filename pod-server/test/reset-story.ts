import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { operatorReset } from '#vocab/journal/entry'
import { AccountApi } from '../accounts/AccountApi.ts'
import { OperatorApi } from '../accounts/OperatorApi.ts'
import type { Mailbox } from './mailbox.ts'
import { entriesOf, readOwnLog } from './own-log.ts'
import { logInAs } from './people.ts'
import { type asker, codeIn } from './sign-up-asker.ts'
import type { TestPod } from './test-pod.ts'
import { fine, Visitor } from './visitor.ts'

interface Place {
  readonly server: TestPod
  readonly mailbox: Mailbox
  readonly browser: Browser
  readonly ask: ReturnType<typeof asker>
  readonly add: (name: string, email: string) => Promise<void>
  readonly letterTo: (email: string, count?: number) => Promise<string>
}

/** On a server that sends letters. */
export function resetStory(place: () => Place): void {
  describe('a forgotten password', () => {
    const old = 'quatre mots sans rapport'
    const next = 'cinq autres mots que rien ne lie'

    it('is replaced by a letter, once, and whoever was logged in is out', async () => {
      const { server, browser, letterTo, mailbox, add } = place()
      const email = 'frida@traboule.example'
      await add('frida', email)
      const before = await AccountApi.logIn(server.baseUrl, email, old)
      const frida = await Visitor.arrive(browser, 'phone')
      const { page } = frida
      await page.goto(`${server.baseUrl}.account/login/`)
      await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
      await page.getByLabel('Adresse e-mail').fill(email)
      await page.keyboard.press('Enter')
      await page.getByText('un e-mail y part').waitFor()
      const link = `${server.baseUrl}.account/reset/#${codeIn(await letterTo(email), 'reset/#')}`
      await page.goto(link)
      await page.getByLabel('Nouveau mot de passe').fill('Traboule2026!')
      expect(new URL(page.url()).hash).toBe('')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      expect(await frida.look('reset-set')).toEqual(fine)
      await page.getByLabel('Nouveau mot de passe').fill(next)
      await page.keyboard.press('Enter')
      await page.getByText('Votre mot de passe est changé').waitFor()
      expect(await frida.look('reset-done')).toEqual(fine)
      // A browser that is known: nobody's wrong tries count against it.
      expect((await page.context().cookies()).map(({ name }) => name)).toContain('traboule-device')
      expect(await before?.agentGet('session')).toMatchObject({ loggedIn: false })
      expect(await AccountApi.logIn(server.baseUrl, email, old)).toBeUndefined()
      expect(await AccountApi.logIn(server.baseUrl, email, next)).toBeDefined()
      await expect.poll(() => mailbox.to(email).at(-1)?.text).toContain('a un nouveau mot de passe')
      await page.goto('about:blank')
      await page.goto(link)
      await page.getByRole('alert').filter({ hasText: 'déjà servi' }).waitFor()
      await frida.leave()
    })

    it('is asked for alike for an address that has an account and one that has none: no answer waits for a letter', async () => {
      const { ask, mailbox, add, letterTo } = place()
      const [known, nobody] = ['known@traboule.example', 'nobody@traboule.example']
      await add('known', known)
      const answers = new Set<string>()
      for (let n = 0; n < 4; n++) {
        const speak = mailbox.keepSilent()
        for (const email of [nobody, known]) {
          const { status, code } = await ask('.agent/reset', { email }, { 'x-forwarded-for': '192.0.2.1' })
          answers.add(`${n < 3 ? 'in time' : 'late'} ${status} ${code}`)
        }
        speak()
        if (n < 3) await letterTo(known, n + 1)
      }
      expect([...answers].sort()).toEqual(['in time 204 undefined', 'late 429 too-many-letters'])
      expect(mailbox.to(nobody)).toEqual([])
    })

    it('is asked for ten times in an hour from one address', async () => {
      const { ask } = place()
      const from = { 'x-forwarded-for': '192.0.2.200' }
      const each = Array.from({ length: 11 }, (_, n) =>
        ask('.agent/reset', { email: `each-${n}@traboule.example` }, from),
      )
      const statuses = (await Promise.all(each)).map(({ status }) => status).sort()
      expect(statuses).toEqual([...Array(10).fill(204), 429])
    })

    it('is replaced by a link of the operator, of which a line of the pod’s log tells; a password of later ends it', async () => {
      const { server, ask, add } = place()
      const email = 'gina@traboule.example'
      await add('gina', email)
      // Who has forgotten a password has tried some.
      const from = { 'x-forwarded-for': '192.0.2.7' }
      const logIn = (password: string) => ask('.account/login/password/', { email, password }, from)
      const tried = await Promise.all(Array.from({ length: 11 }, () => logIn('un autre que le bon')))
      expect(tried.map(({ status }) => status).sort()).toEqual([...Array(10).fill(403), 429])
      const operator = await OperatorApi.of(server.dataFolder, server.baseUrl)
      const links = [
        (await server.run('citizen', 'reset', 'gina')).stdout,
        await operator.resetLink('Gina@traboule.example'),
      ]
      const [code = '', other = ''] = links.map((it) => codeIn(it, 'reset/#'))
      for (const nobody of ['nobody', 'nobody@traboule.example'])
        await expect(operator.resetLink(nobody)).rejects.toMatchObject({ code: 'not-found' })
      expect(await ask('.agent/new-password', { code, password: next }, from)).toMatchObject({ status: 204 })
      expect(await logIn(next)).toMatchObject({ status: 200 })
      expect(await ask('.agent/new-password', { code, password: old })).toMatchObject({ code: 'code-used' })
      expect(await ask('.agent/new-password', { code: other, password: old })).toMatchObject({
        code: 'code-late',
      })
      const account = await AccountApi.logIn(server.baseUrl, email, next)
      const pod = `${server.baseUrl}gina/`
      const own = await account?.createCredentials('own', `${pod}profile/card#me`)
      const lines = entriesOf(await readOwnLog(await logInAs(server, own?.id ?? '', own?.secret ?? ''), pod))
      expect(lines.filter(({ client }) => client === operatorReset)).toHaveLength(2)
    })

    it('is no matter of CSS’s own resets', async () => {
      const { ask } = place()
      for (const path of ['forgot', 'reset'])
        expect(
          await ask(`.account/login/password/${path}/`, { email: 'dora@traboule.example' }),
        ).toMatchObject({
          status: 403,
          code: 'use-our-pages',
        })
    })
  })
}
