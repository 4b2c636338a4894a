import type { HttpRequest } from '@solid/community-server'
import { readBounded } from '../server/read-bounded.ts'
import { AgentError } from './errors.ts'

const maxBytes = 16 * 1024

/** The JSON object that a request brings. @throws AgentError `bad-request` */
export async function readJson(request: HttpRequest): Promise<Record<string, unknown>> {
  if (!request.headers['content-type']?.startsWith('application/json')) throw new AgentError('bad-request')
  const bytes = await readBounded(request, maxBytes)
  try {
    const value: unknown = JSON.parse(bytes?.toString('utf8') ?? '')
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // said below
  }
  throw new AgentError('bad-request')
}
