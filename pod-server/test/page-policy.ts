import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

/** What the page on the screen gets at an address: a status, or the directive that keeps it from asking. */
export const reached = (page: Page, url: string): Promise<number | string> =>
  page.evaluate((url) => {
    const refused = new Promise<string>((done) => {
      const tell = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) =>
        done(`${effectiveDirective} ${blockedURI}`)
      document.addEventListener('securitypolicyviolation', tell, { once: true })
    })
    return fetch(url).then<number | string, string>(
      ({ status }) => status,
      () => refused,
    )
  }, url)

/** The page reaches the one and is kept from asking for the other. */
export async function expectConfined(visitor: Visitor, own: string, other: string): Promise<void> {
  expect(await reached(visitor.page, own)).toBe(200)
  // What this device kept is there before the server has said whose pods these are.
  await expect.poll(() => reached(visitor.page, other)).toBe(`connect-src ${other}`)
  await expectComplaints(visitor, other, 2)
}

/** No script of the page opens another, by itself or by a link, whatever key it says was held. */
export async function expectNoPopUps(visitor: Visitor): Promise<void> {
  const got = await visitor.page.evaluate(() => {
    for (const how of [{}, { ctrlKey: true }, { shiftKey: true }]) {
      const link = Object.assign(document.createElement('a'), { href: '/id', target: '_blank' })
      document.body.append(link)
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }))
      link.remove()
    }
    return window.open('/id')
  })
  await expectComplaints(visitor, 'Blocked opening', 4)
  expect([got, visitor.page.context().pages().length]).toEqual([null, 1])
}

/** What the browser refuses it says too, and nothing else was said. */
async function expectComplaints({ complaints }: Visitor, what: string, times: number): Promise<void> {
  await expect.poll(() => complaints.length).toBe(times)
  for (const complaint of complaints.splice(0)) expect(complaint).toContain(what)
}
