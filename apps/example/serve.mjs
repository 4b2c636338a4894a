import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname } from 'node:path'

/** The example and its Client ID document, on this machine: `node apps/example/serve.mjs [port]`, once it is built. */
const port = Number(process.argv[2] ?? 4123)
const origin = `http://localhost:${port}`
const built = new URL('../../dist/apps/example/', import.meta.url)
const types = { '.html': 'text/html', '.js': 'text/javascript' }

const document = {
  '@context': [
    'https://www.w3.org/ns/solid/oidc-context.jsonld',
    { interop: 'http://www.w3.org/ns/solid/interop#', tb: 'https://w3id.org/traboule/ns#' },
  ],
  client_id: `${origin}/id`,
  client_name: 'Mes dépenses',
  'client_name#en': 'My spending',
  redirect_uris: [`${origin}/`],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  scope: 'openid webid offline_access',
  token_endpoint_auth_method: 'none',
  'interop:hasAccessNeedGroup': {
    'interop:hasAccessNeed': [
      {
        'tb:category': 'bank',
        'interop:accessMode': { '@id': 'http://www.w3.org/ns/auth/acl#Read' },
        'interop:accessNecessity': { '@id': 'interop:AccessRequired' },
        'tb:why': [
          { '@language': 'fr', '@value': 'Compter vos opérations' },
          { '@language': 'en', '@value': 'Count your transactions' },
        ],
      },
    ],
  },
}

createServer(async ({ url = '/' }, response) => {
  const { pathname } = new URL(url, origin)
  if (pathname === '/id')
    return response.setHeader('content-type', 'application/ld+json').end(JSON.stringify(document))
  const name = pathname === '/' ? 'index.html' : pathname.slice(1)
  const file = new URL(name, built)
  const body = file.href.startsWith(built.href) ? await readFile(file).catch(() => undefined) : undefined
  response.writeHead(body ? 200 : 404, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(body)
}).listen(port, '127.0.0.1', () => console.log(`${origin}/?issuer=<address of the server>`))
