import type { Browser } from 'playwright-core'
import { delivery } from '../test/delivery.ts'
import { makeCitizen, makePartner } from '../test/people.ts'
import type { TestPod } from '../test/test-pod.ts'
import { Visitor } from '../test/visitor.ts'
import { printFigures, timed } from './figures.ts'

const rounds = 7
/** Seconds (issue of the pod browser: "a partner's write shows within a second"). */
const goal = 1

/** How long after a partner has begun to write a document the page of its citizen counts it, nobody doing anything. */
export async function benchLive(server: TestPod, browser: Browser): Promise<void> {
  const partner = await makePartner(server, 'reseau-vif', 'electricity')
  const { account, email, password, pod } = await makeCitizen(server, 'attentive')
  const { container } = await account.agent<{ container: string }>('partners', { partner: partner.id, pod })
  const send = (round: number) => {
    const now = `${new Date().toISOString().slice(0, 19)}Z`
    return partner.fetch(
      `${container}m1/2026-${String(round).padStart(2, '0')}.ttl`,
      delivery(now, ['measured']),
    )
  }
  const { ok } = await send(1)
  if (!ok) throw new Error('the partner may not write')
  const visitor = await Visitor.arrive(browser, 'phone')
  const { page } = visitor
  await page.goto(`${server.app('home').origin}/`)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await visitor.logIn(email, password)
  await page.getByText('1 document').first().waitFor()
  // What is measured is a page at rest, that listens: what it hears first tells that it does.
  await send(2)
  await page.getByText('2 documents').first().waitFor()
  const seconds: number[] = []
  for (let round = 3; round < rounds + 3; round += 1) {
    seconds.push(
      await timed(async () => {
        const shown = page.getByText(`${round} documents`).first().waitFor()
        await send(round)
        await shown
      }),
    )
  }
  printFigures('pod browser: a partner writes, and it is shown', goal, seconds)
  await visitor.leave()
}
