/** Another format than the operator’s export: it holds no rules, which the pod browser may not read, and makes no account. */
export const copyFormat = 'traboule-copy-1'
export const manifestName = 'manifest.json'
/** What a pod held is below, so that none of it is in the manifest’s way. */
export const filesName = 'files/'

/** A resource of a copied pod. */
export interface CopiedResource {
  /** Below the pod; containers end with a slash, and the pod itself is not named. */
  readonly path: string
  readonly contentType?: string
  /** Below `files/`; containers have none. */
  readonly file?: string
  /** Of the file: hexadecimal. */
  readonly sha256?: string
  /** Of the file: bytes. */
  readonly size?: number
  /** UTC instant. */
  readonly modified?: string
  readonly etag?: string
}

/** What else is in a copy: the authorizations, the head of the access log, the keys that receipts are signed with. */
export interface Beside {
  readonly file: string
  readonly sha256: string
  readonly size: number
}

export interface CopyManifest {
  readonly format: typeof copyFormat
  /** Of the pod, with its slash: its documents name it. */
  readonly pod: string
  readonly webId: string
  /** UTC instant. */
  readonly exported: string
  readonly resources: readonly CopiedResource[]
  readonly beside: readonly Beside[]
}

export const mostResources = 50_000
/** Bytes of one file, and of all. */
export const largestFile = 64 << 20
export const largestCopy = 2 ** 31

/**
 * A manifest that says nothing impossible; whether it is true of the files is for who has them. Pure.
 *
 * @returns undefined for anything else: somebody may have made it by hand.
 */
export function readCopyManifest(text: string): CopyManifest | undefined {
  const value = parsed(text)
  const { format, pod, webId, exported, resources, beside } = value ?? {}
  if (format !== copyFormat || !isPod(pod) || !isAddress(webId) || typeof exported !== 'string')
    return undefined
  if (Number.isNaN(Date.parse(exported))) return undefined
  if (!Array.isArray(resources) || resources.length > mostResources) return undefined
  if (!Array.isArray(beside) || beside.length > 100) return undefined
  if (!resources.every((it) => isResource(it, pod)) || !beside.every(isFile)) return undefined
  const paths = new Set(resources.map(({ path }) => path))
  const files = new Set([...resources, ...beside].flatMap(({ file }) => file ?? []))
  const named = [...resources, ...beside].filter(({ file }) => file !== undefined).length
  if (paths.size !== resources.length || files.size !== named) return undefined
  return { format: copyFormat, pod, webId, exported, resources, beside }
}

function isResource(value: unknown, pod: string): value is CopiedResource {
  const { path, contentType } = (value ?? {}) as Partial<CopiedResource>
  if (typeof path !== 'string' || !isPath(path, pod)) return false
  if (path.endsWith('/')) return !isFile(value)
  return (
    isFile(value) && (contentType === undefined || (typeof contentType === 'string' && isType(contentType)))
  )
}

function isFile(value: unknown): value is Beside {
  const { file, sha256, size } = (value ?? {}) as Partial<Beside>
  if (typeof file !== 'string' || file === '' || !isPlainName(file)) return false
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || size > largestFile) return false
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
}

/** Whether a path names, below the pod, exactly what it says, whoever resolves it. */
export function isPath(path: string, pod: string): boolean {
  if (path === '' || path.length > 2000 || /[?#\\\s<>"]/.test(path)) return false
  const names = path.replace(/\/$/, '').split('/')
  if (names.some((it) => it === '' || /^(\.|%2e){1,2}$/i.test(it))) return false
  return URL.canParse(pod + path) && new URL(pod + path).href === pod + path
}

/** A name in an archive that leads nowhere else, on any system. */
export function isPlainName(name: string): boolean {
  if (name.length > 4000 || name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\\'))
    return false
  // biome-ignore lint/suspicious/noControlCharactersInRegex: which no name has.
  if (/[\u0000-\u001f]/.test(name)) return false
  return name
    .replace(/\/$/, '')
    .split('/')
    .every((it) => it !== '' && it !== '.' && it !== '..')
}

/** Whatever a server has said of a document: a partner chooses it. What of it may be said again is `plainType`. */
const isType = (type: string): boolean => type.length <= longestType && !/[\r\n\0]/.test(type)
const longestType = 20_000

/** A content type as it may be sent (RFC 9110 §8.3.1), without parameters where those are odd. */
export function plainType(said: string | undefined): string {
  const [, type, parameters = ''] =
    /^\s*([!#$%&'*+.^`|~\w-]{1,200}\/[!#$%&'*+.^`|~\w-]{1,200})\s*(;.*)?$/s.exec(said ?? '') ?? []
  if (type === undefined) return 'application/octet-stream'
  return /^(;\s*[\w-]{1,50}=("[\w .:/+-]{0,100}"|[\w.:/+-]{1,100})\s*){0,10}$/.test(parameters)
    ? type + parameters.trimEnd()
    : type
}

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)

const isPod = (value: unknown): value is string =>
  isAddress(value) && value.endsWith('/') && !/[?#]/.test(value)

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
