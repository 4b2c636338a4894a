// The least that an answer costs: node:http and the bytes; with a proof of possession, one verification by node:crypto.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { small } from './contents.ts'

const body = Buffer.from(small)
const head = { 'Content-Type': 'text/turtle', 'Content-Length': body.byteLength }
const keys = new Map<string, KeyObject>()
const hashes = new Map<string, string>()

function kept<T>(values: Map<string, T>, name: string, make: () => T): T {
  const value = values.get(name) ?? make()
  values.set(name, value)
  return value
}

const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())

function isProved({ headers, method }: IncomingMessage, token: string): boolean {
  const [header = '', claims = '', signature = ''] = String(headers['dpop']).split('.')
  const key = kept(keys, header, () => createPublicKey({ key: read(header).jwk, format: 'jwk' }))
  const { htm, ath } = read(claims)
  if (htm !== method) return false
  if (ath !== kept(hashes, token, () => createHash('sha256').update(token.slice(5)).digest('base64url')))
    return false
  const by = { key, dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', Buffer.from(`${header}.${claims}`), by, Buffer.from(signature, 'base64url'))
}

const server = createServer((request, response) => {
  const token = request.headers.authorization
  if (token !== undefined && !isProved(request, token)) response.writeHead(401).end()
  else response.writeHead(200, head).end(body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
