import { HttpHandler, type HttpHandlerInput, NotImplementedHttpError } from '@solid/community-server'

const maxBodyBytes = 32 * 1024 * 1024
/** A patch is read into memory before anyone is asked: it must say its length, and be small. */
const maxPatchBytes = 4 * 1024 * 1024

/** Refuses bodies that are too large before a byte of them is read. */
export class BodyLimit extends HttpHandler {
  override async canHandle({ request }: HttpHandlerInput): Promise<void> {
    if (!refusal(request.method, request.headers)) throw new NotImplementedHttpError('within the limits')
  }

  override async handle({ request, response }: HttpHandlerInput): Promise<void> {
    const [status, fr, en] = refusal(request.method, request.headers) as Exclude<
      ReturnType<typeof refusal>,
      undefined
    >
    const code = status === 411 ? 'length-required' : 'too-large'
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify({ code, message: { fr, en } }))
  }
}

function refusal(
  method: string | undefined,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): readonly [number, string, string] | undefined {
  const length = headers['content-length']
  const bytes = Number(length ?? 0)
  const isPatch = method === 'PATCH'
  if (isPatch && length === undefined) {
    return [
      411,
      'Dites la longueur du corps (Content-Length).',
      'Say the length of the body (Content-Length).',
    ]
  }
  if (bytes > (isPatch ? maxPatchBytes : maxBodyBytes)) {
    return [
      413,
      'Ce corps est trop gros : envoyez-le en plusieurs fois.',
      'This body is too large: send it in parts.',
    ]
  }
  return undefined
}
