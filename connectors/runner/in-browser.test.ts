import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, defaultClientConditions, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectors } from '../registry.ts'
import { type draftsOf, pageContext } from '../testing/browser-page.ts'
import { fixturesOf } from '../testing/fixtures-of.ts'
import { planImport } from './plan.ts'

let server: Server
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  const files = await bundle()
  server = createServer(async ({ url = '' }, response) => {
    const [, connector = '', name = ''] = /^\/files\/([a-z-]+)\/(.+)$/.exec(decodeURI(url)) ?? []
    const fixture = servedFile(connector, name)
    if (fixture) return void response.end(await readFile(fixture))
    const file = files.get(url)
    const type = url === '/' ? 'text/html' : 'text/javascript'
    response.writeHead(url === '/' || file ? 200 : 404, { 'content-type': type })
    response.end(url === '/' ? '<!doctype html><script type="module" src="/page.js"></script>' : file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  page = await browser.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'draftsOf' in globalThis)
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

const servedFile = (connector: string, name: string): URL | undefined =>
  connectors.some(({ id }) => id === connector)
    ? fixturesOf(connector).find((it) => it.name === name)?.file
    : undefined

/** As apps are built; a module of Node in it would be found here, or fail in the page. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const input = fileURLToPath(new URL('../testing/browser-page.ts', import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      conditions: ['source', ...defaultClientConditions],
      alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'page.js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  )
}

it.each(connectors.flatMap(({ id }) => fixturesOf(id).map(({ name, file }) => ({ id, name, file }))))(
  '$id: $name makes the same requests in a browser as in Node, to the byte',
  async ({ id, name, file }) => {
    const connector = connectors.find((one) => one.id === id)
    if (!connector) throw new Error(id)
    const bytes = await readFile(file)
    const { documents } = await planImport(connector, bytes, pageContext)
    type Drafts = Awaited<ReturnType<typeof draftsOf>>
    const drafts = await page.evaluate<Drafts, [string, string]>(
      ([connector, address]) =>
        (globalThis as unknown as { draftsOf: typeof draftsOf }).draftsOf(connector, address),
      [id, `/files/${id}/${encodeURI(name)}`],
    )
    expect(drafts.layout).toBe(connector.sniff(bytes))
    expect(drafts.recognised).toBe(id)
    expect(drafts.patches).toEqual(documents.map(({ url, patch }) => ({ url, patch })))
    expect(drafts.patches.length).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  },
)
