import { logInToApp } from './app-session.ts'
import { insert, makeCitizen, makePartner, type TestCitizen, type TestPartner } from './people.ts'
import { sharedServer } from './shared-server.ts'
import type { TestPod } from './test-pod.ts'

/** Alice, whose bank has sent one operation, with the three apps that she is logged in to; and Bob, who has nothing. */
export interface Scene {
  readonly server: TestPod
  readonly alice: TestCitizen
  readonly bob: TestCitizen
  readonly bank: TestPartner
  /** Of the bank. */
  readonly container: string
  readonly document: string
  readonly budget: typeof fetch
  readonly energy: typeof fetch
  readonly home: typeof fetch
}

export async function openScene(server = sharedServer()): Promise<Scene> {
  const alice = await makeCitizen(server, 'alice')
  const bob = await makeCitizen(server, 'bob')
  const bank = await makePartner(server, 'banque', 'bank')
  const connect = { partner: 'banque', pod: alice.pod }
  const { container } = await alice.account.agent<{ container: string }>('partners', connect)
  const document = `${container}a1b2c3d4/2025-01.ttl`
  await bank.fetch(document, insert('<#one> a tb:BankOperation; tb:amount 12.34. '))
  const [budget, energy, home] = [
    await logInToApp(server, alice, 'budget'),
    await logInToApp(server, alice, 'energy'),
    await logInToApp(server, alice, 'home'),
  ]
  return { server, alice, bob, bank, container, document, budget, energy, home }
}

export const status = async (as: typeof fetch, url: string, init?: RequestInit): Promise<number> =>
  (await as(url, init)).status
