import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}

interface Encoded {
  readonly encoding: 'br' | 'gzip' | undefined
  readonly bytes: Buffer
}

interface StaticFile {
  readonly type: string
  readonly etag: string
  /** Hashed names never change; the rest is asked again. */
  readonly immutable: boolean
  readonly forms: readonly Encoded[]
}

/** Each file of a folder and below by its name in it, `/assets/x.js`. A missing folder holds none. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const contents = new Map<string, Buffer>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath ?? entry.path, entry.name)
    contents.set(`/${relative(folder, path).split(sep).join('/')}`, await readFile(path))
  }
  return contents
}

/** The built files of one site, read once into memory: nothing outside the folder can ever be named. */
export class StaticFiles {
  private readonly files: ReadonlyMap<string, StaticFile>

  private constructor(files: ReadonlyMap<string, StaticFile>) {
    this.files = files
  }

  static async read(folder: string): Promise<StaticFiles> {
    return StaticFiles.of(await readFolder(folder))
  }

  /** The site of such files: `x.js.br` and `x.js.gz` are forms of `x.js`. */
  static of(contents: ReadonlyMap<string, Buffer>): StaticFiles {
    const files = new Map<string, StaticFile>()
    for (const [name, bytes] of contents) {
      if (/\.(br|gz)$/.test(name)) continue
      const forms: Encoded[] = [{ encoding: undefined, bytes }]
      const [gzip, br] = [contents.get(`${name}.gz`), contents.get(`${name}.br`)]
      if (gzip) forms.unshift({ encoding: 'gzip', bytes: gzip })
      if (br) forms.unshift({ encoding: 'br', bytes: br })
      files.set(name, {
        type: types[extname(name)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        immutable: name.startsWith('/assets/'),
        forms,
      })
    }
    return new StaticFiles(files)
  }

  has(name: string): boolean {
    return this.files.has(name)
  }

  /** Sends a file to a GET or HEAD, in the smallest form that the client takes. */
  send(name: string, request: IncomingMessage, response: ServerResponse, status = 200): void {
    const file = this.files.get(name)
    if (!file) throw new RangeError(`no file ${name}`)
    response.setHeader('content-type', file.type)
    response.setHeader('etag', file.etag)
    response.setHeader('vary', 'accept-encoding')
    response.setHeader('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end()
      return
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const form = file.forms.find(({ encoding }) => !encoding || accepted.includes(encoding)) as Encoded
    if (form.encoding) response.setHeader('content-encoding', form.encoding)
    response.setHeader('content-length', form.bytes.length)
    response.writeHead(status)
    response.end(request.method === 'HEAD' ? undefined : form.bytes)
  }
}
