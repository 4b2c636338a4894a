import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ofx } from '../bank/testing/ofx.ts'
import { SolidEdge } from '../testing/solid-edge.ts'
import { main } from './main.ts'

const operations = [
  { date: '20260202', amount: '-12.34', name: 'SECRET SHOP', id: 'REF1' },
  { date: '20260303', amount: '-56.78', name: 'HIDDEN CAFE', id: 'REF2' },
  { date: '20260404', amount: '+910.11', name: 'QUIET EMPLOYER', id: 'REF3' },
]

describe('the partner gives a file with one command', () => {
  let edge: SolidEdge
  let folder: string
  let said: { out: string; notes: string }

  beforeEach(async () => {
    edge = await SolidEdge.start()
    folder = await mkdtemp(join(tmpdir(), 'traboule-connect-'))
    const credentials = {
      partner: 'banque-des-pentes',
      name: 'Banque des Pentes',
      webId: `${edge.origin}bank/profile/card#me`,
      issuer: edge.origin,
      clientId: 'client',
      clientSecret: 'very-secret',
      connector: 'bank',
    }
    await writeFile(join(folder, 'banque-des-pentes.json'), JSON.stringify(credentials), { mode: 0o600 })
  })
  afterEach(async () => {
    await edge[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  async function connect(...argv: string[]): Promise<number> {
    said = { out: '', notes: '' }
    return main(argv, {
      lang: 'fr',
      env: { TRABOULE_PARTNERS: folder },
      out: (content) => {
        said.out += Buffer.from(content).toString('latin1') === content ? content : String(content)
      },
      note: (line) => {
        said.notes += `${line}\n`
      },
      terminal: undefined,
    })
  }

  async function give(bytes: Uint8Array, ...more: string[]): Promise<number> {
    const file = join(folder, 'releve.ofx')
    await writeFile(file, bytes)
    return connect('import', file, '--partner', 'banque-des-pentes', '--to', edge.citizen, ...more)
  }

  it('and all of it is in the pod, under the partner’s folder, with a DPoP token', async () => {
    expect(await give(ofx(operations))).toBe(0)
    expect([...edge.documents.keys()].map((path) => path.replace(/[0-9a-f]{8}/, '*')).sort()).toEqual([
      '/alice/data/bank/banque-des-pentes/*/2026-02.ttl',
      '/alice/data/bank/banque-des-pentes/*/2026-03.ttl',
      '/alice/data/bank/banque-des-pentes/*/2026-04.ttl',
      '/alice/data/bank/banque-des-pentes/*/account.ttl',
    ])
    for (const { method, authorization } of edge.requests.slice(1)) {
      expect([method, authorization.slice(0, 5)]).toEqual(['PATCH', 'DPoP '])
    }
    expect(said.out).toMatch(/nouveaux\s*: 4\n/)
    expect(said.notes).toMatch(/^Documents vérifiés 4\/4$/m)
    expect(said.notes).toMatch(/^Documents envoyés 4\/4$/m)
  })

  it('and the same file again adds nothing', async () => {
    await give(ofx(operations))
    const before = JSON.stringify([...edge.documents].map(([path, subjects]) => [path, [...subjects.keys()]]))
    expect(await give(ofx(operations))).toBe(0)
    expect(said.out).toMatch(/nouveaux\s*: 0\n/)
    expect(said.out).toMatch(/déjà là\s*: 4\n/)
    expect(JSON.stringify([...edge.documents].map(([path, subjects]) => [path, [...subjects.keys()]]))).toBe(
      before,
    )
  })

  it('and an overlapping file adds only what is new', async () => {
    await give(ofx(operations.slice(0, 2)))
    expect(await give(ofx(operations.slice(1)))).toBe(0)
    expect(said.out).toMatch(/nouveaux\s*: 1\n/)
    expect(said.out).toMatch(/déjà là\s*: 2\n/)
  })

  it('and one bad record refuses the whole file, with its line, before anything is sent', async () => {
    expect(await give(ofx([...operations, { date: '20260505', amount: 'SECRET' }]))).toBe(2)
    expect(said.notes).toContain('ligne 31')
    expect(said.notes).toContain('champ TRNAMT')
    expect(said.notes).toContain('Rien n’a été écrit.')
    expect(edge.documents.size).toBe(0)
  })

  it('and a file of another kind than the partner’s is told apart from one that nobody knows', async () => {
    const curve = await readFile(
      new URL('../electricity/fixtures/dataconnect-2025-03-30.json', import.meta.url),
    )
    expect(await give(curve)).toBe(2)
    expect(said.notes).toBe(
      'Ce fichier est d’électricité ; ce partenaire est une banque. Vérifiez l’un et l’autre. [other-connector]\nRien n’a été écrit.\n',
    )
    expect(await give(ofx(operations), '--connector', 'electricity', '--lang', 'en')).toBe(2)
    expect(said.notes).toContain('This is a bank file; --connector says an electricity file.')
    expect(await give(Buffer.from('SECRET'))).toBe(2)
    expect(said.notes).toContain('[unknown-layout]')
    expect(edge.documents.size).toBe(0)
  })

  it('and of a partner with two connectors, each file goes to the one that knows it, into one folder', async () => {
    const path = join(folder, 'fournisseur.json')
    const credentials = JSON.parse(await readFile(join(folder, 'banque-des-pentes.json'), 'utf8'))
    await writeFile(
      path,
      JSON.stringify({ ...credentials, partner: 'fournisseur', connector: 'electricity,gas' }),
    )
    const whom = ['--partner', 'fournisseur', '--to', edge.citizen]
    for (const fixture of [
      'electricity/fixtures/dataconnect-2025-03-30.json',
      'gas/fixtures/informatives-2021-08.json',
    ]) {
      expect(await connect('import', fileURLToPath(new URL(`../${fixture}`, import.meta.url)), ...whom)).toBe(
        0,
      )
      expect(said.out).not.toMatch(/nouveaux\s*: 0\n/)
    }
    for (const place of edge.documents.keys()) expect(place).toMatch(/^\/alice\/data\/energy\/fournisseur\//)
    await writeFile(join(folder, 'releve.ofx'), ofx(operations))
    expect(await connect('import', join(folder, 'releve.ofx'), ...whom, '--lang', 'en')).toBe(2)
    expect(said.notes).toContain(
      'This is a bank file; this partner is an electricity network, a gas network. Check both. [other-connector]',
    )
    expect(await connect('import', join(folder, 'releve.ofx'), ...whom, '--connector', 'gas,coal')).toBe(1)
    expect(said.notes).toContain('Connecteur inconnu')
  })

  it('and a closed door is said to be the citizen’s choice', async () => {
    edge.manners.open = false
    expect(await give(ofx(operations))).toBe(3)
    expect(said.notes).toContain('[not-allowed]')
    expect(said.out).toMatch(/refusés \[not-allowed\]\s*: 4\n/)
    expect(edge.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  it('and a dry run shows the Turtle and writes nothing', async () => {
    expect(await give(ofx(operations), '--dry-run', '--lang', 'en')).toBe(0)
    expect(said.out).toContain('tb:BankOperation')
    expect(said.notes).toContain('nothing was written')
    expect(edge.documents.size).toBe(0)
  })

  it('and no value of the file, no secret and no address of the citizen is ever printed', async () => {
    await give(ofx(operations))
    const good = `${said.out}${said.notes}`
    await give(ofx([...operations, { date: 'SECRET SHOP', amount: '-12.34', id: 'REF1' }]))
    edge.manners.open = false
    const bad = `${said.out}${said.notes}`
    await give(ofx(operations))
    const all = `${good}${bad}${said.out}${said.notes}`
    const hidden = [
      'SECRET SHOP',
      'HIDDEN CAFE',
      'REF1',
      '12.34',
      '1234',
      '56.78',
      '00040069001',
      'very-secret',
      'alice',
    ]
    for (const text of hidden) expect(all).not.toContain(text)
  })

  it('and a server that does not count is told apart', async () => {
    edge.manners.counts = false
    await give(ofx(operations.slice(0, 2)))
    expect(said.out).toMatch(/nouveaux\s*: 3\n/)
    await give(ofx([...operations, { date: '20260404', amount: '-1.00', id: 'REF4' }]))
    expect(said.out).toMatch(/ne dit pas.*: 3\n/)
  })

  it('and a mistake on the command line is answered with the usage', async () => {
    expect(await connect('import')).toBe(1)
    expect(said.notes).toContain('Il manque le fichier')
    expect(await connect('import', 'x.ofx', '--partner', 'p')).toBe(1)
    expect(said.notes).toContain('Il manque --to <WebID>')
    expect(said.notes).toContain('traboule-connect import')
    expect(await connect('import', 'absent.ofx', '--partner', 'nobody', '--to', edge.citizen)).toBe(1)
    expect(
      await connect('import', 'absent.ofx', '--partner', 'banque-des-pentes', '--to', edge.citizen),
    ).toBe(1)
    expect(await connect('--nonsense')).toBe(1)
    expect(said.notes).toContain('Option inconnue ou incomplète : --nonsense')
    expect(await connect('help')).toBe(0)
  })

  it.each([
    [['frobnicate'], 'Commande inconnue : frobnicate'],
    [['sample', 'coal'], 'Commande inconnue : sample coal'],
    [['sample', 'household'], 'Il manque --into <dossier>.'],
    [['sample'], 'Commande inconnue : sample'],
    [['sniff', 'a', '--lang', 'de'], '--lang est fr ou en.'],
    [['sniff', 'a.ofx', 'b.ofx'], 'Un mot de trop : b.ofx'],
    [['sniff'], 'Il manque le fichier.'],
    [['--nonsense'], 'Option inconnue ou incomplète : --nonsense'],
  ])(
    'and what is wrong with %j is said in the first line, then how to write that command alone',
    async (argv, first) => {
      expect(await connect(...argv)).toBe(1)
      const [line, , ...usage] = said.notes.trimEnd().split('\n')
      expect(line).toBe(first)
      const { command } = /^(?<command>sample|sniff)$/.exec(argv[0] ?? '')?.groups ?? {}
      const how = command === undefined ? 'import|sync|sniff|sample|space|move|help' : command
      const commands = usage.filter((text) => text.startsWith('  traboule-connect '))
      expect(commands.length).toBeGreaterThan(0)
      for (const text of commands) expect(text.split(' ')[3]).toBe(how)
    },
  )

  it.each(['import', 'sync', 'sniff', 'sample', 'space'])('and %s --help is of it alone', async (command) => {
    expect(await connect(command, '--help')).toBe(0)
    const { out } = said
    expect(new Set([...out.matchAll(/^ {2}traboule-connect (\S+)/gm)].map(([, name]) => name))).toEqual(
      new Set([command]),
    )
    expect(out).toContain('Codes de sortie')
    expect(await connect('help', command)).toBe(0)
    expect(said.out).toBe(out)
    expect(await connect('help')).toBe(0)
    for (const line of out.split('\n')) expect(said.out).toContain(line)
  })

  it('and no command at all is answered with every command', async () => {
    expect(await connect()).toBe(1)
    const all = said.notes
    expect(await connect('help')).toBe(0)
    expect(all).toBe(said.out)
    expect(all).toMatch(/^traboule-connect : remettre à un citoyen ses données, dans son espace personnel\n/)
  })

  it.each([['import'], ['sniff']])(
    'and %s of a folder says that it is one, and what sends folders',
    async (command) => {
      const whom = command === 'import' ? ['--partner', 'banque-des-pentes', '--to', edge.citizen] : []
      expect(await connect(command, folder, ...whom)).toBe(1)
      expect(said.notes).toBe(
        `${folder} est un dossier ; il faut un fichier. traboule-connect sync envoie ceux d’un dossier, à tous vos clients.\n`,
      )
      expect(await connect(command, join(folder, 'none.ofx'), ...whom)).toBe(1)
      expect(said.notes).toBe(`Fichier introuvable : ${join(folder, 'none.ofx')}\n`)
    },
  )

  it('and a pod reached without https, away from this machine, is refused', async () => {
    const file = join(folder, 'releve.ofx')
    await writeFile(file, ofx(operations))
    const argv = ['import', file, '--partner', 'banque-des-pentes', '--to', 'http://pod.example/alice#me']
    expect(await connect(...argv)).toBe(5)
    expect(said.notes).toContain('[insecure-address]')
  })

  it('and can make samples, and say what reads a file', async () => {
    expect(await connect('sample', 'bank', '--years', '1', '--until', '2026-10-31')).toBe(0)
    expect(said.out.length).toBeGreaterThan(100_000)
    expect(await connect('sample', 'electricity')).toBe(0)
    await writeFile(join(folder, 'curve.json'), said.out)
    expect(await connect('sniff', join(folder, 'curve.json'))).toBe(0)
    expect(said.out).toMatch(/^electricity {2}dataconnect {2}/)
  })

  it('and what reads no file says nothing of writing, which it never does', async () => {
    await writeFile(join(folder, 'notes.md'), '# Notes\n')
    expect(await connect('sniff', join(folder, 'notes.md'))).toBe(2)
    expect(said.notes).toMatch(/\[unknown-layout\]\n$/)
  })
})
