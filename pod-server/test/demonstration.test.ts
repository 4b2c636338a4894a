import { afterAll, describe } from 'vitest'
import { endFirstDay } from './first-day.ts'

afterAll(endFirstDay)

// One file, so that one at a time has the addresses of the demonstration, while others do what needs no browser.
describe('a first start', async () => {
  await import('./first-start.ts')
})
describe('the journey', async () => {
  await import('./journey.ts')
})
describe('the screens', async () => {
  await import('./screens.ts')
})
describe('connecting from a partner’s site', async () => {
  await import('./onboarding-story.ts')
})
