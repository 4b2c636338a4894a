import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { podHash, verifyErasureProof } from '#vocab/erasure-proof'
import { accountChanges } from '../accounts/account-records.ts'
import { countErased, wasErased } from '../engine/erased-names.ts'
import type { PodEngine } from '../engine/PodEngine.ts'
import { openDatabase } from '../engine/sqlite/database.ts'
import { SqliteEngine } from '../engine/sqlite/SqliteEngine.ts'
import { container, document } from '../engine/testing/changes.ts'
import { read as line } from '../engine/testing/journal-contract.ts'
import { SigningKeys } from '../keys/SigningKeys.ts'
import { Mail } from '../mail/Mail.ts'
import { AccountSessions } from '../sessions/AccountSessions.ts'
import { RecoveryCodes } from '../sessions/RecoveryCodes.ts'
import { EngineChannels } from '../storage/EngineChannels.ts'
import { spaceOf } from '../storage/record-place.ts'
import { type AskedErasure, askedSpace, keptAsked, newErasure } from './asked-erasure.ts'
import { erase, provenSpace } from './erase.ts'

const server = 'http://localhost:3000/'
let folder: string
let engine: SqliteEngine
let keys: SigningKeys
let asked: AskedErasure

const accountOf = async (email: string): Promise<string> => {
  const [found] = await engine.tagged(spaceOf('password'), `email=${JSON.stringify(email)}`)
  return (JSON.parse(found?.value ?? '{}') as { accountId: string }).accountId
}

/** A citizen with something of everything. */
async function make(name: string): Promise<string> {
  const email = `${name}@traboule.example`
  const account = await accountChanges(engine, server, { name, email, hash: 'x' })
  const webId = `${server}${name}/profile/card#me`
  const letter = new Mail(engine, undefined).letter(email, { subject: 's', text: 't' }, 1e9)
  await engine.commit({
    changes: [container(name), document(`${name}/a`, `secret of ${name}`), letter, ...account],
    by: { webId },
  })
  await engine.journals.note([{ pod: name, entry: line(`${name}/a`) }])
  const accountId = await accountOf(email)
  await new AccountSessions(engine).generate(accountId)
  await new RecoveryCodes(engine).renew(accountId)
  await engine.commit({
    changes: [
      {
        kind: 'set-value',
        space: 'oidc',
        key: `Grant/${name}`,
        value: '{"iat":1}',
        tags: [`Grant of ${webId}`],
      },
      {
        kind: 'set-value',
        space: spaceOf('clientCredentials'),
        key: name,
        value: JSON.stringify({ id: name, accountId, label: name }),
        tags: [`accountId=${JSON.stringify(accountId)}`],
      },
    ],
  })
  const channel = { id: `channel of ${name}`, topic: `${server}${name}/a`, type: 't', pod: name }
  await new EngineChannels(engine).add({ ...channel, subscriber: { webId } } as never)
  return accountId
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'traboule-erase-'))
  engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  keys = new SigningKeys(engine, 'receipts')
  const accountId = await make('alice')
  await make('dora')
  const webIds = [`${server}alice/profile/card#me`]
  const who = { accountId, webIds, pod: `${server}alice/`, owner: webIds[0] ?? '' }
  asked = { ...newErasure(who, Date.now()), promise: 'p' }
  await engine.commit({ changes: [keptAsked(asked)] })
  await keys.signing()
})
afterEach(async () => {
  await engine.close()
  await rm(folder, { recursive: true, force: true })
})

/** Every row of the file that names somebody, by its table and space. */
function traces(...words: string[]): string[] {
  const db = openDatabase(join(folder, 'pods.db'))
  const found = [
    'resource',
    'last_write',
    'pod',
    'writer',
    'journal',
    'journal_head',
    'value',
    'tag',
  ].flatMap((table) =>
    (db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[])
      .filter((row) => words.some((word) => JSON.stringify(Object.values(row)).includes(word)))
      .map((row) => `${table} ${row['space'] ?? ''}`),
  )
  db.close()
  return found
}

const onlyProof = async () => {
  const proofs: string[] = []
  for await (const { key, value } of engine.values(provenSpace)) {
    expect(key).toBe(asked.id)
    proofs.push(JSON.parse(value) as string)
  }
  expect(proofs).toHaveLength(1)
  return proofs[0] ?? ''
}

describe('an account and its pod that are erased', () => {
  it('leave no row that names them, and those of others as they were', async () => {
    const [before] = [traces('dora')]
    expect(traces('alice', asked.accountId).length).toBeGreaterThan(15)
    await erase(engine, server, asked, await keys.signing())
    expect(traces('alice', asked.accountId)).toEqual([])
    expect(traces('dora')).toEqual(before)
    expect([await wasErased(engine, 'alice'), await countErased(engine)]).toEqual([true, 1])
    await engine.close()
    expect((await readFile(join(folder, 'pods.db'))).includes('secret of alice')).toBe(false)
    engine = await SqliteEngine.open(join(folder, 'pods.db'), 1_000_000)
  })

  it('are proven erased to whoever has the proof, who learns no name by it', async () => {
    const head = (await engine.journals.bounds('alice'))?.head
    await erase(engine, server, asked, await keys.signing())
    const published = (await keys.published()).map(({ jwk }) => jwk)
    const proof = await onlyProof()
    const claims = await verifyErasureProof(proof, published)
    expect(claims).toMatchObject({
      iss: server,
      jti: `${asked.id}-2`,
      erasure: {
        status: 'done',
        podSha256: await podHash(asked.id, `${server}alice/`),
        resources: 2,
        journalHead: { number: head?.number, hash: Buffer.from(head?.hash ?? []).toString('hex') },
      },
    })
    expect(JSON.stringify(claims)).not.toContain('alice')
    expect(await verifyErasureProof(proof, [])).toBe('unknown-key')
    expect(await verifyErasureProof(proof.replace(/.{4}$/, 'AAAA'), published)).toBe('changed')
  })

  it('are erased however often and wherever it is cut off, with one proof of what there was', async () => {
    for (let nth = 1; ; nth++) {
      let calls = 0
      const dies = () => {
        calls += 1
        if (calls === nth) throw new Error('cut off')
      }
      const dying = new Proxy<PodEngine>(engine, {
        get: (it, name) => {
          const value: unknown = Reflect.get(it, name)
          if (typeof value !== 'function') return value
          return (...args: unknown[]) => {
            if (name === 'commit' || name === 'erase') dies()
            return (value as (...args: unknown[]) => unknown).apply(it, args)
          }
        },
      })
      const kept = await engine.value(askedSpace, asked.accountId)
      const again = kept ? (JSON.parse(kept.value) as AskedErasure) : asked
      const isDone = await erase(dying, server, again, await keys.signing()).then(
        () => true,
        (error: Error) => {
          if (error.message !== 'cut off') throw error
          return false
        },
      )
      if (isDone) break
      // What was asked for stands until all is gone.
      expect(await engine.value(askedSpace, asked.accountId)).toBeDefined()
    }
    expect(traces('alice', asked.accountId)).toEqual([])
    const published = (await keys.published()).map(({ jwk }) => jwk)
    expect(await verifyErasureProof(await onlyProof(), published)).toMatchObject({
      erasure: { resources: 2 },
    })
  })
})
