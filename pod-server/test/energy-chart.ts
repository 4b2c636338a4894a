import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { held } from './held-answers.ts'

/** A mark of the chart, and how its legend names it. */
const marks = [
  ['.hatched', 'ou incomplet'],
  ['.unread', 'pas de mesure'],
] as const

/** Once all is read: so many bars, and a legend that names each kind of mark that is drawn, and no other. */
export async function expectLegendAsDrawn(page: Page, bars: number): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('traboule:complete').length > 0)
  await expect.poll(() => figure(page)).toEqual({ bars, drawnAlone: [], namedAlone: [] })
}

/** At one moment: the chart is drawn again whenever more is known. */
function figure(page: Page) {
  return page.locator('data-chart').evaluate((chart, kinds) => {
    const all = (selector: string) => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])]
    const legend = all('.legend').map(({ textContent }) => textContent ?? '')
    const isDrawn = (mark: string) => all(`.point ${mark}`).length > 0
    const isNamed = (words: string) => legend.some((it) => it.includes(words))
    return {
      bars: all('.point').length,
      drawnAlone: kinds.filter(([mark, words]) => isDrawn(mark) && !isNamed(words)),
      namedAlone: kinds.filter(([mark, words]) => isNamed(words) && !isDrawn(mark)),
    }
  }, marks)
}

/** A month that is on its way is said to be that, and not to be without a reading. */
export async function expectLateMonth(page: Page, open: () => Promise<void>): Promise<void> {
  const letGo = await held(page, '**/data/energy/**/2025-03.ttl')
  await open()
  await page.getByRole('img', { name: 'Mars 2025 : en cours de chargement' }).waitFor()
  expect(await page.locator('data-chart').getByText('pas de mesure').count()).toBe(0)
  expect(await page.getByText('Aucune mesure').count()).toBe(0)
  await letGo()
  await page.getByRole('img', { name: /^Mars 2025 : \d/ }).waitFor()
}
