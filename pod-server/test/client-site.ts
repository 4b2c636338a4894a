import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

/** The site of somebody else's app, which serves its Client ID document, on a free port of this machine. */
export class ClientSite {
  readonly origin: string
  /** What its document says besides what it must. */
  says: Readonly<Record<string, unknown>> = {}
  /** The folder of the app's files, where there is one. */
  folder: string | undefined
  private readonly server: Server

  private constructor(server: Server, port: number) {
    this.server = server
    this.origin = `http://localhost:${port}`
  }

  static async start(): Promise<ClientSite> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
    const address = server.address()
    const site = new ClientSite(server, typeof address === 'object' ? (address?.port ?? 0) : 0)
    server.on('request', async ({ url = '' }, response) => {
      const { pathname } = new URL(url, site.origin)
      const isFile = site.folder !== undefined && pathname !== '/id'
      const name = pathname === '/' ? 'index.html' : pathname
      const type = isFile ? (name.endsWith('.js') ? 'text/javascript' : 'text/html') : 'application/ld+json'
      const body = isFile
        ? await readFile(join(site.folder ?? '', name)).catch(() => undefined)
        : JSON.stringify(site.document())
      response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body)
    })
    return site
  }

  get clientId(): string {
    return `${this.origin}/id`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  private document() {
    return {
      '@context': ['https://www.w3.org/ns/solid/oidc-context.jsonld'],
      client_id: this.clientId,
      client_name: 'Un tiers',
      redirect_uris: [`${this.origin}/`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: 'openid webid offline_access',
      token_endpoint_auth_method: 'none',
      ...this.says,
    }
  }
}

/** One need, as a Client ID document declares it. */
export const need = (
  category: string,
  necessity: 'AccessRequired' | 'AccessOptional' = 'AccessRequired',
) => ({
  'tb:category': category,
  'interop:accessMode': { '@id': 'http://www.w3.org/ns/auth/acl#Read' },
  'interop:accessNecessity': { '@id': `interop:${necessity}` },
  'tb:why': [
    { '@language': 'fr', '@value': 'Comparer vos dépenses' },
    { '@language': 'en', '@value': 'Compare what you spend' },
  ],
})

export const needing = (...needs: readonly unknown[]) => ({
  'interop:hasAccessNeedGroup': { 'interop:hasAccessNeed': needs },
})
