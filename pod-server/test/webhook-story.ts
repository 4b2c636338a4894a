import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect } from 'vitest'
import { type Received, Receiver } from '../outgoing/testing/receiver.ts'
import { subscribe } from './channels.ts'
import type { TestCitizen } from './people.ts'

const turtle = { 'content-type': 'text/turtle' }

/** A webhook, from its service to the message that comes of a change: what of it is no moment and no key. */
export async function webhookStory(citizen: TestCitizen, { baseUrl }: { baseUrl: string }): Promise<string> {
  await using receiver = await Receiver.start()
  const topic = `${citizen.pod}hooked.ttl`
  const write = () => citizen.fetch(topic, { method: 'PUT', headers: turtle, body: '<#a> <#b> 1 .' })
  await write()
  const service = await (await fetch(`${baseUrl}.notifications/WebhookChannel2023/`)).text()
  const sendTo = `${receiver.url}/hook`
  const opened = await subscribe(citizen.fetch, { baseUrl }, 'WebhookChannel2023', { topic, sendTo })
  const { endAt, ...channel } = (await opened.json()) as Record<string, string>
  const days = Math.round((Date.parse(endAt ?? '') - Date.now()) / 86_400_000)
  await write()
  await receiver.until(() => receiver.received.length === 1)
  const { method, path, headers, body: text } = receiver.received[0] as Received
  const { id, state, published, ...message } = JSON.parse(text) as Record<string, string>
  const token = String(headers.authorization).replace(/^DPoP /, '')
  const { jti, iat, exp, cnf, ...claims } = decodeJwt(token)
  const proof = decodeJwt(String(headers['dpop']))
  const ended = await fetch(channel['id'] ?? '', { method: 'DELETE' })
  const story = {
    service,
    opened: [opened.status, opened.headers.get('content-type'), days, channel],
    message: [method, path, headers['content-type'], message],
    claims: [
      { ...claims, iss: `${claims.iss}/` },
      Object.keys(decodeProtectedHeader(token)),
      (exp ?? 0) - (iat ?? 0),
    ],
    proof: [proof['htm'], proof['htu'], decodeProtectedHeader(String(headers['dpop'])).typ],
    ended: ended.status,
  }
  expect([id, state, published, jti, cnf].every(Boolean)).toBe(true)
  return JSON.stringify(story).replaceAll(receiver.url, 'https://receiver.example')
}
