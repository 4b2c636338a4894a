import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'
import { letGo } from './read-bounded.ts'
import type { Refusal } from './refusal.ts'

const maxPathBytes = 2048
/** Longer names do not fit a file system once they carry a suffix. */
const maxNameBytes = 200

const refusal: Refusal = {
  status: 400,
  code: 'bad-address',
  message: {
    fr: 'Cette adresse est mal formée ou trop longue.',
    en: 'This address is malformed or too long.',
  },
}

/** Refuses addresses that can name nothing here, so that no storage meets them and tells its folders in an error. */
export class AddressLimit extends HttpHandler {
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (isAddress(request.url ?? '/')) throw new NotImplementedHttpError('within the limits')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const { status, code, message } = refusal
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ code, message }))
    letGo(request)
  }
}

/** Whether the path of a request target is well-formed, within bounds, and below no auxiliary resource. Pure. */
export function isAddress(target: string): boolean {
  const path = target.replace(/[?#].*$/s, '')
  if (!path.startsWith('/') || path.length > maxPathBytes) return false
  try {
    const names = path.split('/').map(decodeURIComponent)
    return names.every(isName) && !names.slice(0, -1).some(isAuxiliary)
  } catch {
    return false
  }
}

function isName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they name nothing
  return Buffer.byteLength(name) <= maxNameBytes && !/[\u0000-\u001f\u007f]/.test(name)
}

/** Such a name is a document's (Solid §4.3): a container of that name would stand in the place of somebody's rules. */
const isAuxiliary = (name: string): boolean => name.endsWith('.acl') || name.endsWith('.meta')
