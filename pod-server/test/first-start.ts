import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountApi } from '../accounts/AccountApi.ts'
import { customerSpaceUrl } from '../demo/customer-space.ts'
import { citizens } from '../demo/people.ts'
import { firstDay } from './first-day.ts'
import { logInAs, type TestCitizen } from './people.ts'
import { TestPod } from './test-pod.ts'

const [alice, bob] = citizens
let demo: TestPod
let asAlice: TestCitizen['fetch']

beforeAll(async () => {
  demo = await TestPod.startCopy((await firstDay()).demo)
})

afterAll(async () => demo?.[Symbol.asyncDispose]())

const pod = (name: string) => `${demo.baseUrl}${name}/`

/** Every address below a container, with its ETag. */
async function everything(container: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const text = await (await asAlice(container, { headers: { accept: 'application/n-triples' } })).text()
  for (const [, url = ''] of text.matchAll(/ldp#contains> <([^>]+)>/g)) {
    if (url.endsWith('/')) for (const [one, etag] of await everything(url)) found.set(one, etag)
    else found.set(url, (await asAlice(url, { method: 'HEAD' })).headers.get('etag') ?? '')
  }
  return found
}

describe('the demonstration', () => {
  it('stops cleanly in the middle of its first start, and is then taken up again', async () => {
    expect((await firstDay()).interrupted).toBe(0)
    const account = await AccountApi.logIn(demo.baseUrl, alice.email, alice.password)
    const own = await account?.createCredentials('test', `${pod('alice')}profile/card#me`)
    asAlice = await logInAs(demo, own?.id ?? '', own?.secret ?? '')
    const bank = await everything(`${pod('alice')}data/bank/`)
    let operations = 0
    for (const url of bank.keys())
      operations += (await (await asAlice(url)).text()).split('BankOperation').length - 1
    expect(bank.size).toBe(37)
    // A year with one day more has an operation more.
    expect([3000, 3001]).toContain(operations)
  })

  it('says where everything is and who can log in', () => {
    for (const said of [
      demo.baseUrl,
      `${demo.app('home').origin}/`,
      `${demo.app('budget').origin}/`,
      `${demo.app('energy').origin}/`,
      customerSpaceUrl(demo),
      alice.email,
      alice.password,
      bob.email,
      bob.password,
    ]) {
      expect(demo.printed).toContain(said)
    }
  })

  it('has two citizens and three partners, whose pods nobody takes for each other’s', async () => {
    const { stdout } = await demo.run('status')
    expect(stdout).toMatch(/^pods of citizens +2\npods of partners +3\n/m)
    expect((await demo.runIn('fr', 'status')).stdout).toMatch(
      /^espaces de citoyens +2\nespaces de partenaires +3\n/m,
    )
  })

  it('has data that each partner wrote under its own WebID', async () => {
    for (const [path, partner] of [
      ['data/bank/', 'banque-des-pentes'],
      ['data/energy/', 'reseau-lumiere'],
    ]) {
      const [url = ''] = (await everything(`${pod('alice')}${path}`)).keys()
      const triples = await (await asAlice(url, { headers: { accept: 'application/n-triples' } })).text()
      expect(triples).toContain(`wasAssociatedWith> <${demo.baseUrl}${partner}/profile/card#me>`)
    }
  })

  it('gives no app anything yet', async () => {
    for (const [url] of await everything(`${pod('alice')}data/`)) {
      expect((await fetch(url)).status).toBe(401)
    }
    const rules = await (await asAlice(`${pod('alice')}data/bank/banque-des-pentes/.acl`)).text()
    expect(rules).not.toContain(demo.app('budget').clientId)
  })

  it('has a public home page that says in both languages what this is, script or no script', async () => {
    const answer = await fetch(demo.baseUrl, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    expect(page).toContain('Vos données, derrière votre propre porte')
    expect(page).toContain('Your data, behind your own door')
    expect(page).toContain('href="/.account/"')
  })

  it('keeps everything over a second start, and does nothing twice', async () => {
    const before = await everything(`${pod('alice')}data/`)
    expect(await demo.end('SIGINT')).toBe(0)
    await demo.start()
    expect(await everything(`${pod('alice')}data/`)).toEqual(before)
    expect(demo.printed).not.toMatch(/Partner |Pod of |→/)
  })
})

describe('a first start that is killed while a pod is being made', () => {
  it('says what to do at the next start, in one sentence, and does it again from an empty folder', async () => {
    const killed = await TestPod.launch('demo')
    await killed.until('Pod of alice')
    await killed.end('SIGKILL')
    const { code, stderr } = await killed.run('demo')
    expect(code).toBe(2)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toContain(
      `killed in the middle of "citizen alice": delete the folder ${killed.dataFolder}`,
    )
    await killed[Symbol.asyncDispose]()
  })
})
