import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpRequest } from '@solid/community-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { AppSites } from './AppSites.ts'

const built = {
  'budget/index.html': '<script src="/assets/a.js"></script>',
  'budget/assets/a.js': 'the budget',
  'energy/index.html': 'energy',
}

let folder: string
let server: Server

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-apps-'))
  await mkdir(join(folder, 'budget/assets'), { recursive: true })
  await mkdir(join(folder, 'energy'))
  const sums = Object.entries(built).map(
    ([name, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  )
  await writeFile(join(folder, 'SHA256SUMS'), sums.join(''))
  for (const [name, text] of Object.entries(built)) await writeFile(join(folder, name), text)
  const sites = new AppSites(readSettings({ flags: { port: '3000' }, env: {} }), folder)
  server = createServer((request, response) => {
    sites.handleSafe({ request: request as HttpRequest, response }).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})

afterEach(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

function read(
  app: string,
  path: string,
): Promise<{ status: number | undefined; policy: string; body: string }> {
  const { port } = server.address() as AddressInfo
  return new Promise((done, fail) => {
    const headers = { host: `${app}.localhost:3000` }
    get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      const policy = String(answer.headers['content-security-policy'])
      answer.on('end', () => done({ status: answer.statusCode, policy, body }))
    }).on('error', fail)
  })
}

describe('an app', () => {
  it('is served as it was built, and as it was read first', async () => {
    expect(await read('budget', '/')).toMatchObject({ status: 200, body: built['budget/index.html'] })
    await writeFile(join(folder, 'budget/assets/a.js'), 'the burglar')
    expect(await read('budget', '/assets/a.js')).toMatchObject({ status: 200, body: 'the budget' })
  })

  it.each([
    ['a script is another', () => writeFile(join(folder, 'budget/assets/a.js'), 'the burglar')],
    ['the page is another', () => writeFile(join(folder, 'budget/index.html'), 'x')],
    ['a file is more', () => writeFile(join(folder, 'budget/assets/a.js.br'), 'x')],
    ['a file is gone', () => rm(join(folder, 'budget/assets/a.js'))],
    ['all its files are gone', () => rm(join(folder, 'budget'), { recursive: true })],
    ['nothing is said of what was built', () => writeFile(join(folder, 'SHA256SUMS'), 'energy')],
  ])('is not served, in any file, when %s', async (_, change) => {
    await change()
    for (const path of ['/', '/index.html', '/assets/a.js', '/nowhere']) {
      const { status, policy, body } = await read('budget', path)
      expect([path, status]).toEqual([path, 503])
      expect(body).toContain('c’est à l’opérateur d’agir')
      expect(body).toContain('the operator must act')
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toContain('script-src')
    }
  })

  it('is served while another is not', async () => {
    await writeFile(join(folder, 'budget/index.html'), 'x')
    expect((await read('budget', '/')).status).toBe(503)
    expect(await read('energy', '/')).toMatchObject({ status: 200, body: 'energy' })
  })
})
