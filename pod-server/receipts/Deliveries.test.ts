import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BasicRepresentation, type ResourceStore } from '@solid/community-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mostMessages } from '../additions/inbox-room.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { OutgoingCaller } from '../outgoing/OutgoingCaller.ts'
import { OutgoingReader } from '../outgoing/OutgoingReader.ts'
import { Receiver } from '../outgoing/testing/receiver.ts'
import { readSettings } from '../settings.ts'
import { Deliveries } from './Deliveries.ts'
import { inboxIn } from './inbox.ts'
import { outboxSpace, queued, readLetter } from './outbox.ts'
import { receiptClaims } from './receipt.ts'

const settings = readSettings({ flags: { port: '3000' }, env: {} })
/** Nobody here has a pod on this server. */
const noStore = {} as ResourceStore
const minute = 60_000

let folder: string
let file: string
let engine: SqliteEngine
let partner: Receiver
/** What the partner's server answers to a message. */
let answers: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-deliveries-'))
  file = join(folder, 'pods.db')
  engine = await SqliteEngine.open(file, 1_000_000)
  partner = await Receiver.start((response, { path }) => {
    if (path === '/id') {
      response.setHeader('content-type', 'text/turtle')
      response.end('<#org> <http://www.w3.org/ns/ldp#inbox> <inbox/>.')
    } else response.writeHead(answers).end()
  })
})
beforeEach(() => {
  answers = 201
  partner.received.length = 0
})
afterAll(async () => {
  await partner[Symbol.asyncDispose]()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

const deliveries = () =>
  new Deliveries(settings, engine, noStore, new OutgoingCaller(settings), new OutgoingReader(settings))
interface Told {
  readonly id?: string
  readonly pod?: string
}
async function write(recipient: string, now: number, { id, pod = 'alice' }: Told = {}): Promise<void> {
  const claims = receiptClaims('http://localhost:3000/', {
    id: id ?? crypto.randomUUID(),
    record: 'http://localhost:3000/alice/consents/x',
    turtle: '',
    citizen: 'http://localhost:3000/alice/profile/card#me',
    recipient,
    event: 'withdrawn',
    at: '2026-11-25T10:00:00Z',
  })
  const letter = { id: id ?? claims.jti, pod: `http://localhost:3000/${pod}/`, jws: 'a.b.c', claims }
  await engine.commit({ changes: [queued(letter, now)] })
}
async function waiting() {
  const letters = []
  for await (const { value } of engine.values(outboxSpace)) letters.push(readLetter(value))
  return letters
}
const messages = () => partner.at('/inbox/').map(({ body }) => JSON.parse(body)[0] as Record<string, unknown>)

describe('a receipt', () => {
  it('is brought to the inbox that the recipient names, once', async () => {
    await write(`${partner.url}/id#org`, Date.now())
    await deliveries().run(Date.now())
    await deliveries().run(Date.now())
    expect(messages()).toEqual([
      expect.objectContaining({
        '@type': ['https://www.w3.org/ns/activitystreams#Undo'],
        'https://w3id.org/traboule/ns#signedReceipt': [{ '@value': 'a.b.c' }],
      }),
    ])
    expect(await waiting()).toEqual([])
  })

  it('is brought later, also by another run of the server, while the inbox refuses; less and less often', async () => {
    answers = 503
    let now = Date.now()
    await write(`${partner.url}/id#org`, now)
    const pauses: number[] = []
    await deliveries().run(now)
    await deliveries().run(now + minute / 2)
    expect(messages()).toHaveLength(1)
    await engine.close()
    engine = await SqliteEngine.open(file, 1_000_000)
    for (let [letter] = await waiting(); letter; [letter] = await waiting()) {
      pauses.push(letter.due - now)
      now = letter.due
      await deliveries().run(now)
    }
    expect(pauses.length).toBeGreaterThan(3)
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
    expect(messages()).toHaveLength(pauses.length + 1)
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThan(24 * 60 * minute)
  })

  it.each([
    ['has no inbox', () => `${partner.url}/id#other`],
    ['is one of our own apps', () => settings.apps[1]?.clientId ?? ''],
  ])('is brought to nobody where the recipient %s', async (_, recipient) => {
    await write(recipient(), Date.now())
    await deliveries().run(Date.now())
    expect(await waiting()).toEqual([])
    expect(messages()).toEqual([])
  })

  it.each(['http://10.0.0.1/id', 'https://169.254.169.254/id', 'http://localhost:3000x/id'])(
    'calls nobody who may not be called: %s',
    async (recipient) => {
      await write(recipient, Date.now())
      await deliveries().run(Date.now())
      const [letter] = await waiting()
      expect(letter?.attempts).toBe(1)
      await engine.commit({
        changes: [{ kind: 'delete-value', space: outboxSpace, key: letter?.id ?? '' }],
      })
    },
  )
})

describe('letters of one pod', () => {
  it('hold up no other’s, however many they are and however slow those they are for', async () => {
    const held: (() => void)[] = []
    await using slow = await Receiver.start((response) => void held.push(() => response.end()))
    const now = Date.now()
    for (let n = 0; n < 20; n++) await write(`${slow.url}/id#${n}`, now, { id: `a${n}`, pod: 'mallory' })
    await write(`${partner.url}/id#org`, now, { id: 'z' })
    const run = deliveries().run(now)
    await expect.poll(messages).toHaveLength(1)
    await expect.poll(() => held.length).toBe(2)
    for (const answer of held) answer()
    await run
    expect(slow.received).toHaveLength(2)
    const changes = (await waiting()).map(({ id: key }) => ({
      kind: 'delete-value' as const,
      space: outboxSpace,
      key,
    }))
    await engine.commit({ changes })
  })
})

describe('an inbox of this server', () => {
  const profile = 'http://localhost:3000/bob/profile/card'
  const turtle = `<${profile}#me> <http://www.w3.org/ns/ldp#inbox> <http://localhost:3000/bob/inbox/>.`
  const left: string[] = []
  /** What is asked of CSS's own store. */
  const store = {
    getRepresentation: async () => new BasicRepresentation(turtle, 'text/turtle'),
    addResource: async ({ path }: { path: string }) => {
      left.push(path)
      return {}
    },
  } as unknown as ResourceStore
  const own = () =>
    new Deliveries(settings, engine, store, new OutgoingCaller(settings), new OutgoingReader(settings))

  it('takes a receipt where it is full of messages, and once it is full of both, later', async () => {
    const letters = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => document(`bob/inbox/${from + n}`, 'x'))
    const full = [container('bob'), container('bob/inbox'), ...letters(0, mostMessages)]
    await engine.commit({ changes: full })
    const now = Date.now()
    await write(`${profile}#me`, now)
    await own().run(now)
    expect(left).toEqual(['http://localhost:3000/bob/inbox/'])
    await engine.commit({ changes: letters(mostMessages, mostMessages + 200) })
    await write(`${profile}#me`, now)
    await own().run(now)
    expect(left).toHaveLength(1)
    const [letter] = await waiting()
    expect(letter?.attempts).toBe(1)
    await engine.commit({ changes: [0, 1].map((n) => ({ kind: 'delete', path: `bob/inbox/${n}` })) })
    await own().run(letter?.due ?? 0)
    expect(left).toHaveLength(2)
    expect(await waiting()).toEqual([])
  })
})

describe('an inbox', () => {
  const at = 'https://org.example/id'
  const inbox = 'http://www.w3.org/ns/ldp#inbox'
  it.each([
    ['a profile', `${at}#me`, 'text/turtle', `<#me> <${inbox}> </in/>.`, 'https://org.example/in/'],
    ['what a profile says of others', `${at}#me`, 'text/turtle', `<#you> <${inbox}> </in/>.`, undefined],
    ['a profile that is cut off', `${at}#me`, 'text/turtle', `<#me> <${inbox}> </in/>. <#me`, undefined],
    ['a Client ID document', at, 'application/ld+json', '{"ldp:inbox":"/in/"}', 'https://org.example/in/'],
    ['one that names a node', at, 'application/json', '{"inbox":{"@id":"/in/"}}', 'https://org.example/in/'],
    ['one that names none', at, 'application/json', 'null', undefined],
    ['a page', at, 'text/html', `<${at}> <${inbox}> </in/>.`, undefined],
  ])('is found in %s', (_, recipient, type, body, found) => {
    expect(inboxIn(recipient, { type, link: '', body: Buffer.from(body) })).toBe(found)
  })

  it('is found in a Link header', () => {
    const link = `<x>; rel="next", </in/>; rel="${inbox}"`
    expect(inboxIn(at, { type: '', link, body: Buffer.alloc(0) })).toBe('https://org.example/in/')
  })
})
