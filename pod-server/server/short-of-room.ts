import type { ServerResponse } from 'node:http'
import { commonHead } from '../hot/heads.ts'
import type { Refusal } from './refusal.ts'

/** Refuses what there is no memory for now, at a door of ours. */
export function refuseShortOfRoom(response: ServerResponse, { status, code, message }: Refusal): void {
  const head = {
    ...commonHead(response.req.headers),
    Vary: 'Accept,Authorization,Origin',
    'Content-Type': 'application/json',
    'Retry-After': '5',
  }
  response.writeHead(status, head).end(JSON.stringify({ code, message }))
}
