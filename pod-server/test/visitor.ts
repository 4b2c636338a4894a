import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type axe from 'axe-core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { packageRoot } from '../package-root.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pictures = join(packageRoot, 'screenshots')

const devices = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const
export type Device = keyof typeof devices

/** The browser that the test script found (CHROME_PATH); as root it runs without its sandbox. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-quic',
    '--no-first-run',
  ]
  return chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args,
  })
}

/** What a screen was found to be: each list is empty on a page that may be shown to a stranger. */
export interface Look {
  /** Pixels that the page is wider than the screen. */
  readonly sideways: number
  /** Rules of axe that are broken, with where. */
  readonly axe: readonly string[]
}

/** A person at a device, with cookies and storage of their own. */
export class Visitor {
  readonly device: Device
  readonly page: Page
  /** What the pages complained of: script errors, content that the page's policy refused. */
  readonly complaints: string[] = []
  private readonly context: BrowserContext

  private constructor(device: Device, context: BrowserContext, page: Page) {
    this.device = device
    this.context = context
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      // A refusal is not a fault: the browser logs every 401 and 403.
      if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) {
        this.complaints.push(message.text())
      }
    })
  }

  static async arrive(
    browser: Browser,
    device: Device,
    locale = 'fr-FR',
    more: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({ ...devices[device], locale, ...more })
    context.setDefaultTimeout(20_000)
    return new Visitor(device, context, await context.newPage())
  }

  /**
   * Takes a picture of the screen, and judges what a machine can judge of it. On a phone also of how wide a desktop shows
   * it: the document is the same, and axe, which takes seconds, is strictest with the narrow one.
   *
   * @param part the shadow hosts, from the outside in, of all that is new since the last look at this page: axe then
   * reads that alone, as a long page takes it many seconds.
   */
  async look(name: string, part?: [string, string]): Promise<Look> {
    const own = devices[this.device].viewport
    let sideways = await this.picture(name, this.device)
    const axe = await this.judge(part)
    if (this.device === 'phone') {
      await this.page.setViewportSize(devices.desktop.viewport)
      sideways = Math.max(sideways, await this.picture(name, 'desktop'))
      await this.page.setViewportSize(own)
    }
    return { sideways, axe }
  }

  /** @returns pixels that the page is wider than the screen. */
  private async picture(name: string, device: Device): Promise<number> {
    await mkdir(pictures, { recursive: true })
    await this.page.screenshot({ path: join(pictures, `${name}-${device}.png`), animations: 'disabled' })
    const wider = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    return Math.max(0, wider)
  }

  /** Of dozens of months that are all alike two are read. */
  private async judge(part?: [string, string]): Promise<readonly string[]> {
    // Half a megabyte, which a document that was looked at before has already.
    if (await this.page.evaluate(() => !('axe' in globalThis))) await this.page.evaluate(axeSource)
    const { violations } = await this.page.evaluate(
      (at) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(
          at
            ? { fromShadowDom: at }
            : { exclude: { fromShadowDom: ['budget-app', 'operation-month:nth-of-type(n + 3)'] } },
          { resultTypes: ['violations'] },
        ),
      part,
    )
    // axe leaves thousands of live ranges behind, and until they are collected each change of the page costs seconds.
    await this.page.requestGC()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
    )
  }

  /** Fills in the log-in form that is on the screen. */
  async logIn(email: string, password: string): Promise<void> {
    await this.page.locator('#email').fill(email)
    await this.page.locator('#password').fill(password)
    await this.page.locator('form button[type=submit]').click()
  }

  async leave(): Promise<void> {
    await this.context.close()
  }
}

export const fine: Look = { sideways: 0, axe: [] }
