import { expect, it } from 'vitest'
import { expectLegendAsDrawn } from './energy-chart.ts'
import { fine, type Visitor } from './visitor.ts'

interface Place {
  readonly visitor: Visitor
  /** Where the energy app is, which has been let in. */
  readonly energy: string
}

/** What she sees of her electricity, in the browser that her journey is in. */
export function energyStory(place: () => Place): void {
  const page = () => place().visitor.page

  it.each([
    ['Année', 'year', 12],
    ['Mois', 'month', 31],
    ['Semaine', 'week', 7],
    ['Jour', 'day', 48],
  ] as const)('sees her electricity: %s', async (label, name, bars) => {
    await page().getByRole('radio', { name: label }).check({ force: true })
    await expectLegendAsDrawn(page(), bars)
    expect(await place().visitor.look(`energy-${name}`)).toEqual(fine)
  })

  it('sees days that were not read as marks on the axis, and not as bars', async () => {
    await page().goto(`${place().energy}#week/2024-12-30`)
    await page().locator('data-chart .point').nth(6).waitFor()
    await page().getByText('Semaine du 30 décembre 2024').first().waitFor()
    expect(await page().locator('data-chart .point .unread').count()).toBe(2)
    expect(await page().locator('data-chart .point .series-1').count()).toBe(5)
    await page().getByRole('img', { name: 'Mardi 31 décembre 2024 : pas de mesure' }).waitFor()
    await page().locator('data-chart').scrollIntoViewIfNeeded()
    expect(await place().visitor.look('energy-unread')).toEqual(fine)
  })

  it('sees a day that the clocks make longer', async () => {
    await page().goto(`${place().energy}#day/2025-10-26`)
    await page().getByText('ce jour a 25 heures').waitFor()
    expect(await page().locator('data-chart .point').count()).toBe(50)
    expect(await place().visitor.look('energy-25-hours')).toEqual(fine)
  })

  it('walks along the bars with the arrow keys', async () => {
    await page().locator('data-chart .point[tabindex="0"]').focus()
    await page().keyboard.press('End')
    await page().locator('.readout').getByText('De 23 h 30 à 0 h 00').waitFor()
    await page().keyboard.press('Home')
    await page().keyboard.press('ArrowRight')
    await page().locator('.readout').getByText('De 0 h 30 à 1 h 00').waitFor()
  })
}
