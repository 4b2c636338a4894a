import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { packageRoot } from '../package-root.ts'

/** Only where somebody will look at them (`npm run screenshots`): each takes a third of a second. */
const folder =
  process.env['TRABOULE_SCREENSHOTS'] === undefined ? undefined : join(packageRoot, 'screenshots')

export async function takePicture(page: Page, name: string): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The same screen in English, where it is in French and has a switch; it is in French again afterwards. */
export async function takeInEnglish(page: Page, name: string): Promise<void> {
  if (!folder) return
  const isFrench = await page.evaluate(() => document.documentElement.lang === 'fr')
  const change = page.locator('language-switch button').first()
  if (!isFrench || (await change.count()) === 0) return
  // Told to the button alone: what closes by a press elsewhere stays open, and behind a dialog nothing can be pressed.
  const changeTo = async (language: string) => {
    await change.evaluate((it) => void it.dispatchEvent(new MouseEvent('click')))
    await page.waitForFunction((it) => document.documentElement.lang === it, language)
  }
  await changeTo('en')
  await takePicture(page, `in-english-${name}`)
  await changeTo('fr')
  // Nobody chose a language: none is kept.
  await page.evaluate((key) => {
    for (const storage of [localStorage, sessionStorage]) storage.removeItem(key)
  }, 'traboule:language')
}
