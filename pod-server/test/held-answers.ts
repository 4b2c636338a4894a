import type { Page } from 'playwright-core'

/** Keeps answers from some addresses on their way. @returns what lets them go. */
export async function held(page: Page, address: string): Promise<() => Promise<void>> {
  let letGo = () => {}
  const released = new Promise<void>((done) => {
    letGo = done
  })
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return async () => {
    letGo()
    await page.unroute(address)
  }
}
