import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build, defaultClientConditions } from 'vite'
import { packageRoot } from '../package-root.ts'
import { launchBrowser } from '../test/visitor.ts'

/** What a look at a log was, in the browser, once its documents had come. */
export interface Look {
  readonly count: number
  readonly faults: number
  readonly seconds: number
  /** Of the processor, in all threads of the page: seconds. */
  readonly processor: number
}

const program = join(packageRoot, 'apps/browser/log/bench')

/** The pod browser's code on a log whose documents are in a folder, a new page each time. */
export async function lookInBrowser(folder: string, pod: string, rounds: number): Promise<Look[]> {
  const days = (await readdir(folder)).filter((name) => /^\d{4}-/.test(name))
  const site = join(folder, 'site')
  const resolve = { conditions: ['source', ...defaultClientConditions] }
  await build({
    configFile: false,
    root: program,
    logLevel: 'warn',
    resolve,
    build: { outDir: site, emptyOutDir: true },
  })
  const server = createServer(async ({ url = '/' }, response) => {
    const file = url.startsWith('/log/') ? join(folder, url.slice(5) || 'days') : join(site, url)
    const found = await stat(file).catch(() => undefined)
    const bytes = await readFile(found?.isFile() ? file : join(site, 'index.html'))
    response.setHeader('content-type', /\.js$/.test(file) ? 'text/javascript' : 'text/html').end(bytes)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await launchBrowser()
  try {
    const looks: Look[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { port } = server.address() as AddressInfo
      looks.push(await lookOnce(browser, `http://127.0.0.1:${port}/`, pod, days))
    }
    return looks
  } finally {
    await browser.close()
    server.close()
  }
}

async function lookOnce(browser: Browser, address: string, pod: string, days: string[]): Promise<Look> {
  const page = await browser.newPage()
  await page.goto(address)
  await page.evaluate(([pod, days]) => (globalThis as unknown as Program).fetchLog(pod, days), [
    pod,
    days,
  ] as const)
  const before = await processorTime(browser)
  const look = await page.evaluate((pod) => (globalThis as unknown as Program).verifyLog(pod), pod)
  const processor = (await processorTime(browser)) - before
  await page.close()
  return { ...look, processor }
}

/** What the page of the bench offers. */
interface Program {
  fetchLog(pod: string, days: readonly string[]): Promise<void>
  verifyLog(pod: string): Promise<Omit<Look, 'processor'>>
}

/** Of all pages, in seconds. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, it) => sum + it.cpuTime, 0)
}
