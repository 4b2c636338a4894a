import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type LaunchOptions,
  type Locator,
  type Page,
} from 'playwright-core'
import { brokenRules, forgetRanges } from './accessibility.ts'
import { pathsShown } from './paths-shown.ts'
import { takeInEnglish, takePicture } from './pictures.ts'

const devices = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const
export type Device = keyof typeof devices

/** Of the account origin, or of the pod browser: those are looked at by night, and with larger letters, too. */
function isWholly(url: string): boolean {
  const { pathname, hostname } = new URL(url)
  return (
    hostname === 'home.localhost' ||
    (hostname === 'localhost' && /^\/(\.account\/|\.agent\/|vocab\/|$)/.test(pathname))
  )
}

/** Of a page, before somebody would give up. */
const maxTabs = 60

/**
 * Chromium takes its last list alone: Playwright's own (1.65, chromiumSwitches); the two pages about its address bar that
 * each new window loads out of sight, which takes a second of a processor; and the process that it keeps ready for a site
 * that nobody may go to.
 */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
]

/** The browser that the test script found, with all that a device has of it; as root it runs without its sandbox. */
export function browserOptions(
  executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
): LaunchOptions {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    `--disable-features=${withoutFeatures.join()}`,
    '--disable-quic',
    '--no-first-run',
  ]
  return { executablePath, args: process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args }
}

/** The same engine without windows, where there is that (scripts/chromium.mjs). */
const launch = () => chromium.launch(browserOptions(process.env['CHROME_HEADLESS_PATH']))

let shared: Promise<Browser> | undefined

/**
 * One for all test files of a worker, one after the other, with nothing but itself: to start it takes a second of a
 * processor. Whoever closes it ends the visits that are left; it ends with the worker. A benchmark has its own.
 */
export async function launchBrowser(): Promise<Browser> {
  if (!process.env['VITEST']) return launch()
  if (shared && !(await shared).isConnected()) shared = undefined
  shared ??= launch().then((browser) =>
    Object.assign(browser, {
      close: async () => {
        await Promise.all(browser.contexts().map((it) => it.close()))
      },
    }),
  )
  return shared
}

/** What a screen was found to be: each list is empty on a page that may be shown to a stranger. */
export interface Look {
  /** Pixels that the page is wider than the screen. */
  readonly sideways: number
  /** Rules of axe that are broken, with where. */
  readonly axe: readonly string[]
  /** Paths in sight in the pod browser, where nobody asked for them. */
  readonly paths: readonly string[]
}

/** A person at a device, with cookies and storage of their own. */
export class Visitor {
  readonly device: Device
  readonly page: Page
  /** What the pages complained of: script errors, content that the page's policy refused. */
  readonly complaints: string[] = []
  private readonly context: BrowserContext
  private devTools: CDPSession | undefined

  private constructor(device: Device, context: BrowserContext, page: Page) {
    this.device = device
    this.context = context
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      // A refusal is not a fault, nor is a server that a test stops: the browser logs every 401 and 403, and each try.
      if (message.type() === 'error' && !/status of 40[13]|ERR_CONNECTION_REFUSED/.test(message.text())) {
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
    // What a service worker answers, no test can answer in its place.
    const context = await browser.newContext({
      ...devices[device],
      serviceWorkers: 'block',
      locale,
      ...more,
    })
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
  async look(name: string, part?: [string, string, ...string[]]): Promise<Look> {
    const own = devices[this.device].viewport
    let sideways = await this.picture(name, this.device)
    const isWhole = isWholly(this.page.url())
    const axe = [
      ...(await brokenRules(this.page, await this.tools(), part)),
      ...(isWhole ? await this.dark(name, part) : []),
    ]
    await forgetRanges(this.page)
    if (this.device === 'phone') {
      await this.page.setViewportSize(devices.desktop.viewport)
      sideways = Math.max(sideways, await this.picture(name, 'desktop'))
      await this.page.setViewportSize(own)
    }
    if (!isWhole) return { sideways, axe, paths: [] }
    sideways = Math.max(sideways, await this.large(name))
    const isHome = new URL(this.page.url()).hostname === 'home.localhost'
    const paths = isHome ? await pathsShown(this.page) : []
    return { sideways, axe: [...axe, ...(await this.unhelped())], paths }
  }

  /** As whoever has letters twice as large in their browser's settings sees it (WCAG 2.2, 1.4.4). */
  private async large(name: string): Promise<number> {
    const tools = await this.tools()
    const size = (standard: number) => tools.send('Page.setFontSizes', { fontSizes: { standard } })
    await size(32)
    const wider = await this.picture(name, 'large')
    await size(16)
    return wider
  }

  private async tools(): Promise<CDPSession> {
    // Kept: where one session ends, Chromium forgets the authenticators of all.
    this.devTools ??= await this.context.newCDPSession(this.page)
    return this.devTools
  }

  /** Fields about the person that no browser is told how to fill in (WCAG 2.2, 1.3.5). */
  private unhelped(): Promise<readonly string[]> {
    return this.page
      .locator('input:is([type=email], [type=password]):not([autocomplete])')
      .evaluateAll((fields) => fields.map(({ id }) => `autocomplete: #${id}`))
  }

  /** By night. */
  private async dark(name: string, part?: [string, string, ...string[]]): Promise<readonly string[]> {
    await this.page.emulateMedia({ colorScheme: 'dark' })
    await this.picture(name, 'dark')
    const axe = await brokenRules(this.page, await this.tools(), part, ['color-contrast'])
    await this.page.emulateMedia({ colorScheme: 'light' })
    return axe.map((it) => `dark: ${it}`)
  }

  /** @returns pixels that the page is wider than the screen. */
  private async picture(name: string, how: Device | 'large' | 'dark'): Promise<number> {
    await takePicture(this.page, `${name}-${how}`)
    if (how === 'phone' || how === 'desktop') await takeInEnglish(this.page, `${name}-${how}`)
    // Not `innerWidth`: a phone shows a page that is too wide smaller, and says that it is as wide as that.
    const { width } = this.page.viewportSize() ?? devices[this.device].viewport
    const is = await this.page.evaluate(() => document.documentElement.scrollWidth)
    return Math.max(0, is - width)
  }

  /**
   * Goes to a control by the keyboard alone, as Tab and, among radio buttons, the arrows lead there; whoever goes has to
   * see where they are.
   */
  async reach(control: Locator): Promise<void> {
    const { keyboard } = this.page
    await control.waitFor()
    /** Whether the focus is on it, or on another radio button of its group. */
    const where = () =>
      control.evaluate((it) => {
        const { activeElement: now } = it.getRootNode() as Document
        if (now === it) return 'there'
        const isBeside =
          it instanceof HTMLInputElement && now instanceof HTMLInputElement && now.name === it.name
        return isBeside ? 'beside' : 'elsewhere'
      })
    let at = await where()
    for (let tabs = 0; tabs < maxTabs && at !== 'there'; tabs++) {
      await keyboard.press(at === 'beside' ? 'ArrowDown' : 'Tab')
      at = await where()
    }
    if (at !== 'there') throw new Error(`not reached by Tab: ${control}`)
    const isSeen = await control.evaluate((it) => {
      const isDrawn = (part: Element) => {
        const { outlineStyle, stroke } = getComputedStyle(part)
        return outlineStyle === 'solid' || (part instanceof SVGElement && stroke !== 'none')
      }
      return it.matches(':focus-visible') && [it, ...it.children].some(isDrawn)
    })
    if (!isSeen) throw new Error(`no focus to be seen: ${control}`)
  }

  /** Presses a control so: links and buttons by Enter, boxes by the space bar. */
  async press(control: Locator): Promise<void> {
    await this.reach(control)
    const isBox = await control.evaluate((it) => it instanceof HTMLInputElement && it.type === 'checkbox')
    const isRadio = await control.evaluate((it) => it instanceof HTMLInputElement && it.type === 'radio')
    // An arrow has chosen it already, if it led there.
    if (!isRadio || !(await control.isChecked()))
      await this.page.keyboard.press(isBox || isRadio ? 'Space' : 'Enter')
  }

  /** Writes into a field that is gone to so, over what is there. */
  async type(field: Locator, text: string): Promise<void> {
    await this.reach(field)
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.insertText(text)
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

export const fine: Look = { sideways: 0, axe: [], paths: [] }
