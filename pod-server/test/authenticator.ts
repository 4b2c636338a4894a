import type { Page } from 'playwright-core'

/** A phone that recognises its owner. */
export interface Authenticator {
  /** Whether it recognises them from now on. */
  recognise(isOwner: boolean): Promise<void>
}

/** As Chromium simulates one (WebDriver, Web Authentication Level 3 §12), until the page is closed. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    recognise: async (isUserVerified) => {
      await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
  }
}
