import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ofx } from '../bank/testing/ofx.ts'
import { Connections } from '../onboarding/Connections.ts'
import type { RetryPolicy } from '../runner/retry.ts'
import { Ledger } from '../sync/Ledger.ts'
import { SolidEdge } from '../testing/solid-edge.ts'
import { syncCommand } from './sync.ts'

const quick: RetryPolicy = { attempts: 3, firstWaitMs: 1, longestWaitMs: 5, timeoutMs: 2000 }
const statement = (day: number): Buffer =>
  ofx([{ date: `202602${String(day).padStart(2, '0')}`, amount: '-12.34', name: 'SECRET SHOP', id: 'R' }])

describe('a partner’s daily run', () => {
  let edge: SolidEdge
  let folder: string
  let config: string
  let said: string

  beforeEach(async () => {
    edge = await SolidEdge.start()
    folder = await mkdtemp(join(tmpdir(), 'traboule-sync-'))
    const credentials = {
      partner: 'banque',
      name: 'Banque',
      webId: `${edge.origin}bank/profile/card#me`,
      issuer: edge.origin,
      clientId: 'client',
      clientSecret: 'very-secret',
      connector: 'bank',
    }
    await writeFile(join(folder, 'banque.json'), JSON.stringify(credentials))
    await mkdir(join(folder, 'files'))
    await writeFile(join(folder, 'links.json'), '{}')
    config = join(folder, 'daily.yaml')
    await writeFile(
      config,
      "partner: banque\nfolder: files\nfiles: '{customer}.ofx'\nconnections: links.json\n",
    )
  })
  afterEach(async () => {
    await edge[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  const connect = (customer: string, grant = 'g-1'): Promise<void> =>
    new Connections(join(folder, 'links.json')).keep(customer, {
      webId: `${edge.origin}${customer}/profile/card#me`,
      container: `${edge.origin}${customer}/data/bank/banque/`,
      shapes: [],
      grant,
    })
  const put = (customer: string, bytes: Uint8Array): Promise<void> =>
    writeFile(join(folder, 'files', `${customer}.ofx`), bytes)
  const customers = async (count: number): Promise<void> => {
    for (let at = 1; at <= count; at += 1) {
      await connect(`c-${at}`)
      await put(`c-${at}`, statement(at))
    }
  }
  const sync = (): Promise<number> => {
    said = ''
    const hear = (text: string | Uint8Array): void => {
      said += `${text}\n`
    }
    const io = { lang: 'en' as const, env: { TRABOULE_PARTNERS: folder }, terminal: undefined }
    return syncCommand(config, { ...io, out: hear, note: hear }, quick)
  }
  const patches = (): string[] =>
    edge.requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path)
  const ledger = async (): Promise<Record<string, unknown>[]> =>
    (await readFile(join(folder, 'daily.ledger.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('gives each citizen their file, and the same files again are not even sent', async () => {
    await customers(5)
    await put('c-6', statement(6))
    await writeFile(join(folder, 'files', 'notes.txt'), '')
    expect(await sync()).toBe(0)
    expect(said).toContain('added: 5\n')
    expect(said).toContain('no pod connected: 1\n')
    expect(said).toContain('not as "files" says: 1')
    const sent = patches().length
    expect(sent).toBe(10)
    expect(await sync()).toBe(0)
    expect(said).toContain('given in an earlier run: 5\n')
    expect(patches()).toHaveLength(sent)
  })

  it('sends a file that has changed', async () => {
    await customers(2)
    await sync()
    await put('c-2', statement(20))
    expect(await sync()).toBe(0)
    expect(said).toMatch(/added: 1\n.*given in an earlier run: 1\n/s)
  })

  it('takes a withdrawal for the citizen’s right, and does not knock again before they open', async () => {
    await customers(3)
    edge.manners.closed = ['/c-2/']
    expect(await sync()).toBe(0)
    expect(said).toContain('withdrawn by the citizen: 1\n')
    expect(said).not.toContain('blame')
    const sent = patches().length
    await put('c-2', statement(20))
    expect(await sync()).toBe(0)
    expect(said).toContain('withdrawn by the citizen: 1\n')
    expect(patches()).toHaveLength(sent)
    edge.manners.closed = []
    await connect('c-2', 'g-2')
    expect(await sync()).toBe(0)
    expect(said).toContain('added: 1\n')
  })

  it('goes on where one file is refused, and says where, and whose in the ledger alone', async () => {
    await customers(3)
    await put('c-2', ofx([{ date: '20260230', amount: '-1.00', name: 'SECRET SHOP' }]))
    expect(await sync()).toBe(2)
    expect(said).toMatch(/file refused \[bad-field\] line 9 \(ledger, line \d\)/)
    expect(said).toContain('[bad-field] One signal alone: nobody is to blame yet. Fetch that file again;')
    expect(said).toContain('added: 2\n')
    expect(await ledger()).toContainEqual(
      expect.objectContaining({ customer: 'c-2', code: 'bad-field', line: 9 }),
    )
    // The same bytes again are the same signal.
    expect(await sync()).toBe(2)
    const place = Number(/file refused \[bad-field\] line 9 \(ledger, line (\d)\)/.exec(said)?.[1])
    expect((await ledger())[place - 1]).toMatchObject({ customer: 'c-2', code: 'bad-field' })
    expect(said).toContain('nobody is to blame yet')
    await put('c-2', ofx([{ date: '20260231', amount: '-1.00', name: 'SECRET SHOP' }]))
    expect(await sync()).toBe(2)
    expect(said).toContain('[bad-field] For whoever makes the files to act.')
  })

  it('blames no server for one silence, and gives up one that is silent to all', async () => {
    await customers(1)
    edge.manners.faults = Array.from({ length: 3 }, () => 503)
    expect(await sync()).toBe(4)
    expect(said).toContain('[server-busy] One signal alone')
    await customers(20)
    const before = patches().length
    edge.manners.faults = Array.from({ length: 500 }, () => 503)
    expect(await sync()).toBe(4)
    expect(said).toContain('[server-busy] For Traboule, or the server’s operator, to act.')
    // Eight citizens at once, three attempts each, and then nobody more.
    expect(patches().length - before).toBeLessThanOrEqual(24)
    edge.manners.faults = []
    expect(await sync()).toBe(0)
    expect(said).toContain('added: 20\n')
  })

  it('tries again what a proxy called too large, and calls it the operator’s to mend', async () => {
    await customers(2)
    edge.manners.largest = 100
    expect(await sync()).toBeGreaterThan(0)
    expect(said).toContain('[server-refused] For Traboule, or the server’s operator, to act.')
    edge.manners.largest = Number.POSITIVE_INFINITY
    expect(await sync()).toBe(0)
    expect(said).toContain('added: 2\n')
  })

  it('leaves the server alone when it asks for it, all citizens together', async () => {
    await customers(12)
    edge.manners.faults = [429]
    edge.manners.retryAfter = '1'
    const start = performance.now()
    expect(await sync()).toBe(0)
    expect(said).toContain('added: 12\n')
    expect(performance.now() - start).toBeGreaterThan(900)
    const [told] = edge.tellings
    const during = edge.requests.filter(({ at }) => told !== undefined && at > told && at < told + 950)
    // Those that were under way already.
    expect(during.length).toBeLessThan(8)
    expect(edge.busiest).toBeLessThanOrEqual(8)
  })

  it('goes on after a crash with the rest alone, and doubles nothing', async () => {
    await customers(24)
    const program = fileURLToPath(new URL('../testing/sync-process.ts', import.meta.url))
    const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program, config], {
      env: { ...process.env, TRABOULE_PARTNERS: folder },
      stdio: 'ignore',
    })
    await new Promise<void>((done) => {
      edge.onPatch = (count) => {
        // Two each, eight citizens at once: seven at least are done, and nine at least are not.
        if (count === 30) child.kill('SIGKILL')
      }
      child.on('exit', () => done())
    })
    expect(child.signalCode).toBe('SIGKILL')
    const finished = (await ledger()).length
    expect(finished).toBeGreaterThan(0)
    expect(finished).toBeLessThan(24)
    const before = patches().length
    expect(await sync()).toBe(0)
    expect(said).toContain(`given in an earlier run: ${finished}\n`)
    expect(patches().length - before).toBe((24 - finished) * 2)
    const records = [...edge.documents].flatMap(([path, subjects]) =>
      [...subjects.keys()].filter((iri) => !iri.includes('#run-')).map((iri) => `${path} ${iri}`),
    )
    // An account and an operation each.
    expect(records).toHaveLength(48)
  })

  it('sends nothing while one connection is not sound, or where the file is not there', async () => {
    await customers(2)
    const path = join(folder, 'links.json')
    const links = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...links, 'c-3': null }))
    await expect(sync()).rejects.toThrow('(links.json): entry 3 (line 1) is not a sound connection')
    await rm(path)
    await expect(sync()).rejects.toThrow('(links.json): no such file')
    expect(patches()).toEqual([])
    await writeFile(path, '{}')
    expect(await sync()).toBe(0)
    expect(said).toContain('no pod connected: 2\n')
  })

  it('says that no file is named as the pattern says, and takes an empty folder for a quiet day', async () => {
    await connect('c-1')
    expect(await sync()).toBe(0)
    await writeFile(join(folder, 'files', 'c-1.csv'), '')
    await expect(sync()).rejects.toThrow('has a name as "{customer}.ofx"')
  })

  it('sends no file whose name is of two customers, and says where it stands', async () => {
    const text = await readFile(config, 'utf8')
    await writeFile(config, text.replace('{customer}.ofx', '{customer}_*.ofx'))
    for (const customer of ['c', 'c_2']) await connect(customer)
    await put('c_1', statement(1))
    await put('c_2_1', statement(2))
    expect(await sync()).toBe(2)
    expect(said).toContain('a file name that can be read in two ways (folder, file 2)')
    expect(said).toContain('a file name that can be read in two ways: 1\n')
    expect(new Set(patches().map((path) => path.split('/')[1]))).toEqual(new Set(['c']))
  })

  it('leaves no handle and no lock where it fails in the midst', async () => {
    await customers(12)
    vi.spyOn(Ledger.prototype, 'add').mockRejectedValue(new Error('ENOSPC'))
    const close = vi.spyOn(Ledger.prototype, 'close')
    await expect(sync()).rejects.toThrow('ENOSPC')
    expect(close).toHaveBeenCalledOnce()
    const sent = patches().length
    vi.restoreAllMocks()
    expect(await sync()).toBe(0)
    expect(sent).toBeLessThan(24)
  })

  it('keeps a second run out', async () => {
    await customers(1)
    await writeFile(join(folder, 'daily.ledger.jsonl.lock'), String(process.ppid))
    await expect(sync()).rejects.toThrow('Another run is under way')
    await writeFile(join(folder, 'daily.ledger.jsonl.lock'), '999999999')
    expect(await sync()).toBe(0)
  })

  it('stops where the partner is not let in, and leaves the rest for later', async () => {
    await customers(30)
    edge.manners.faults = Array.from({ length: 500 }, () => 401)
    expect(await sync()).toBe(5)
    expect(patches().length).toBeLessThanOrEqual(16)
    expect(said).toContain('[interrupted]')
  })

  it('shows no value, no customer and no address', async () => {
    await customers(3)
    await put('c-2', ofx([{ date: '20260230', amount: '-1.00', name: 'SECRET SHOP' }]))
    edge.manners.closed = ['/c-3/']
    await sync()
    for (const secret of ['SECRET', '12.34', 'c-1', 'c-2', 'c-3', 'profile', 'very-secret', 'g-1']) {
      expect(said).not.toContain(secret)
    }
  })
})
