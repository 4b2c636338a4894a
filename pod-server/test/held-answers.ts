import type { Page } from 'playwright-core'

/** Keeps answers from some addresses on their way. @returns what lets them go. */
export async function held(page: Page, address: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const released = new Promise<void>((done) => {
    letGo = done
  })
  const going: Promise<void>[] = []
  await page.route(address, (route) => {
    const gone = released.then(() => route.continue())
    going.push(gone)
    return gone
  })
  return async () => {
    letGo()
    await Promise.all(going)
    await page.unroute(address)
  }
}
